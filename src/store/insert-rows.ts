import { Prisma } from './generated/client.js';
import type { Runner } from './store.js';

/** SQL types of a table's columns, by name. */
export type ColumnTypes = Readonly<
  Record<string, 'text' | 'int' | 'bigint' | 'numeric' | 'boolean' | 'jsonb' | 'text[]'>
>;
export type Value = string | number | bigint | boolean | null;
export type RowOf<T extends ColumnTypes> = Readonly<Record<keyof T & string, Value>>;

interface InsertOptions {
  /** Columns that no row brings along: a value for all of them, or what is made of `rows`, the table of them. */
  readonly shared?: Readonly<Record<string, Prisma.Sql>>;
  /** Leaves rows as they are whose id is there already. */
  readonly orSkip?: boolean;
}

/** Inserts rows by one statement, whatever their number: a column travels as one array of texts. */
export async function insertRows<T extends ColumnTypes>(
  runner: Runner,
  table: Prisma.ModelName,
  types: T,
  rows: readonly RowOf<T>[],
  { shared = {}, orSkip = false }: InsertOptions = {},
): Promise<void> {
  if (rows.length === 0) return;
  const names = Object.keys(types) as (keyof T & string)[];
  const arrays = names.map((name) => Prisma.sql`${rows.map((row) => toText(row[name]))}::text[]`);
  const values = [...Object.values(shared), ...names.map((name) => Prisma.raw(`rows."${name}"::${types[name]}`))];
  await runner.$executeRaw`
    INSERT INTO ${Prisma.raw(`"${table}" (${quoteAll([...Object.keys(shared), ...names])})`)}
    SELECT ${Prisma.join(values)} FROM unnest(${Prisma.join(arrays)}) AS rows (${Prisma.raw(quoteAll(names))})
    ${Prisma.raw(orSkip ? 'ON CONFLICT DO NOTHING' : '')}`;
}

/** As columns of a statement. */
export function quoteAll(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(', ');
}

/** A value as SQL text. */
export function toText(value: Value | undefined): string | null {
  return value === null || value === undefined ? null : String(value);
}

/** A list of texts as SQL text. */
export function toArray(texts: readonly string[]): string {
  return `{${texts.map((text) => `"${text.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
}
