import { createHash, randomUUID } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { AppError } from '../domain/app-error.js';
import { Prisma } from './generated/client.js';
import type { PrismaClient } from './generated/client.js';
import { splitStatements } from './split-sql.js';

/** `prisma/migrations` of the project root, seen from src/store and from dist/store alike. */
export const MIGRATIONS_FOLDER = fileURLToPath(new URL('../../prisma/migrations/', import.meta.url));

/** Transactions wait for each other here, whatever store of the server they migrate. */
const LOCK = 7_205_759_403_792_794n;

/** Holds all other migrations of the server until the transaction ends. Migrations may take as long as they take. */
export async function lockMigrations(tx: Prisma.TransactionClient): Promise<void> {
  await tx.$executeRaw`SET LOCAL statement_timeout = 0`;
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(${LOCK}::bigint)::text`;
}
const PATIENCE = { maxWait: 60_000, timeout: 600_000 };

interface Migration {
  readonly name: string;
  /** SHA-256 of the file, as Prisma notes it. */
  readonly checksum: string;
  readonly sql: string;
}

interface Applied {
  readonly name: string;
  readonly checksum: string;
  readonly finished: boolean;
}

/**
 * Applies the migrations that a store lacks, each in a transaction of its own, and notes them in Prisma's table `_prisma_migrations`. Safe
 * to run at once from several processes. Returns the names of those applied.
 * @throws AppError MIGRATION_REFUSED where the store has a migration that was edited since, failed, or isn't known
 */
export async function migrate(client: PrismaClient, folder: string = MIGRATIONS_FOLDER): Promise<readonly string[]> {
  const migrations = await readMigrations(folder);
  const names: string[] = [];
  if (pendingOf(migrations, await findApplied(client)).length === 0) return names;
  for (;;) {
    const name = await client.$transaction((tx) => applyNext(tx, migrations), PATIENCE);
    if (name === null) return names;
    names.push(name);
  }
}

/** Name of the migration that was applied last. */
export async function findLastMigration(client: Pick<PrismaClient, '$queryRaw'>): Promise<string> {
  const last = (await findApplied(client)).at(-1);
  if (!last) throw new Error('expected an open store to have migrations, got none');
  return last.name;
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return Promise.all(
    names.sort().map(async (name) => {
      const bytes = await readFile(`${folder}/${name}/migration.sql`);
      return { name, checksum: createHash('sha256').update(bytes).digest('hex'), sql: bytes.toString('utf8') };
    }),
  );
}

/** The first of several runners applies the next migration; the others wait, and then find it applied. */
async function applyNext(tx: Prisma.TransactionClient, migrations: readonly Migration[]): Promise<string | null> {
  await lockMigrations(tx);
  await tx.$executeRaw(Prisma.raw(MIGRATIONS_TABLE));
  const [migration] = pendingOf(migrations, await findApplied(tx));
  if (!migration) return null;
  await beSequentialOnCitus(tx);
  const statements = splitStatements(migration.sql);
  for (const [index, statement] of statements.entries()) {
    await tx.$executeRawUnsafe(statement).catch((error: unknown) => {
      throw new AppError(
        'MIGRATION_REFUSED',
        `expected statement ${index + 1} of migration ${migration.name} to succeed, got: ${messageOf(error)}`,
        { migration: migration.name, statement },
      );
    });
  }
  await tx.$executeRaw`
    INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name", "finished_at", "applied_steps_count")
    VALUES (${randomUUID()}, ${migration.checksum}, ${migration.name}, now(), ${statements.length}::int)`;
  return migration.name;
}

/** Only what is really missing; anything that Prisma's own tool would not understand either is refused. */
function pendingOf(migrations: readonly Migration[], applied: readonly Applied[]): Migration[] {
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const { name, checksum, finished } of applied) {
    const migration = known.get(name);
    if (!migration)
      throw refuse(name, `expected a migration of this version, got ${name}, which a newer version may have applied`);
    if (!finished) throw refuse(name, `expected migration ${name} to be finished, got one that failed midway`);
    if (migration.checksum !== checksum)
      throw refuse(
        name,
        `expected migration ${name} as it was applied (${checksum}), got ${migration.checksum}: edited`,
      );
  }
  const done = new Set(applied.map(({ name }) => name));
  return migrations.filter(({ name }) => !done.has(name));
}

function refuse(migration: string, message: string): AppError {
  return new AppError('MIGRATION_REFUSED', message, { migration });
}

async function findApplied(client: Pick<PrismaClient, '$queryRaw'>): Promise<Applied[]> {
  const [table] = await client.$queryRaw<{ present: boolean }[]>`
    SELECT to_regclass('"_prisma_migrations"') IS NOT NULL AS present`;
  if (!table?.present) return [];
  return client.$queryRaw<Applied[]>`
    SELECT "migration_name" AS name, "checksum", "finished_at" IS NOT NULL AS finished
    FROM "_prisma_migrations" WHERE "rolled_back_at" IS NULL ORDER BY "started_at", "migration_name"`;
}

/** As Prisma makes it. */
const MIGRATIONS_TABLE = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL,
  "checksum" VARCHAR(64) NOT NULL,
  "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL,
  "logs" TEXT,
  "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
  "applied_steps_count" INTEGER NOT NULL DEFAULT 0
)`;

/** A distributed store refuses a transaction that alters or writes a table after having touched shards in parallel. */
export async function beSequentialOnCitus(tx: Prisma.TransactionClient): Promise<void> {
  const [citus] = await tx.$queryRaw<{ present: boolean }[]>`
    SELECT EXISTS (SELECT FROM pg_extension WHERE extname = 'citus') AS present`;
  if (citus?.present) await tx.$executeRawUnsafe(`SET LOCAL citus.multi_shard_modify_mode TO 'sequential'`);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message.replace(/\s+/g, ' ').trim() : String(error);
}
