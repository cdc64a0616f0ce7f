import type { LineItemFilter, LineItemOrder, Page, PageRequest } from '../domain/filters.js';
import type { StoredLineItem } from '../domain/records.js';
import { groupBy } from '../domain/group-by.js';
import { allOf, texts } from './conditions.js';
import type { Condition } from './conditions.js';
import { Prisma } from './generated/client.js';
import { keyRows } from './key-rows.js';
import { departmentIdOf, reportIdOf } from './ids.js';
import { matchLineItem } from './line-item-conditions.js';
import { lineItemColumns, toLineItem } from './line-item-rows.js';
import type { LineItemFields, LineItemRow } from './line-item-rows.js';
import { cursorKeyOf, isAfter, limitOf, orderBy, toPage } from './paging.js';
import type { Keyed, Order } from './paging.js';
import type { Store } from './store.js';

const ownerOfItem = ([, id = '']: readonly string[]): string => reportIdOf(id);
const BY_AMOUNT: Order['keys'] = [
  { sql: 'l."amount"', type: 'integer' },
  { sql: 'l."id"', type: 'text' },
];
/** Falling amounts, and rising ids among equal ones. */
const BY_AMOUNT_FALLING: Order['keys'] = [
  { sql: '(-l."amount")', type: 'integer' },
  { sql: 'l."id"', type: 'text' },
];
export const LINE_ITEM_LISTS: Readonly<Record<LineItemOrder, Order>> = {
  PRINTED: {
    name: 'line items',
    keys: [
      { sql: 'l."departmentId"', type: 'text' },
      { sql: 'l."reportId"', type: 'text' },
      { sql: 'l."position"', type: 'integer' },
    ],
    ownerOf: ([, reportId = '']) => reportId,
  },
  AMOUNT_ASC: { name: 'line items by amount', keys: BY_AMOUNT, ownerOf: ownerOfItem },
  AMOUNT_DESC: { name: 'line items by amount, falling', keys: BY_AMOUNT_FALLING, ownerOf: ownerOfItem },
};

/**
 * Line items of current reports (of superseded ones only where `filter.report` names them). PRINTED: by report id, then as
 * printed; amounts: by amount, then by id.
 */
export async function findLineItems(
  store: Store,
  filter: LineItemFilter | null | undefined,
  order: LineItemOrder,
  page: PageRequest,
  fields: LineItemFields = null,
): Promise<Page<StoredLineItem>> {
  const own = LINE_ITEM_LISTS[order];
  const rows = await store.client.$queryRaw<Keyed<LineItemRow>[]>`
    SELECT ${lineItemColumns(fields)}, ${cursorKeyOf(own)} FROM "LineItem" l
    WHERE ${allOf([...matchLineItem(store, filter), ...isAfter(own, page)])}
    ORDER BY ${orderBy(own)} LIMIT ${limitOf(page)}::int`;
  return toPage(own, page, rows, toLineItem);
}

export async function countLineItems(store: Store, filter?: LineItemFilter | null): Promise<number> {
  const [found] = await store.client.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM "LineItem" l WHERE ${allOf(matchLineItem(store, filter))}`;
  return found?.count ?? 0;
}

export async function findLineItemsByIds(
  store: Store,
  ids: readonly string[],
): Promise<ReadonlyMap<string, StoredLineItem>> {
  const rows = await store.client.$queryRaw<LineItemRow[]>`
    SELECT ${lineItemColumns(null)} FROM "LineItem" l
    WHERE l."departmentId" = ANY(${texts(unique(ids.map(departmentIdOf)))}) AND l."id" = ANY(${texts(ids)})`;
  return keyRows(rows.map(toLineItem), ({ id }) => id);
}

/** The same page of each of several reports (superseded ones too), in one statement; every report asked for has an entry. */
export async function findLineItemPagesByReportIds(
  store: Store,
  reportIds: readonly string[],
  filter: LineItemFilter | null | undefined,
  order: LineItemOrder,
  page: PageRequest,
  fields: LineItemFields = null,
): Promise<ReadonlyMap<string, Page<StoredLineItem>>> {
  const own = LINE_ITEM_LISTS[order];
  const conditions = [...inReports(reportIds), ...matchLineItem(store, filter, false), ...isAfter(own, page)];
  // Of one report the page is what comes first; rows of several have to be numbered.
  const statement =
    reportIds.length === 1
      ? Prisma.sql`
        SELECT ${lineItemColumns(fields)}, ${cursorKeyOf(own)} FROM "LineItem" l WHERE ${allOf(conditions)}
        ORDER BY ${orderBy(own)} LIMIT ${limitOf(page)}::int`
      : Prisma.sql`
        SELECT ${lineItemColumns(fields)}, l."cursorKey" FROM (
          SELECT l.*, ${cursorKeyOf(own)},
            row_number() OVER (PARTITION BY l."departmentId", l."reportId" ORDER BY ${orderBy(own)}) AS place
          FROM "LineItem" l WHERE ${allOf(conditions)}
        ) AS l
        WHERE l.place <= ${limitOf(page)}::int ORDER BY ${orderBy(own)}`;
  const rows = await store.client.$queryRaw<Keyed<LineItemRow>[]>(statement);
  const groups = groupBy(rows, ({ reportId }) => reportId);
  return new Map(reportIds.map((id) => [id, toPage(own, page, groups.get(id) ?? [], toLineItem)]));
}

/** How many line items of each report fit; every report asked for has an entry. */
export async function countLineItemsByReportIds(
  store: Store,
  reportIds: readonly string[],
  filter?: LineItemFilter | null,
): Promise<ReadonlyMap<string, number>> {
  const rows = await store.client.$queryRaw<{ reportId: string; count: number }[]>`
    SELECT l."reportId", count(*)::int AS count FROM "LineItem" l
    WHERE ${allOf([...inReports(reportIds), ...matchLineItem(store, filter, false)])}
    GROUP BY l."departmentId", l."reportId"`;
  const counts = new Map(rows.map(({ reportId, count }) => [reportId, count]));
  return new Map(reportIds.map((id) => [id, counts.get(id) ?? 0]));
}

function inReports(reportIds: readonly string[]): Condition[] {
  const [id, ...others] = reportIds;
  // Of one report the index gives the rows in their order; a list of one it would sort.
  if (id !== undefined && others.length === 0)
    return [Prisma.sql`l."departmentId" = ${departmentIdOf(id)}`, Prisma.sql`l."reportId" = ${id}`];
  return [
    Prisma.sql`l."departmentId" = ANY(${texts(unique(reportIds.map(departmentIdOf)))})`,
    Prisma.sql`l."reportId" = ANY(${texts(reportIds)})`,
  ];
}

function unique(ids: readonly string[]): string[] {
  return [...new Set(ids)];
}
