import { Prisma } from './generated/client.js';
import type { Runner } from './store.js';

/** SQL types of a table's columns, by name. */
export type ColumnTypes = Readonly<Record<string, 'text' | 'int' | 'bigint' | 'numeric' | 'boolean'>>;
type Value = string | number | bigint | boolean | null;
export type RowOf<T extends ColumnTypes> = Readonly<Record<keyof T & string, Value>>;

/**
 * Inserts rows by one statement, whatever their number: a column travels as one array of texts. An id that is there already is left
 * as it is, where `orSkip` says so.
 */
export async function insertRows<T extends ColumnTypes>(
  runner: Runner,
  table: Prisma.ModelName,
  types: T,
  rows: readonly RowOf<T>[],
  { orSkip = false } = {},
): Promise<void> {
  if (rows.length === 0) return;
  const names = Object.keys(types) as (keyof T & string)[];
  const quoted = names.map((name) => `"${name}"`);
  const arrays = names.map((name) => Prisma.sql`${rows.map((row) => toText(row[name]))}::text[]`);
  const casts = names.map((name) => `"${name}"::${types[name]}`);
  await runner.$executeRaw`
    INSERT INTO ${Prisma.raw(`"${table}" (${quoted.join(', ')})`)}
    SELECT ${Prisma.raw(casts.join(', '))}
    FROM unnest(${Prisma.join(arrays)}) AS rows (${Prisma.raw(quoted.join(', '))})
    ${Prisma.raw(orSkip ? 'ON CONFLICT DO NOTHING' : '')}`;
}

/** A value as SQL text. */
export function toText(value: Value | undefined): string | null {
  return value === null || value === undefined ? null : String(value);
}
