import { Readable } from 'node:stream';
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { AppError } from '../domain/app-error.js';
import { BACKUP_FORMAT, BACKUP_VERSION, formatBackup } from './backup-format.js';
import type { BackupHead } from './backup-format.js';
import { withSnapshot } from './export-snapshot.js';
import type { Snapshot } from './export-snapshot.js';
import { findLastMigration } from './migrate.js';
import type { Store } from './store.js';
import { countRows, readRows } from './table-rows.js';
import { TABLES } from './tables.js';
import type { Table } from './tables.js';

/**
 * Writes all that a store holds to `sink`: lines of JSON, compressed with gzip, the same from either kind of store; as it is at one
 * moment, whatever is imported meanwhile, and in constant memory. Ends the sink. Returns what is in it.
 * @param writtenBy the duizhao that writes it, for people
 * @throws AppError BAD_USER_INPUT where there is no report and no statistic: most likely this is not the store that was meant
 */
export async function backUp(store: Store, writtenBy: string, sink: Writable): Promise<BackupHead> {
  return withSnapshot(store, null, async (snapshot) => {
    const head = await makeHead(snapshot, writtenBy);
    const lines = formatBackup(head, (table) => readRows(snapshot.store.client, table));
    await pipeline(Readable.from(lines), createGzip(), sink);
    await snapshot.confirm();
    return head;
  });
}

async function makeHead({ store, release }: Snapshot, writtenBy: string): Promise<BackupHead> {
  const { id, reports, lineItems } = release;
  const rows: Partial<Record<Table, number>> = {};
  for (const table of TABLES) rows[table] = await countRows(store.client, table);
  if (reports === 0 && rows.Statistic === 0)
    throw new AppError('BAD_USER_INPUT', `expected a store that holds reports, got none in ${store.place}`);
  return {
    format: BACKUP_FORMAT,
    version: BACKUP_VERSION,
    writtenBy,
    createdAt: new Date().toISOString(),
    migration: await findLastMigration(store.client),
    release: { id, reports, lineItems },
    rows: rows as BackupHead['rows'],
  };
}
