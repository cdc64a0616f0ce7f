import type { MetricKey } from '../domain/closed-lists.js';
import type { FactFigure } from '../domain/figure.js';
import { allOf, matchInt, matchOneOf } from './conditions.js';
import { Prisma } from './generated/client.js';
import { matchCurrent } from './pinning.js';
import type { Readable } from './store.js';

interface FactQuery {
  readonly departmentIds: readonly string[];
  /** That the numbers are about. */
  readonly years: readonly number[];
  /** These metrics and accounts together; null: of all that the texts state. */
  readonly subjects: {
    readonly metrics: readonly MetricKey[];
    /** Codes of accounts whose original budgets the text states. */
    readonly accountCodes: readonly string[];
  } | null;
}

/** What the narratives of current, department-wide reports state of these metrics and accounts, in one statement; as printed. */
export async function findFactFigures(
  store: Readable,
  { departmentIds, years, subjects }: FactQuery,
): Promise<readonly FactFigure[]> {
  const byMetric = matchOneOf('f."metric"', subjects?.metrics);
  const byAccount = matchOneOf('f."accountCode"', subjects?.accountCodes);
  const conditions = [
    ...matchOneOf('f."departmentId"', departmentIds),
    ...matchInt('f."factYear"', { in: years }),
    ...(subjects ? [Prisma.sql`(${Prisma.join([...byMetric, ...byAccount], ' OR ')})`] : []),
  ];
  return store.client.$queryRaw<FactFigure[]>`
    SELECT f."id" AS "factId", f."departmentId", f."factYear" AS "year", r."kind" AS "reportKind", f."metric",
      f."accountCode", f."kind", f."base", f."stage", f."label", f."value"::text AS "value", f."valueUnit"
    FROM "ReportedFact" f
    JOIN "Report" r ON r."departmentId" = f."departmentId" AND r."id" = f."reportId"
    WHERE ${allOf(conditions)} AND ${matchCurrent('f', store)} AND r."unitScope" = 'DEPARTMENT'
    ORDER BY f."departmentId", f."reportId", f."position"`;
}
