import { Prisma } from './generated/client.js';
import type { Runner } from './store.js';
import type { Table } from './tables.js';

/** What reading and writing all rows of a table takes; the database knows it. */
interface TableShape {
  /** Without those that the database computes. */
  readonly columns: readonly string[];
  /** Columns of the primary key, in its order. */
  readonly key: readonly string[];
  /** Whether rows refer to others of the table. */
  readonly selfReferring: boolean;
}

/** Rows of a batch: enough that a statement is worth it, few enough that they are little memory. */
const BATCH = 2_000;

/**
 * All rows of a table by its primary key, batch by batch, each as the JSON that Postgres makes of it: no figure becomes a JavaScript
 * number on the way.
 */
export async function* readRows(runner: Runner, table: Table): AsyncGenerator<string[]> {
  const { columns, key } = await describeTable(runner, table);
  const [all, keys, from] = [list(columns), list(key), quote(table)];
  for (let last: string | undefined; ;) {
    const after = last === undefined ? Prisma.empty : isAfter(table, keys, last);
    const rows = await runner.$queryRaw<{ row: string }[]>`
      SELECT to_jsonb(t)::text AS row
      FROM (SELECT ${all} FROM ${from} ${after} ORDER BY ${keys} LIMIT ${BATCH}::int) t`;
    if (rows.length > 0) yield rows.map(({ row }) => row);
    if (rows.length < BATCH) return;
    last = rows.at(-1)?.row;
  }
}

function isAfter(table: Table, keys: Prisma.Sql, row: string): Prisma.Sql {
  return Prisma.sql`WHERE (${keys}) > (SELECT ${keys} FROM jsonb_populate_record(NULL::${quote(table)}, ${row}::jsonb))`;
}

export async function countRows(runner: Runner, table: Table): Promise<number> {
  const [counted] = await runner.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count FROM ${quote(table)}`;
  return counted?.count ?? 0;
}

export async function clearTable(runner: Runner, table: Prisma.ModelName): Promise<void> {
  await runner.$executeRaw`DELETE FROM ${quote(table)}`;
}

/** Tells the planner what is in a table; the embedded store does not find out by itself. */
export async function analyseTable(runner: Runner, table: Table): Promise<void> {
  await runner.$executeRaw`ANALYZE ${quote(table)}`;
}

/** Writes batches of rows, as `readRows` gives them, into a table. */
export async function writeRows(
  runner: Runner,
  table: Table,
  batches: AsyncIterable<readonly string[]>,
): Promise<void> {
  const { columns, selfReferring } = await describeTable(runner, table);
  const all = list(columns);
  // Rows refer to rows of later batches too: they are gathered, and go in by one statement.
  const gathered = Prisma.raw(`"gathered ${table}"`);
  const target = selfReferring ? gathered : quote(table);
  if (selfReferring)
    await runner.$executeRaw`
      CREATE TEMPORARY TABLE ${gathered} ON COMMIT DROP AS SELECT ${all} FROM ${quote(table)} WITH NO DATA`;
  for await (const rows of batches)
    await runner.$executeRaw`
      INSERT INTO ${target} (${all})
      SELECT ${all} FROM jsonb_populate_recordset(NULL::${quote(table)}, ${`[${rows.join(',')}]`}::jsonb)`;
  if (selfReferring) await runner.$executeRaw`INSERT INTO ${quote(table)} (${all}) SELECT ${all} FROM ${gathered}`;
}

async function describeTable(runner: Runner, table: Table): Promise<TableShape> {
  const columns = await runner.$queryRaw<{ name: string; place: number | null; selfReferring: boolean }[]>`
    SELECT a.attname::text AS name, array_position(k.indkey::int2[], a.attnum) AS place,
      EXISTS (SELECT FROM pg_constraint WHERE contype = 'f' AND conrelid = a.attrelid AND confrelid = a.attrelid)
        AS "selfReferring"
    FROM pg_attribute a LEFT JOIN pg_index k ON k.indrelid = a.attrelid AND k.indisprimary
    WHERE a.attrelid = ${`"${table}"`}::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
    ORDER BY a.attnum`;
  const key = columns.filter(({ place }) => place !== null).sort((a, b) => Number(a.place) - Number(b.place));
  return {
    columns: columns.map(({ name }) => name),
    key: key.map(({ name }) => name),
    selfReferring: columns.some(({ selfReferring }) => selfReferring),
  };
}

function list(names: readonly string[]): Prisma.Sql {
  return Prisma.raw(names.map((name) => `"${name}"`).join(', '));
}

function quote(table: Prisma.ModelName): Prisma.Sql {
  return Prisma.raw(`"${table}"`);
}
