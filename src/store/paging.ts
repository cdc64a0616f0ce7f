import { AppError } from '../domain/app-error.js';
import type { Page, PageRequest } from '../domain/filters.js';
import { Prisma } from './generated/client.js';
import { toStorable } from './storable.js';

/**
 * The total order of a list: SQL expressions that all rows differ in, ascending together or descending together. A cursor is the value of
 * the expressions in one row, so that rows inserted or gone meanwhile are neither repeated nor passed over.
 */
export interface Order {
  /** Tells the cursors of one list from another's. */
  readonly name: string;
  readonly descending?: boolean;
  readonly keys: readonly OrderKey[];
}

export interface OrderKey {
  readonly sql: string;
  readonly type: 'text' | 'integer';
}

/** A row with what its cursor is made of: the key's values as texts. */
export type Keyed<T> = T & { readonly cursorKey: readonly string[] };

/** The column to select for `Keyed`. */
export function cursorKeyOf({ keys }: Order): Prisma.Sql {
  return Prisma.raw(`ARRAY[${keys.map(({ sql }) => `(${sql})::text`).join(', ')}] AS "cursorKey"`);
}

export function orderBy({ keys, descending }: Order): Prisma.Sql {
  return Prisma.raw(keys.map(({ sql }) => `${sql} ${descending ? 'DESC' : 'ASC'}`).join(', '));
}

/**
 * The condition that a row comes after the cursor; none without one.
 * @throws AppError BAD_USER_INPUT where the cursor was not given by this list
 */
export function isAfter(order: Order, { after }: PageRequest): Prisma.Sql[] {
  if (after === null || after === undefined) return [];
  const values = decodeCursor(order, after);
  const own = Prisma.raw(order.keys.map(({ sql }) => sql).join(', '));
  const given = order.keys.map(({ type }, place) => Prisma.sql`${values[place]}::${Prisma.raw(SQL_TYPES[type])}`);
  return [Prisma.sql`(${own}) ${Prisma.raw(order.descending ? '<' : '>')} (${Prisma.join(given)})`];
}

/** Rows to ask for: one more tells whether there is a next page. */
export function limitOf({ first }: PageRequest): number {
  return first + 1;
}

/** A page of the rows found with `limitOf`. */
export function toPage<Row, T>(
  order: Order,
  request: PageRequest,
  rows: readonly Keyed<Row>[],
  toNode: (row: Keyed<Row>) => T,
): Page<T> {
  const shown = rows.slice(0, request.first);
  return {
    edges: shown.map((row) => ({ cursor: encodeCursor(order, row.cursorKey), node: toNode(row) })),
    hasNextPage: rows.length > request.first,
    hasPreviousPage: request.after !== null && request.after !== undefined,
  };
}

function encodeCursor({ name }: Order, key: readonly string[]): string {
  return Buffer.from(JSON.stringify([name, ...key])).toString('base64url');
}

const SQL_TYPES = { text: 'text', integer: 'bigint' } as const;
const INT64_MAX = 2n ** 63n - 1n;

function fits(type: OrderKey['type'], value: string): boolean {
  if (type === 'text') return true;
  if (!/^-?\d{1,19}$/.test(value)) return false;
  return BigInt(value) <= INT64_MAX && BigInt(value) >= -INT64_MAX;
}

function decodeCursor({ name, keys }: Order, cursor: string): string[] {
  const refuse = (): AppError =>
    new AppError(
      'BAD_USER_INPUT',
      `expected a cursor given by this connection, got ${JSON.stringify(cursor.length > 60 ? `${cursor.slice(0, 60)}…` : cursor)}`,
    );
  const parts = parseCursor(cursor);
  if (!Array.isArray(parts) || parts.length !== keys.length + 1 || parts[0] !== name) throw refuse();
  return keys.map(({ type }, place) => {
    const value: unknown = parts[place + 1];
    if (typeof value !== 'string' || !fits(type, value)) throw refuse();
    return toStorable(value);
  });
}

function parseCursor(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}
