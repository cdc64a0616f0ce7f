import { groupBy } from '../domain/group-by.js';
import { texts } from './conditions.js';
import { matchCurrentReport } from './pinning.js';
import type { Store } from './store.js';

/** Years with a current report, ascending. */
export async function findFiscalYears(store: Store): Promise<readonly number[]> {
  const rows = await store.client.$queryRaw<{ year: number }[]>`
    SELECT DISTINCT r."year" FROM "Report" r WHERE ${matchCurrentReport('r', store)} ORDER BY r."year"`;
  return rows.map(({ year }) => year);
}

/** The years, ascending, of each department's current reports; a department without any is absent. */
export async function findYearsByDepartmentIds(
  store: Store,
  departmentIds: readonly string[],
): Promise<ReadonlyMap<string, readonly number[]>> {
  const rows = await store.client.$queryRaw<{ departmentId: string; year: number }[]>`
    SELECT DISTINCT r."departmentId", r."year" FROM "Report" r
    WHERE r."departmentId" = ANY(${texts(departmentIds)}) AND ${matchCurrentReport('r', store)}
    ORDER BY r."departmentId", r."year"`;
  const groups = groupBy(rows, ({ departmentId }) => departmentId);
  return new Map([...groups].map(([id, own]) => [id, own.map(({ year }) => year)]));
}
