import { groupBy } from '../domain/group-by.js';
import { allOf, texts } from './conditions.js';
import type { Condition } from './conditions.js';
import { Prisma } from './generated/client.js';
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
  const inMemory = await store.inMemory?.();
  if (inMemory) return inMemory.years;
  return readYears(store, [Prisma.sql`r."departmentId" = ANY(${texts(departmentIds)})`]);
}

/** The same of all departments. */
export async function findYearsOfAll(store: Store): Promise<ReadonlyMap<string, readonly number[]>> {
  return readYears(store, []);
}

async function readYears(
  store: Store,
  conditions: readonly Condition[],
): Promise<ReadonlyMap<string, readonly number[]>> {
  const rows = await store.client.$queryRaw<{ departmentId: string; year: number }[]>`
    SELECT DISTINCT r."departmentId", r."year" FROM "Report" r
    WHERE ${allOf([...conditions, matchCurrentReport('r', store)])}
    ORDER BY r."departmentId", r."year"`;
  const groups = groupBy(rows, ({ departmentId }) => departmentId);
  return new Map([...groups].map(([id, own]) => [id, own.map(({ year }) => year)]));
}
