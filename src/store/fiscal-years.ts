import { texts } from './conditions.js';
import { groupRows } from './group-rows.js';
import type { Store } from './store.js';

/** Years with a current report, ascending. */
export async function findFiscalYears(store: Store): Promise<readonly number[]> {
  const rows = await store.client.$queryRaw<{ year: number }[]>`
    SELECT DISTINCT "year" FROM "Report" WHERE "status" = 'CURRENT' ORDER BY "year"`;
  return rows.map(({ year }) => year);
}

/** The years, ascending, of each department's current reports; a department without any is absent. */
export async function findYearsByDepartmentIds(
  store: Store,
  departmentIds: readonly string[],
): Promise<ReadonlyMap<string, readonly number[]>> {
  const rows = await store.client.$queryRaw<{ departmentId: string; year: number }[]>`
    SELECT DISTINCT "departmentId", "year" FROM "Report"
    WHERE "departmentId" = ANY(${texts(departmentIds)}) AND "status" = 'CURRENT' ORDER BY "departmentId", "year"`;
  const groups = groupRows(rows, ({ departmentId }) => departmentId);
  return new Map([...groups].map(([id, own]) => [id, own.map(({ year }) => year)]));
}
