import type { IndicatorTotals } from '../domain/figure.js';
import { allOf, matchInt, matchOneOf } from './conditions.js';
import { Prisma } from './generated/client.js';
import { matchCurrent } from './pinning.js';
import type { Readable } from './store.js';

/**
 * Of the evaluated indicators of current, department-wide reports those that can be judged, added up: one statement for any number of
 * reports. Goals that nobody evaluated are left out. By department, year, kind.
 */
export async function findIndicatorTotals(
  store: Readable,
  { departmentIds, years }: { readonly departmentIds: readonly string[]; readonly years: readonly number[] },
): Promise<readonly IndicatorTotals[]> {
  const judged = Prisma.sql`FILTER (WHERE i."met" IS NOT NULL)`;
  return store.client.$queryRaw<IndicatorTotals[]>`
    SELECT r."departmentId", r."year", r."kind", count(*) ${judged}::int AS "count",
      count(*) FILTER (WHERE i."met")::int AS "met", (sum(i."weight") ${judged})::text AS "weight",
      (sum(i."score") ${judged})::text AS "score"
    FROM "PerformanceIndicator" i
    JOIN "Evaluation" e ON e."departmentId" = i."departmentId" AND e."id" = i."evaluationId"
    JOIN "Report" r ON r."departmentId" = i."departmentId" AND r."id" = i."reportId"
    WHERE ${allOf([...matchOneOf('i."departmentId"', departmentIds), ...matchInt('i."year"', { in: years })])}
      AND ${matchCurrent('i', store)} AND e."evaluator" IS NOT NULL AND r."unitScope" = 'DEPARTMENT'
    GROUP BY r."departmentId", r."id", r."year", r."kind"
    ORDER BY r."departmentId", r."year", r."kind"`;
}
