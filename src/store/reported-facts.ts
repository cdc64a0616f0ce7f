import type { Page, PageRequest, ReportedFactFilter } from '../domain/filters.js';
import type { StoredFact } from '../domain/records.js';
import { groupBy } from '../domain/group-by.js';
import { allOf, matchInt, matchOneOf, matchText, texts } from './conditions.js';
import type { Condition } from './conditions.js';
import { Prisma } from './generated/client.js';
import { keyRows } from './key-rows.js';
import { departmentIdOf } from './ids.js';
import { cursorKeyOf, isAfter, limitOf, orderBy, toPage } from './paging.js';
import type { Keyed, Order } from './paging.js';
import { matchPlace } from './report-conditions.js';
import { SOURCE_COLUMNS, toSource } from './source-rows.js';
import type { SourceRow } from './source-rows.js';
import type { Store } from './store.js';

type FactRow = Omit<StoredFact, 'source' | 'reportId' | 'year'> & SourceRow & { readonly factYear: number };

const COLUMNS = Prisma.sql`
  "id", "metric", "accountId", "label", "kind", "base", "stage", "factYear", "value"::text AS "value", "valueUnit",
  ${SOURCE_COLUMNS}`;

export const FACT_LIST: Order = {
  name: 'reported facts',
  keys: [
    { sql: 'f."departmentId"', type: 'text' },
    { sql: 'f."reportId"', type: 'text' },
    { sql: 'f."position"', type: 'integer' },
  ],
};

/** `year` is the one that a fact is about. */
export function matchFact(store: Store, filter: ReportedFactFilter | null | undefined): Condition[] {
  return [
    ...matchPlace(store, 'f', filter && { ...filter, year: null }, true),
    ...matchInt('f."factYear"', filter?.year),
    ...matchOneOf('f."metric"', filter?.metric),
    ...matchText('f."accountCode"', filter?.accountCode),
    ...matchText('f."label"', filter?.label),
    ...matchOneOf('f."kind"', filter?.kind),
    ...matchOneOf('f."base"', filter?.base),
    ...matchOneOf('f."stage"', filter?.stage),
  ];
}

/** Facts of current reports (of superseded ones only where `filter.report` names them), by report id, then as printed. */
export async function findFacts(
  store: Store,
  filter: ReportedFactFilter | null | undefined,
  page: PageRequest,
): Promise<Page<StoredFact>> {
  const rows = await store.client.$queryRaw<Keyed<FactRow>[]>`
    SELECT ${COLUMNS}, ${cursorKeyOf(FACT_LIST)} FROM "ReportedFact" f
    WHERE ${allOf([...matchFact(store, filter), ...isAfter(FACT_LIST, page)])}
    ORDER BY ${orderBy(FACT_LIST)} LIMIT ${limitOf(page)}::int`;
  return toPage(FACT_LIST, page, rows, toFact);
}

export async function countFacts(store: Store, filter?: ReportedFactFilter | null): Promise<number> {
  const [found] = await store.client.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM "ReportedFact" f WHERE ${allOf(matchFact(store, filter))}`;
  return found?.count ?? 0;
}

export async function findFactsByIds(store: Store, ids: readonly string[]): Promise<ReadonlyMap<string, StoredFact>> {
  return keyRows(await findWhereIn(store, '"id"', ids), ({ id }) => id);
}

/** As printed; a report without any is absent. */
export async function findFactsByReportIds(
  store: Store,
  reportIds: readonly string[],
): Promise<ReadonlyMap<string, readonly StoredFact[]>> {
  return groupBy(await findWhereIn(store, '"reportId"', reportIds), ({ reportId }) => reportId);
}

async function findWhereIn(store: Store, column: string, ids: readonly string[]): Promise<StoredFact[]> {
  const rows = await store.client.$queryRaw<FactRow[]>`
    SELECT ${COLUMNS} FROM "ReportedFact" f
    WHERE f."departmentId" = ANY(${texts(ids.map(departmentIdOf))}) AND f.${Prisma.raw(column)} = ANY(${texts(ids)})
    ORDER BY ${orderBy(FACT_LIST)}`;
  return rows.map(toFact);
}

function toFact({ factYear, ...row }: FactRow): StoredFact {
  const { id, reportId, metric, accountId, label, kind, base, stage, value, valueUnit } = row;
  const own = { id, reportId, metric, accountId, label, kind, base, stage, value, valueUnit };
  return { ...own, year: factYear, source: toSource(row) };
}
