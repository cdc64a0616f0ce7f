import type { DepartmentFilter, Page, PageRequest } from '../domain/filters.js';
import type { Department } from '../domain/records.js';
import type { Store } from './store.js';

/** Departments by district code, then id. */
export async function findDepartments(
  _store: Store,
  _filter: DepartmentFilter | null | undefined,
  _page: PageRequest,
): Promise<Page<Department>> {
  throw new Error('not built yet');
}

export async function countDepartments(_store: Store, _filter?: DepartmentFilter | null): Promise<number> {
  throw new Error('not built yet');
}

export async function findDepartmentsByIds(
  _store: Store,
  _ids: readonly string[],
): Promise<ReadonlyMap<string, Department>> {
  throw new Error('not built yet');
}

/** The departments of each district itself (not of those below it); a code without any is absent. */
export async function findDepartmentsByDistrictCodes(
  _store: Store,
  _codes: readonly string[],
): Promise<ReadonlyMap<string, readonly Department[]>> {
  throw new Error('not built yet');
}
