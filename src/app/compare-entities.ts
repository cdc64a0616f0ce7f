import type { Entity } from '../compare/evidence.js';
import type { Department } from '../domain/records.js';
import type { Reference } from '../domain/reference.js';
import type { Presences } from '../store/report-presence.js';
import type { CompareRequest } from './compare-request.js';

/** What entities are made of. */
export interface Holdings {
  readonly presences: Presences;
  /** By id: of the reports, and those that were named. */
  readonly departments: ReadonlyMap<string, Department>;
  readonly reference: Reference;
}

/** The districts or departments asked for, in that order; by default all that have data, by code. Unknown ones are left out. */
export function settleEntities(request: CompareRequest, holdings: Holdings): Entity[] {
  const { of, districts, departments, where } = request;
  const { presences } = holdings;
  const codes = districts ? [...new Set(districts)] : presences.districtCodes;
  if (departments) {
    const known = [...new Set(departments)].filter((id) => holdings.departments.has(id));
    const wanted = where ? known.filter((id) => presences.ofDepartment(id).length > 0) : known;
    return wanted.map((id) => departmentEntity(id, holdings));
  }
  if (of !== 'DEPARTMENT') {
    const known = codes.filter((code) => isKnown(code, holdings));
    return known.map((code) => districtEntity(code, holdings));
  }
  return codes.flatMap((code) => presences.departmentIdsOf(code)).map((id) => departmentEntity(id, holdings));
}

function isKnown(code: string, { reference, presences }: Holdings): boolean {
  return reference.division(code) !== undefined || presences.departmentIdsOf(code).length > 0;
}

/** A district as the sum over its departments; one that is not known has none. */
export function districtEntity(code: string, { presences, reference }: Omit<Holdings, 'departments'>): Entity {
  const name = reference.division(code)?.name ?? code;
  const departmentIds = presences.departmentIdsOf(code);
  return { kind: 'DISTRICT', districtCode: code, departmentId: null, name, departmentIds };
}

/** One department; one that is not known is there in name only. */
export function departmentEntity(id: string, { departments }: Pick<Holdings, 'departments'>): Entity {
  const { districtCode = '', name = id } = departments.get(id) ?? {};
  return { kind: 'DEPARTMENT', districtCode, departmentId: id, name, departmentIds: [id] };
}
