import { compareTexts } from '../domain/compare-texts.js';
import { once } from '../domain/once.js';
import type { Department } from '../domain/records.js';
import type { DepartmentFilter } from '../domain/filters.js';
import { findReportsFor } from './figures.js';
import type { Presences, ReportPresence } from './report-presence.js';
import type { Store } from './store.js';

const NOBODY: readonly never[] = [];

export interface PresenceQuery {
  /** Of these very districts; null: of all. */
  readonly districtCodes: readonly string[] | null;
  readonly departmentIds: readonly string[] | null;
  readonly departmentFilter: DepartmentFilter | null;
}

/** The reports of some districts or departments, in one statement; none where they are in memory. */
export async function findPresences(store: Store, query: PresenceQuery): Promise<Presences> {
  const inMemory = query.departmentFilter === null ? await store.inMemory?.() : null;
  if (inMemory) return choosePresences(inMemory.presences, query);
  return indexPresences(await findReportsFor(store, query));
}

/** Both together; where they are parts of one whole, that. */
export function joinPresences(a: Presences, b: Presences): Presences {
  if (a.whole && a.whole === b.whole) return a.whole;
  return indexPresences([...new Map([...a.all(), ...b.all()].map((own) => [own.reportId, own])).values()]);
}

/** These reports, which are in the order of departments. */
export function indexPresences(reports: readonly ReportPresence[]): Presences {
  const byDepartment = new Map<string, ReportPresence[]>();
  const byDistrict = new Map<string, string[]>();
  const departments = new Map<string, Department>();
  /** Years, of budgets less than zero. */
  const byPlace = new Map<string, Map<number, ReportPresence>>();
  for (const report of reports) {
    const { departmentId: id, districtCode, departmentName: name, body, formerNames } = report;
    const own = byDepartment.get(id);
    const place = report.kind === 'BUDGET' ? -report.year : report.year;
    if (own) {
      own.push(report);
      byPlace.get(id)?.set(place, report);
    } else {
      byDepartment.set(id, [report]);
      byPlace.set(id, new Map([[place, report]]));
      departments.set(id, { id, districtCode, name, body, formerNames });
      const district = byDistrict.get(districtCode);
      if (district) district.push(id);
      else byDistrict.set(districtCode, [id]);
    }
  }
  for (const ids of byDistrict.values()) ids.sort(compareTexts);
  const ofDepartment = (id: string): readonly ReportPresence[] => byDepartment.get(id) ?? NOBODY;
  const versions = new Set(reports.map(({ readyVersion }) => readyVersion));
  return {
    all: () => reports,
    districtCodes: [...byDistrict.keys()].sort(compareTexts),
    departmentIds: once(() => [...byDepartment.keys()].sort(compareTexts)),
    departmentIdsOf: (code) => byDistrict.get(code) ?? NOBODY,
    ofDepartment,
    find: (id, year, kind) => byPlace.get(id)?.get(kind === 'BUDGET' ? -year : year),
    isMadeBy: (version) => [...versions].every((own) => own === version),
    departments,
    years: new Set(reports.map(({ year }) => year)),
    whole: null,
  };
}

/** Of these those of some districts or departments, without going through them; null: all. `departments` may hold more, and `find` finds more. */
export function choosePresences(
  presences: Presences,
  { districtCodes, departmentIds }: Pick<PresenceQuery, 'districtCodes' | 'departmentIds'>,
): Presences {
  if (districtCodes) return chooseDistricts(presences, new Set(districtCodes));
  return departmentIds ? chooseDepartments(presences, new Set(departmentIds)) : presences;
}

function chooseDistricts(whole: Presences, codes: ReadonlySet<string>): Presences {
  const districtCodes = [...codes].filter((code) => whole.departmentIdsOf(code).length > 0).sort(compareTexts);
  const list = once(() => districtCodes.flatMap((code) => whole.departmentIdsOf(code)).sort(compareTexts));
  const districtOf = (id: string): string => whole.departments.get(id)?.districtCode ?? '';
  return {
    ...partOf(whole, list),
    districtCodes,
    departmentIdsOf: (code) => (codes.has(code) ? whole.departmentIdsOf(code) : NOBODY),
    ofDepartment: (id) => (codes.has(districtOf(id)) ? whole.ofDepartment(id) : NOBODY),
  };
}

function chooseDepartments(whole: Presences, named: ReadonlySet<string>): Presences {
  const ids = [...named].filter((id) => whole.ofDepartment(id).length > 0).sort(compareTexts);
  const codes = new Set(ids.flatMap((id) => whole.departments.get(id)?.districtCode ?? []));
  return {
    ...partOf(whole, () => ids),
    districtCodes: [...codes].sort(compareTexts),
    departmentIdsOf: (code) => whole.departmentIdsOf(code).filter((id) => named.has(id)),
    ofDepartment: (id) => (named.has(id) ? whole.ofDepartment(id) : NOBODY),
  };
}

/** What a part has of the whole, and what is listed only where it is asked for. */
function partOf(
  whole: Presences,
  list: () => readonly string[],
): Omit<Presences, 'districtCodes' | 'departmentIdsOf' | 'ofDepartment'> {
  const all = once(() => list().flatMap((id) => whole.ofDepartment(id)));
  const { find, isMadeBy, departments, years } = whole;
  return { all, departmentIds: list, find, isMadeBy, departments, years, whole };
}
