import type { EvaluationScope, Evaluator } from '../domain/closed-lists.js';
import type { StoredEvaluation } from '../domain/records.js';
import { texts } from './conditions.js';
import { Prisma } from './generated/client.js';
import { groupRows, keyRows } from './group-rows.js';
import { departmentIdOf } from './ids.js';
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
}

const COLUMNS = Prisma.sql`
  "id", "scope", "name", "evaluator", "weight"::text AS "weight", "score"::text AS "score", ${SOURCE_COLUMNS}`;

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
  return groupRows(rows.map(toEvaluation), ({ reportId }) => reportId);
}

function toEvaluation(row: EvaluationRow): StoredEvaluation {
  const { id, reportId, scope, name, evaluator, weight, score } = row;
  return { id, reportId, scope, name, evaluator, weight, score, source: toSource(row) };
}
