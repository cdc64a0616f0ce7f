import type { Store } from './store.js';

/** Years with a report, ascending. */
export async function findFiscalYears(_store: Store): Promise<readonly number[]> {
  throw new Error('not built yet');
}

/** The years, ascending, of each department's current reports; a department without any is absent. */
export async function findYearsByDepartmentIds(
  _store: Store,
  _departmentIds: readonly string[],
): Promise<ReadonlyMap<string, readonly number[]>> {
  throw new Error('not built yet');
}
