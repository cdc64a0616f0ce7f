import type { MetricKey } from '../domain/closed-lists.js';
import type { FactFigure } from '../domain/figure.js';
import { allOf, matchInt, matchOneOf } from './conditions.js';
import { Prisma } from './generated/client.js';
import { matchCurrent } from './pinning.js';
import type { Store } from './store.js';

interface FactQuery {
  readonly departmentIds: readonly string[];
  /** That the numbers are about. */
  readonly years: readonly number[];
  readonly metrics: readonly MetricKey[];
  /** Codes of accounts whose original budgets the text states. */
  readonly accountCodes: readonly string[];
}

/** What the narratives of current, department-wide reports state of these metrics and accounts, in one statement; as printed. */
export async function findFactFigures(
  store: Store,
  { departmentIds, years, metrics, accountCodes }: FactQuery,
): Promise<readonly FactFigure[]> {
  const [byMetric] = matchOneOf('f."metric"', metrics);
  const [byAccount] = matchOneOf('f."accountCode"', accountCodes);
  const subjects = [byMetric, byAccount].flatMap((condition) => condition ?? []);
  const conditions = [...matchOneOf('f."departmentId"', departmentIds), ...matchInt('f."factYear"', { in: years })];
  return store.client.$queryRaw<FactFigure[]>`
    SELECT f."id" AS "factId", f."departmentId", f."factYear" AS "year", r."kind" AS "reportKind", f."metric",
      f."accountCode", f."kind", f."base", f."stage", f."label", f."value"::text AS "value", f."valueUnit"
    FROM "ReportedFact" f
    JOIN "Report" r ON r."departmentId" = f."departmentId" AND r."id" = f."reportId"
    WHERE ${allOf(conditions)} AND (${Prisma.join(subjects, ' OR ')}) AND ${matchCurrent('f', store)} AND r."unitScope" = 'DEPARTMENT'
    ORDER BY f."departmentId", f."reportId", f."position"`;
}
