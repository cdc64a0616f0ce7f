import type { EvaluationScope, Evaluator, Stage } from '../domain/closed-lists.js';
import type { EvaluationFilter, Page, PageRequest } from '../domain/filters.js';
import type { StoredEvaluation } from '../domain/records.js';
import type { EvaluationAmount } from '../domain/report.js';
import { groupBy } from '../domain/group-by.js';
import { allOf, matchOneOf, matchText, texts } from './conditions.js';
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

interface EvaluationRow extends SourceRow {
  readonly id: string;
  readonly scope: EvaluationScope;
  readonly name: string | null;
  readonly evaluator: Evaluator | null;
  readonly weight: string | null;
  readonly score: string | null;
  readonly amounts: readonly EvaluationAmount[] | null;
  readonly executionBase: Stage | null;
}

const COLUMNS = Prisma.sql`
  "id", "scope", "name", "evaluator", "weight"::text AS "weight", "score"::text AS "score", "amounts", "executionBase",
  ${SOURCE_COLUMNS}`;
export const EVALUATION_LIST: Order = {
  name: 'evaluations',
  keys: [
    { sql: 'e."departmentId"', type: 'text' },
    { sql: 'e."reportId"', type: 'text' },
    { sql: 'e."position"', type: 'integer' },
  ],
};

/** Conditions on `e`, an evaluation. */
export function matchEvaluation(
  store: Store,
  filter: EvaluationFilter | null | undefined,
  currentOnly = true,
): Condition[] {
  return [
    ...matchPlace(store, 'e', filter, currentOnly),
    ...matchOneOf('e."scope"', filter?.scope),
    ...matchText('e."name"', filter?.name),
  ];
}

/** Evaluations of current reports (of superseded ones only where `filter.report` names them), by report id, then as printed. */
export async function findEvaluations(
  store: Store,
  filter: EvaluationFilter | null | undefined,
  page: PageRequest,
): Promise<Page<StoredEvaluation>> {
  const rows = await store.client.$queryRaw<Keyed<EvaluationRow>[]>`
    SELECT ${COLUMNS}, ${cursorKeyOf(EVALUATION_LIST)} FROM "Evaluation" e
    WHERE ${allOf([...matchEvaluation(store, filter), ...isAfter(EVALUATION_LIST, page)])}
    ORDER BY ${orderBy(EVALUATION_LIST)} LIMIT ${limitOf(page)}::int`;
  return toPage(EVALUATION_LIST, page, rows, toEvaluation);
}

export async function countEvaluations(store: Store, filter?: EvaluationFilter | null): Promise<number> {
  const [found] = await store.client.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM "Evaluation" e WHERE ${allOf(matchEvaluation(store, filter))}`;
  return found?.count ?? 0;
}

export async function findEvaluationsByIds(
  store: Store,
  ids: readonly string[],
): Promise<ReadonlyMap<string, StoredEvaluation>> {
  const rows = await store.client.$queryRaw<EvaluationRow[]>`
    SELECT ${COLUMNS} FROM "Evaluation"
    WHERE "departmentId" = ANY(${texts(ids.map(departmentIdOf))}) AND "id" = ANY(${texts(ids)})`;
  return keyRows(rows.map(toEvaluation), ({ id }) => id);
}

/** As printed; a report without any is absent. */
export async function findEvaluationsByReportIds(
  store: Store,
  reportIds: readonly string[],
): Promise<ReadonlyMap<string, readonly StoredEvaluation[]>> {
  const rows = await store.client.$queryRaw<EvaluationRow[]>`
    SELECT ${COLUMNS} FROM "Evaluation"
    WHERE "departmentId" = ANY(${texts(reportIds.map(departmentIdOf))}) AND "reportId" = ANY(${texts(reportIds)})
    ORDER BY "reportId", "position"`;
  return groupBy(rows.map(toEvaluation), ({ reportId }) => reportId);
}

function toEvaluation(row: EvaluationRow): StoredEvaluation {
  const { id, reportId, scope, name, evaluator, weight, score, amounts, executionBase } = row;
  const own = { id, reportId, scope, name, evaluator, weight, score, amounts: amounts ?? [], executionBase };
  return { ...own, source: toSource(row) };
}
