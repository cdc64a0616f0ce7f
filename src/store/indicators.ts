import type { IndicatorFilter, Page, PageRequest } from '../domain/filters.js';
import { measureIndicator } from '../domain/performance-measures.js';
import type { IndicatorMeasures } from '../domain/performance-measures.js';
import type { StoredIndicator } from '../domain/records.js';
import { groupBy } from '../domain/group-by.js';
import { allOf, matchBoolean, matchText, texts } from './conditions.js';
import type { Condition } from './conditions.js';
import { matchEvaluation } from './evaluations.js';
import { Prisma } from './generated/client.js';
import { departmentIdOf } from './ids.js';
import { cursorKeyOf, isAfter, limitOf, orderBy, toPage } from './paging.js';
import type { Keyed, Order } from './paging.js';
import { matchPlace, namesReports } from './report-conditions.js';
import { toSource } from './source-rows.js';
import type { SourceRow } from './source-rows.js';
import type { Store } from './store.js';

interface IndicatorRow extends SourceRow, Omit<StoredIndicator, 'source' | keyof IndicatorMeasures> {
  readonly reportId: string;
  readonly met: boolean | null;
}

const COLUMNS = Prisma.raw(
  [
    ...['id', 'reportId', 'evaluationId', 'level1', 'level2', 'name', 'inferredName'].map((name) => `i."${name}"`),
    ...['target', 'actual', 'met'].map((name) => `i."${name}"`),
    ...['weight', 'score'].map((name) => `i."${name}"::text AS "${name}"`),
    ...['Table', 'Section', 'Line', 'Page', 'Text'].map((name) => `i."source${name}"`),
  ].join(', '),
);
export const INDICATOR_LIST: Order = {
  name: 'indicators',
  keys: [
    { sql: 'i."departmentId"', type: 'text' },
    { sql: 'i."reportId"', type: 'text' },
    { sql: 'i."position"', type: 'integer' },
  ],
};
const TABLES = Prisma.raw(
  '"PerformanceIndicator" i JOIN "Evaluation" e ON e."departmentId" = i."departmentId" AND e."id" = i."evaluationId"',
);

function matchIndicator(store: Store, filter: IndicatorFilter | null | undefined): Condition[] {
  return [
    ...matchPlace(store, 'i', filter, !namesReports(filter?.evaluation)),
    ...matchText('i."name"', filter?.name),
    ...matchBoolean('i."met"', filter?.met),
    ...matchEvaluation(store, filter?.evaluation, false),
  ];
}

/** Performance indicators of current reports (of superseded ones only where `filter.report` names them), by report id, then as printed. */
export async function findIndicators(
  store: Store,
  filter: IndicatorFilter | null | undefined,
  page: PageRequest,
): Promise<Page<StoredIndicator>> {
  const rows = await store.client.$queryRaw<Keyed<IndicatorRow>[]>`
    SELECT ${COLUMNS}, ${cursorKeyOf(INDICATOR_LIST)} FROM ${TABLES}
    WHERE ${allOf([...matchIndicator(store, filter), ...isAfter(INDICATOR_LIST, page)])}
    ORDER BY ${orderBy(INDICATOR_LIST)} LIMIT ${limitOf(page)}::int`;
  return toPage(INDICATOR_LIST, page, rows, toIndicator);
}

export async function countIndicators(store: Store, filter?: IndicatorFilter | null): Promise<number> {
  const [found] = await store.client.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM ${TABLES} WHERE ${allOf(matchIndicator(store, filter))}`;
  return found?.count ?? 0;
}

/** As printed; a report without any is absent. */
export async function findIndicatorsByReportIds(
  store: Store,
  reportIds: readonly string[],
): Promise<ReadonlyMap<string, readonly StoredIndicator[]>> {
  const rows = await findWhereIn(store, '"reportId"', reportIds);
  return groupBy(rows, ({ reportId }) => reportId);
}

/** As printed; an evaluation without any is absent. */
export async function findIndicatorsByEvaluationIds(
  store: Store,
  evaluationIds: readonly string[],
): Promise<ReadonlyMap<string, readonly StoredIndicator[]>> {
  const rows = await findWhereIn(store, '"evaluationId"', evaluationIds);
  return groupBy(rows, ({ evaluationId }) => evaluationId);
}

async function findWhereIn(store: Store, column: string, ids: readonly string[]): Promise<StoredIndicator[]> {
  const rows = await store.client.$queryRaw<IndicatorRow[]>`
    SELECT ${COLUMNS} FROM "PerformanceIndicator" i
    WHERE i."departmentId" = ANY(${texts(ids.map(departmentIdOf))}) AND i.${Prisma.raw(column)} = ANY(${texts(ids)})
    ORDER BY ${orderBy(INDICATOR_LIST)}`;
  return rows.map(toIndicator);
}

/** `met` is the stored one, which filters and sums go by; the numbers are read from the texts that are stored. */
function toIndicator(row: IndicatorRow): StoredIndicator {
  const { id, reportId, evaluationId, level1, level2, name, inferredName, target, actual, met, weight, score } = row;
  const own = { id, reportId, evaluationId, level1, level2, name, inferredName, target, actual, weight, score };
  return { ...own, ...measureIndicator(row), met, source: toSource(row) };
}
