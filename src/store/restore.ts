import type { Readable } from 'node:stream';
import { AppError } from '../domain/app-error.js';
import { findReleasedReports } from './add-release.js';
import { openBackup, refuse } from './backup-format.js';
import type { BackupHead, OpenBackup } from './backup-format.js';
import type { Prisma } from './generated/client.js';
import { makeReleaseId } from './ids.js';
import { lockWholeStore } from './locks.js';
import { beSequentialOnCitus, findLastMigration } from './migrate.js';
import { addToDigest, digestReports, formatDigest } from './release-digest.js';
import { findReleasedStatistics } from './statistics.js';
import type { Runner, Store } from './store.js';
import { analyseTable, clearTable, countRows, writeRows } from './table-rows.js';
import { READY_TABLES, TABLES } from './tables.js';
import { countWrite } from './writes.js';

/** The whole of a large store takes its time, and so does what is imported before. */
const PATIENCE = { maxWait: 120_000, timeout: 24 * 3_600_000 };

export interface RestoreRequest {
  /** Gives the file from its beginning; it is read twice. */
  readonly open: () => Readable;
  /** Whether what the store holds goes. */
  readonly replace: boolean;
}

/**
 * Puts what a backup holds into a store, in one transaction: all of it or nothing. The file is checked to its end before the store is
 * touched; afterwards the store must hold the rows and the release that the file names. Returns what is in it.
 * @throws AppError UNREADABLE_BACKUP, BAD_USER_INPUT where the store holds reports and `replace` was not asked for
 */
export async function restore(store: Store, { open, replace }: RestoreRequest): Promise<BackupHead> {
  await readBackup(open(), async (backup) => {
    await checkMigration(store, backup.head);
    await drain(backup);
  });
  const head = await readBackup(open(), async (backup) =>
    countWrite(store, (commits) =>
      store.client.$transaction(async (tx) => {
        await replaceAll(tx, backup, store.place, replace);
        commits();
      }, PATIENCE),
    ),
  );
  for (const table of TABLES) await analyseTable(store.client, table);
  return head;
}

/** Gives what `read` has read to the end. */
async function readBackup(source: Readable, read: (backup: OpenBackup) => Promise<void>): Promise<BackupHead> {
  try {
    const backup = await openBackup(source);
    await read(backup);
    return backup.head;
  } finally {
    source.destroy();
  }
}

async function drain(backup: OpenBackup): Promise<void> {
  for (const table of TABLES) for await (const _ of backup.readRows(table));
  await backup.readEnd();
}

async function replaceAll(
  tx: Prisma.TransactionClient,
  backup: OpenBackup,
  place: string,
  replace: boolean,
): Promise<void> {
  await beSequentialOnCitus(tx);
  await lockWholeStore(tx, { alone: true });
  await makeRoom(tx, place, replace);
  for (const table of TABLES) await writeRows(tx, table, backup.readRows(table));
  await backup.readEnd();
  await checkRestored(tx, backup.head);
}

async function checkMigration({ client }: Store, { migration, writtenBy }: BackupHead): Promise<void> {
  const own = await findLastMigration(client);
  if (migration !== own)
    throw refuse(
      `a backup of a store whose last migration is ${own}`,
      `${migration}, written by ${writtenBy}: restore it with that one, then open the store with this one`,
    );
}

/** Whoever reads goes on seeing what was there until all is in its place. */
async function makeRoom(tx: Prisma.TransactionClient, place: string, replace: boolean): Promise<void> {
  const reports = await countRows(tx, 'Report');
  const statistics = await countRows(tx, 'Statistic');
  if (reports + statistics > 0 && !replace) {
    const held = [`${reports} reports`, ...(statistics > 0 ? [`${statistics} statistics`] : [])].join(' and ');
    throw new AppError(
      'BAD_USER_INPUT',
      `expected an empty store, got ${held} in ${place}: --replace puts the backup in their place`,
    );
  }
  for (const table of [...READY_TABLES, ...[...TABLES].reverse()]) await clearTable(tx, table);
}

async function checkRestored(runner: Runner, head: BackupHead): Promise<void> {
  for (const table of TABLES) {
    const count = await countRows(runner, table);
    if (count !== head.rows[table]) throw refuse(`${head.rows[table]} rows of ${table}`, `${count}`);
  }
  const [latest] = await runner.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Release" ORDER BY "number" DESC LIMIT 1`;
  if (latest?.id !== head.release.id) throw refuse(`release ${head.release.id}`, `${latest?.id}`);
  const departments = await runner.$queryRaw<{ id: string }[]>`SELECT "id" FROM "Department"`;
  const ids = departments.map(({ id }) => id);
  const reports = formatDigest(digestReports(await findReleasedReports(runner, ids)));
  const release = makeReleaseId(addToDigest(reports, await findReleasedStatistics(runner)));
  if (release !== head.release.id) throw refuse(`rows of release ${head.release.id}`, `those of ${release}`);
}
