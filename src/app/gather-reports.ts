import type { Department } from '../domain/records.js';
import type { DepartmentFilter } from '../domain/filters.js';
import type { Reference } from '../domain/reference.js';
import { findDepartmentsByIds } from '../store/departments.js';
import { findReportsFor } from '../store/figures.js';
import type { ReportPresence } from '../store/figures.js';
import type { Store } from '../store/store.js';
import type { Holdings } from './compare-entities.js';
import type { CompareRequest } from './compare-request.js';

/** Reports of what is compared, and of the baseline where that is another district or department. */
export interface Gathered {
  readonly own: Holdings;
  readonly base: Holdings;
  /** Of both, each once. */
  readonly reports: readonly ReportPresence[];
  readonly departments: ReadonlyMap<string, Department>;
}

type ReportsRequest = Pick<CompareRequest, 'districts' | 'departments' | 'where' | 'baseline'>;

/** Reports of all years: what there is settles the defaults and explains what is missing. */
export async function gatherReports(store: Store, reference: Reference, request: ReportsRequest): Promise<Gathered> {
  const { districts, departments, where, baseline } = request;
  const own = await findReportsFor(store, {
    districtCodes: districts ?? null,
    departmentIds: departments ?? null,
    departmentFilter: where ?? null,
  });
  const base = await findBaselineReports(store, baseline, where);
  const ids = [...own, ...base].map(({ departmentId }) => departmentId);
  const named = [...(departments ?? []), ...(baseline?.department != null ? [baseline.department] : [])];
  const found = await findDepartmentsByIds(store, [...new Set([...ids, ...named])]);
  return {
    own: { reports: own, departments: found, reference },
    base: { reports: base, departments: found, reference },
    reports: uniqueReports([...own, ...base]),
    departments: found,
  };
}

/** The filter narrows the baseline's departments too, but not to the districts that are compared. */
async function findBaselineReports(
  store: Store,
  baseline: CompareRequest['baseline'],
  where: DepartmentFilter | null | undefined,
): Promise<readonly ReportPresence[]> {
  if (baseline?.department != null) return findReportsFor(store, { departmentIds: [baseline.department] });
  if (baseline?.district == null) return [];
  const departmentFilter = where ? { ...where, district: null } : null;
  return findReportsFor(store, { districtCodes: [baseline.district], departmentFilter });
}

function uniqueReports(reports: readonly ReportPresence[]): ReportPresence[] {
  return [...new Map(reports.map((report) => [report.reportId, report])).values()];
}
