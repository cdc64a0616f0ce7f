import type { Department } from '../domain/records.js';
import type { DepartmentFilter } from '../domain/filters.js';
import type { Reference } from '../domain/reference.js';
import { findDepartmentsByIds } from '../store/departments.js';
import { findPresences, joinPresences } from '../store/presences.js';
import type { Presences } from '../store/report-presence.js';
import type { Store } from '../store/store.js';
import type { Holdings } from './compare-entities.js';
import type { CompareRequest } from './compare-request.js';

/** Reports of what is compared, and of the baseline where that is another district or department. */
export interface Gathered {
  readonly own: Holdings;
  readonly base: Holdings;
  /** At least those of both. */
  readonly presences: Presences;
  readonly departments: ReadonlyMap<string, Department>;
}

type ReportsRequest = Pick<CompareRequest, 'districts' | 'departments' | 'where' | 'baseline'>;

/** Reports of all years: what there is settles the defaults and explains what is missing. */
export async function gatherReports(store: Store, reference: Reference, request: ReportsRequest): Promise<Gathered> {
  const { districts, departments, where, baseline } = request;
  const own = await findPresences(store, {
    districtCodes: districts ?? null,
    departmentIds: departments ?? null,
    departmentFilter: where ?? null,
  });
  const base = await findBaselinePresences(store, baseline, where);
  const presences = base ? joinPresences(own, base) : own;
  const named = [...(departments ?? []), ...(baseline?.department != null ? [baseline.department] : [])];
  const open = named.filter((id) => !presences.departments.has(id));
  const found = open.length === 0 ? [] : await findDepartmentsByIds(store, [...new Set(open)]);
  const all = open.length === 0 ? presences.departments : new Map([...presences.departments, ...found]);
  return {
    own: { presences: own, departments: all, reference },
    base: { presences: base ?? own, departments: all, reference },
    presences,
    departments: all,
  };
}

/** Null where the baseline is no other district or department. The filter narrows its departments too, but not to the districts that are compared. */
async function findBaselinePresences(
  store: Store,
  baseline: CompareRequest['baseline'],
  where: DepartmentFilter | null | undefined,
): Promise<Presences | null> {
  const { district, department } = baseline ?? {};
  if (department != null)
    return findPresences(store, { districtCodes: null, departmentIds: [department], departmentFilter: null });
  if (district == null) return null;
  const departmentFilter = where ? { ...where, district: null } : null;
  return findPresences(store, { districtCodes: [district], departmentIds: null, departmentFilter });
}
