import type { ReportKind } from '../domain/closed-lists.js';
import type { WithinReportsFilter } from '../domain/filters.js';
import type { CoveredDepartments } from '../domain/sums.js';
import { allOf, matchInt, matchOneOf, matchText } from './conditions.js';
import { Prisma } from './generated/client.js';
import { matchCurrentReport } from './pinning.js';
import type { Store } from './store.js';

/**
 * Of the departments that a filter names and that have any report, how many have one of these kinds in each of these years, by district and year.
 */
export async function countCoveredDepartments(
  store: Store,
  { district, department }: Pick<WithinReportsFilter, 'district' | 'department'>,
  years: readonly number[],
  kinds: readonly ReportKind[],
): Promise<readonly CoveredDepartments[]> {
  const own = [
    ...matchText('r."districtCode"', district),
    ...matchText('r."departmentId"', department),
    matchCurrentReport('r', store),
    Prisma.sql`r."unitScope" = 'DEPARTMENT'`,
  ];
  const covering = [...own, ...matchInt('r."year"', { in: years }), ...matchOneOf('r."kind"', kinds)];
  return store.client.$queryRaw<CoveredDepartments[]>`
    WITH departments AS (SELECT DISTINCT r."departmentId", r."districtCode" FROM "Report" r WHERE ${allOf(own)}),
    covered AS (SELECT DISTINCT r."departmentId", r."year" FROM "Report" r WHERE ${allOf(covering)})
    SELECT d."districtCode", y."year", count(*)::int AS "departments", count(c."departmentId")::int AS "covered"
    FROM departments d CROSS JOIN unnest(${years.map(String)}::text[]::int[]) AS y("year")
    LEFT JOIN covered c ON c."departmentId" = d."departmentId" AND c."year" = y."year"
    GROUP BY d."districtCode", y."year" ORDER BY d."districtCode", y."year"`;
}
