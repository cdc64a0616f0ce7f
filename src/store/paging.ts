import { AppError } from '../domain/app-error.js';
import type { Page, PageRequest } from '../domain/filters.js';
import { Prisma } from './generated/client.js';
import { toStorable } from './storable.js';

/**
 * The total order of a list: SQL expressions that all rows differ in, all ascending. A cursor is the value of
 * the expressions in one row, so that rows inserted or gone meanwhile are neither repeated nor passed over.
 */
export interface Order {
  /** Tells the cursors of one list from another's. */
  readonly name: string;
  readonly keys: readonly OrderKey[];
  /** Of a cursor's values, whose own list the row is in too (a report's id, a year); none: it is in no such list. */
  readonly ownerOf?: (values: readonly string[]) => string;
}

export interface OrderKey {
  readonly sql: string;
  readonly type: 'text' | 'integer' | 'numeric';
}

/** A row with what its cursor is made of: the key's values as texts, in JSON, as of most rows nobody asks for it. */
export type Keyed<T> = T & { readonly cursorKey: string };

/** The column to select for `Keyed`. */
export function cursorKeyOf({ keys }: Order): Prisma.Sql {
  return Prisma.raw(`json_build_array(${keys.map(({ sql }) => `(${sql})::text`).join(', ')})::text AS "cursorKey"`);
}

/** The values of the key, as texts. */
export function readKey({ cursorKey }: Keyed<object>): readonly string[] {
  return JSON.parse(cursorKey) as readonly string[];
}

export function orderBy({ keys }: Pick<Order, 'keys'>): Prisma.Sql {
  return Prisma.raw(keys.map(({ sql }) => sql).join(', '));
}

/**
 * Looks at a cursor before anything is read.
 * @param owner the one whose own list is asked for
 * @throws AppError BAD_USER_INPUT where the cursor was not given by this list
 */
export function checkCursor(order: Order, { after }: PageRequest, owner?: string): void {
  if (after === null || after === undefined) return;
  const values = decodeCursor(order, after);
  if (owner !== undefined && order.ownerOf?.(values) !== owner) throw refuseCursor(after);
}

/**
 * The values of a cursor, for lists that are sorted here; null without one.
 * @throws AppError BAD_USER_INPUT where the cursor was not given by this list
 */
export function readCursor(order: Order, { after }: PageRequest): readonly string[] | null {
  return after === null || after === undefined ? null : decodeCursor(order, after);
}

/**
 * The condition that a row comes after the cursor; none without one.
 * @throws AppError BAD_USER_INPUT where the cursor was not given by this list
 */
export function isAfter(order: Order, { after }: PageRequest): Prisma.Sql[] {
  if (after === null || after === undefined) return [];
  return [compareKey(order, '>', decodeCursor(order, after))];
}

/** The condition that a row comes after the one with these values of the key, or is it at the latest. */
export function compareKey(order: Pick<Order, 'keys'>, operator: '>' | '<=', values: readonly string[]): Prisma.Sql {
  const given = order.keys.map(
    ({ type }, place) => Prisma.sql`${toStorable(values[place] ?? '')}::${Prisma.raw(SQL_TYPES[type])}`,
  );
  return Prisma.sql`(${orderBy(order)}) ${Prisma.raw(operator)} (${Prisma.join(given)})`;
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
    edges: shown.map((row) => new KeyedEdge(order, row, toNode(row))),
    hasNextPage: rows.length > request.first,
    hasPreviousPage: request.after !== null && request.after !== undefined,
  };
}

/** A row of a page, whose cursor is spelled when it is asked for: of most rows nobody does. */
class KeyedEdge<T> {
  readonly #order: Order;
  readonly #row: Keyed<object>;

  constructor(
    order: Order,
    row: Keyed<object>,
    readonly node: T,
  ) {
    this.#order = order;
    this.#row = row;
  }

  get cursor(): string {
    return encodeCursor(this.#order, readKey(this.#row));
  }
}

function encodeCursor({ name }: Order, key: readonly string[]): string {
  return Buffer.from(JSON.stringify([name, ...key])).toString('base64url');
}

const SQL_TYPES = { text: 'text', integer: 'bigint', numeric: 'numeric' } as const;
const INT64_MAX = 2n ** 63n - 1n;

function fits(type: OrderKey['type'], value: string): boolean {
  if (type === 'text') return true;
  if (type === 'numeric') return /^-?\d{1,40}$/.test(value);
  if (!/^-?\d{1,19}$/.test(value)) return false;
  return BigInt(value) <= INT64_MAX && BigInt(value) >= -INT64_MAX;
}

function decodeCursor(order: Order, cursor: string): string[] {
  const { keys } = order;
  const parts = parseCursor(cursor);
  if (!Array.isArray(parts) || parts.length !== keys.length + 1) throw refuseCursor(cursor);
  const values = keys.map(({ type }, place) => {
    const value: unknown = parts[place + 1];
    if (typeof value !== 'string' || !fits(type, value)) throw refuseCursor(cursor);
    return value;
  });
  // Of another list, or damaged in a way that still can be read.
  if (encodeCursor(order, values) !== cursor) throw refuseCursor(cursor);
  return values;
}

function refuseCursor(cursor: string): AppError {
  const shown = JSON.stringify(cursor.length > 60 ? `${cursor.slice(0, 60)}…` : cursor);
  return new AppError('BAD_USER_INPUT', `expected a cursor given by this connection, got ${shown}`);
}

function parseCursor(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}
