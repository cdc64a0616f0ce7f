import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import pg from 'pg';
import { AppError } from '../domain/app-error.js';
import { readEmbedded, readPool, readThrough, tellListeners } from './direct-reads.js';
import type { Source } from './direct-reads.js';
import { transactEmbedded, transactInPool } from './direct-writes.js';
import { reasonOf } from './driver-errors.js';
import { makeEmbeddedCopies } from './embedded-copies.js';
import { openDatabase } from './embedded-database.js';
import { lockFolder } from './folder-lock.js';
import { PrismaClient } from './generated/client.js';
import { lockMigrations, migrate } from './migrate.js';
import { parseAddress, quote } from './postgres-address.js';
import type { PostgresAddress } from './postgres-address.js';
import { makeCopyPool } from './postgres-copies.js';
import type { Store } from './store.js';
import { VALUE_READERS } from './value-readers.js';

export interface OpenOptions {
  /** Milliseconds after which Postgres cancels a statement; default: never. The embedded store can't. */
  readonly statementTimeout?: number;
}

export type StoreLocation = { readonly dataDir: string } | { readonly databaseUrl: string };

/**
 * Opens the embedded store of a folder (made if it isn't there) or a Postgres database, and brings its schema up to date.
 * @throws AppError STORE_BUSY where another process has the folder, STORE_UNAVAILABLE, MIGRATION_REFUSED
 */
export async function openStore(location: StoreLocation, options: OpenOptions = {}): Promise<Store> {
  return 'dataDir' in location ? openEmbedded(resolve(location.dataDir)) : openPostgres(location.databaseUrl, options);
}

async function openEmbedded(folder: string): Promise<Store> {
  await mkdir(folder, { recursive: true }).catch((error: Error) => {
    throw new AppError(
      'STORE_UNAVAILABLE',
      `expected ${folder} to be a folder for the store, or to be made, got: ${error.message}`,
      { folder },
    );
  });
  const lock = await lockFolder(folder, stopAtOnce(folder)).catch((error: NodeJS.ErrnoException) => {
    if (error instanceof AppError || !/^E(?:ACCES|PERM|ROFS|NOSPC)$/.test(error.code ?? '')) throw error;
    throw new AppError('STORE_UNAVAILABLE', `expected a folder that can be written, got: ${error.message}`, { folder });
  });
  const closers = [lock.release];
  try {
    const database = await openDatabase(folder);
    closers.unshift(() => database.close());
    await database.exec("SET TimeZone TO 'UTC'");
    const client = connect(new PrismaPGlite(database));
    closers.unshift(() => client.$disconnect());
    const listeners: Store['listeners'] = new Set();
    const [openCopies, transact] = [makeEmbeddedCopies(database), transactEmbedded(database, listeners)];
    const own = { kind: 'EMBEDDED', place: folder, openCopies, transact, listeners } as const;
    return await prepare(own, client, readEmbedded(database), closers);
  } catch (error) {
    await closeAll(closers);
    throw error;
  }
}

/** What goes on writing without the lock damages what the new owner writes. */
function stopAtOnce(folder: string): (reason: Error) => void {
  return (reason) => {
    process.stderr.write(
      `lost the lock of ${folder} (${reason.message}): stopping at once, nothing half written is kept\n`,
    );
    process.exit(3);
  };
}

async function openPostgres(databaseUrl: string, { statementTimeout }: OpenOptions): Promise<Store> {
  const address = parseAddress(databaseUrl);
  const { connectionString, schema, place } = address;
  const pool = openPool(connectionString, statementTimeout);
  const copies = makeCopyPool(connectionString);
  const client = connect(new PrismaPg(pool, { schema }));
  const closers = [copies.close, (): Promise<void> => client.$disconnect(), (): Promise<void> => pool.end()];
  try {
    await checkServer(client, address);
    const listeners: Store['listeners'] = new Set();
    const transact = transactInPool(pool, listeners);
    const own = { kind: 'POSTGRES', place, openCopies: copies.open, transact, listeners } as const;
    return await prepare(own, client, readPool(pool), closers);
  } catch (error) {
    await closeAll(closers);
    throw error;
  }
}

/** One for Prisma and for what reads past it: a process takes so many connections, whoever wants them. */
const MOST_CONNECTIONS = 10;

function openPool(connectionString: string, statementTimeout?: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max: MOST_CONNECTIONS,
    connectionTimeoutMillis: 5_000,
    ...(statementTimeout && { statement_timeout: statementTimeout }),
    types: {
      getTypeParser: (type, format) =>
        (format === 'binary' ? undefined : VALUE_READERS[type]) ?? pg.types.getTypeParser(type, format),
    },
  });
  // An idle connection that is cut off is replaced by the next statement; unheard, it would end the program.
  return pool.on('error', () => undefined);
}

const OLDEST_SERVER = 150_000;

async function checkServer(client: PrismaClient, { place, schema }: PostgresAddress): Promise<void> {
  const [server] = await client.$queryRaw<{ version: number; shown: string; encoding: string }[]>`
    SELECT current_setting('server_version_num')::int AS version, current_setting('server_version') AS shown,
      current_setting('server_encoding') AS encoding`.catch((error: unknown) => {
    throw new AppError('STORE_UNAVAILABLE', `expected a database at ${place}, got: ${reasonOf(error)}`, { place });
  });
  const refuse = (expected: string, got: string | undefined): AppError =>
    new AppError('STORE_UNAVAILABLE', `expected ${expected} at ${place}, got ${got}`, { place });
  if (!server || server.version < OLDEST_SERVER) throw refuse('PostgreSQL 15 or newer', server?.shown);
  if (server.encoding !== 'UTF8') throw refuse('a database in UTF8', server.encoding);
  if (schema !== 'public') await makeSchema(client, schema);
}

/** Where it isn't there yet; two at once wait for each other. */
async function makeSchema(client: PrismaClient, schema: string): Promise<void> {
  await client.$transaction(async (tx) => {
    await lockMigrations(tx);
    const [found] = await tx.$queryRaw<{ present: boolean }[]>`
      SELECT to_regnamespace(${quote(schema)}) IS NOT NULL AS present`;
    // IF NOT EXISTS would ask for the right to make one even so.
    if (!found?.present) await tx.$executeRawUnsafe(`CREATE SCHEMA ${quote(schema)}`);
  });
}

function connect(adapter: PrismaPg | PrismaPGlite): PrismaClient {
  return new PrismaClient({ adapter, log: [{ emit: 'event', level: 'query' }], errorFormat: 'minimal' });
}

async function prepare(
  own: Pick<Store, 'kind' | 'place' | 'openCopies' | 'transact' | 'listeners'>,
  client: PrismaClient,
  source: Source,
  closers: readonly (() => Promise<void>)[],
): Promise<Store> {
  const { listeners } = own;
  (client as PrismaClient<'query'>).$on('query', ({ query }) => listeners.forEach((listen) => listen(query)));
  await migrate(client);
  const { send, openSnapshot } = tellListeners(source, listeners);
  return {
    ...own,
    client: readThrough(client, send),
    openSnapshot,
    inMemory: null,
    atHand: () => null,
    pinnedTo: null,
    writes: { pending: 0, done: 0 },
    close: () => closeAll(closers),
  };
}

async function closeAll(closers: readonly (() => Promise<void>)[]): Promise<void> {
  for (const close of closers) await close();
}
