import { allOf } from './conditions.js';
import type { Condition } from './conditions.js';
import { Prisma } from './generated/client.js';
import { compareKey, cursorKeyOf, orderBy, readKey } from './paging.js';
import type { Keyed } from './paging.js';
import type { Order } from './paging.js';
import type { Store } from './store.js';

/**
 * Rows of a stretch: few at first, so that the first bytes come early, then many, so that the statements weigh nothing. On the embedded
 * store nobody else is answered while one runs.
 */
const ROWS = { POSTGRES: { first: 500, most: 32_000 }, EMBEDDED: { first: 500, most: 1_000 } } as const;

/** Part of an order. */
export interface Stretch {
  readonly conditions: readonly Condition[];
  /** Of the rows that fit so many are in it, by their order; null: all. */
  readonly limit: number | null;
}

/** One after another; all of them together are all rows. */
export type Stretches = AsyncIterable<Stretch>;

/** Of `r`, a report: departments, and the reports of each, by id. */
const REPORT_WALK: Pick<Order, 'keys'> = {
  keys: [
    { sql: 'r."departmentId"', type: 'text' },
    { sql: 'r."id"', type: 'text' },
  ],
};
/** Reports that are read at one go. */
const REPORTS = 200;

/** Along the reports that fit: stretches of whole reports with some so many line items. */
export async function* walkReports(store: Store, conditions: readonly Condition[]): Stretches {
  const sizes = growSizes(store);
  let [from, rows, size] = [null as readonly string[] | null, 0, sizes.next().value];
  for (let after = from; ;) {
    const reports = await findReports(store, [...conditions, ...isAfter(REPORT_WALK, after)]);
    for (const { key, lineItems } of reports) {
      after = key;
      rows += lineItems;
      if (rows < size) continue;
      yield { conditions: isBetween(REPORT_WALK, from, key), limit: null };
      [from, rows, size] = [key, 0, sizes.next().value];
    }
    if (reports.length < REPORTS) break;
  }
  yield { conditions: isBetween(REPORT_WALK, from, null), limit: null };
}

async function findReports(
  { client }: Store,
  conditions: readonly Condition[],
): Promise<readonly { readonly key: readonly string[]; readonly lineItems: number }[]> {
  return client.$queryRaw`
    SELECT ARRAY[r."departmentId", r."id"] AS "key", r."lineItemCount"::int AS "lineItems" FROM "Report" r
    WHERE ${allOf(conditions)} ORDER BY ${orderBy(REPORT_WALK)} LIMIT ${REPORTS}::int`;
}

/** Along an order of the rows themselves, which are those of `from` that fit. */
export async function* walkRows(
  store: Store,
  from: Prisma.Sql,
  conditions: readonly Condition[],
  order: Order,
): Stretches {
  let after: readonly string[] | null = null;
  for (const size of growSizes(store)) {
    const own = isAfter(order, after);
    const end = await findEnd(store, from, [...conditions, ...own], order, size);
    yield { conditions: own, limit: size };
    if (end === null) return;
    after = end;
  }
}

/** Where a stretch of this size ends; null: there are not so many rows. */
async function findEnd(
  { client }: Store,
  from: Prisma.Sql,
  conditions: readonly Condition[],
  order: Order,
  size: number,
): Promise<readonly string[] | null> {
  const [end] = await client.$queryRaw<Keyed<object>[]>`
    SELECT own."cursorKey" FROM (
      SELECT ${cursorKeyOf(order)}, row_number() OVER (ORDER BY ${orderBy(order)}) AS place FROM ${from}
      WHERE ${allOf(conditions)} ORDER BY ${orderBy(order)} LIMIT ${size}::int
    ) own WHERE own.place = ${size}::int`;
  return end ? readKey(end) : null;
}

function* growSizes({ kind }: Store): Generator<number, never> {
  const { first, most } = ROWS[kind];
  for (let size: number = first; ; size = Math.min(2 * size, most)) yield size;
}

function isBetween(
  order: Pick<Order, 'keys'>,
  after: readonly string[] | null,
  upTo: readonly string[] | null,
): readonly Condition[] {
  return [...isAfter(order, after), ...(upTo === null ? [] : [compareKey(order, '<=', upTo)])];
}

function isAfter(order: Pick<Order, 'keys'>, after: readonly string[] | null): readonly Condition[] {
  return after === null ? [] : [compareKey(order, '>', after)];
}
