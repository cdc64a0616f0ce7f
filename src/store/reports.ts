import type { Page, PageRequest, ReportFilter } from '../domain/filters.js';
import type { StoredReport } from '../domain/records.js';
import type { Store } from './store.js';

/** Reports by year, newest first, then kind, then id; of one slot the newest revision first. */
export async function findReports(
  _store: Store,
  _filter: ReportFilter | null | undefined,
  _page: PageRequest,
): Promise<Page<StoredReport>> {
  throw new Error('not built yet');
}

export async function countReports(_store: Store, _filter?: ReportFilter | null): Promise<number> {
  throw new Error('not built yet');
}

/** Superseded reports too. */
export async function findReportsByIds(
  _store: Store,
  _ids: readonly string[],
): Promise<ReadonlyMap<string, StoredReport>> {
  throw new Error('not built yet');
}

/** Each department's current reports, newest first; a department without any is absent. */
export async function findReportsByDepartmentIds(
  _store: Store,
  _departmentIds: readonly string[],
): Promise<ReadonlyMap<string, readonly StoredReport[]>> {
  throw new Error('not built yet');
}

/** The report that superseded each of these; absent where none did. */
export async function findSupersedingReports(
  _store: Store,
  _ids: readonly string[],
): Promise<ReadonlyMap<string, StoredReport>> {
  throw new Error('not built yet');
}

/** One page of current reports for each of several years, in one statement. */
export async function findReportPagesByYears(
  _store: Store,
  _years: readonly number[],
  _page: PageRequest,
): Promise<ReadonlyMap<number, Page<StoredReport>>> {
  throw new Error('not built yet');
}

/** Current reports of each year; a year without any is absent. */
export async function countReportsByYears(
  _store: Store,
  _years: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  throw new Error('not built yet');
}
