import type { Entity } from '../compare/evidence.js';
import type { Department } from '../domain/records.js';
import type { Reference } from '../domain/reference.js';
import type { ReportPresence } from '../store/figures.js';
import type { CompareRequest } from './compare-request.js';

/** The reports and departments that entities are made of. */
export interface Holdings {
  readonly reports: readonly ReportPresence[];
  readonly departments: ReadonlyMap<string, Department>;
  readonly reference: Reference;
}

/** The districts or departments asked for, in that order; by default all that have data, by code. Unknown ones are left out. */
export function settleEntities(request: CompareRequest, holdings: Holdings): Entity[] {
  const { of, districts, departments, where } = request;
  const ids = distinct(holdings.reports.map(({ departmentId }) => departmentId)).sort();
  const codes = distinct(districts ?? holdings.reports.map(({ districtCode }) => districtCode).sort());
  if (departments) {
    const wanted = distinct(departments).filter((id) => holdings.departments.has(id) && (!where || ids.includes(id)));
    return wanted.map((id) => departmentEntity(id, holdings));
  }
  if (of !== 'DEPARTMENT') {
    const known = codes.filter((code) => isKnown(code, holdings));
    return known.map((code) => districtEntity(code, holdings));
  }
  const entities = ids.map((id) => departmentEntity(id, holdings));
  return codes.flatMap((code) => entities.filter(({ districtCode }) => districtCode === code));
}

function isKnown(code: string, { reference, reports }: Holdings): boolean {
  return reference.division(code) !== undefined || reports.some(({ districtCode }) => districtCode === code);
}

/** A district as the sum over its departments; one that is not known has none. */
export function districtEntity(code: string, { reports, reference }: Omit<Holdings, 'departments'>): Entity {
  const own = reports.filter(({ districtCode }) => districtCode === code);
  const departmentIds = distinct(own.map(({ departmentId }) => departmentId)).sort();
  const name = reference.division(code)?.name ?? code;
  return { kind: 'DISTRICT', districtCode: code, departmentId: null, name, departmentIds };
}

/** One department; one that is not known is there in name only. */
export function departmentEntity(id: string, { departments }: Pick<Holdings, 'departments'>): Entity {
  const { districtCode = '', name = id } = departments.get(id) ?? {};
  return { kind: 'DEPARTMENT', districtCode, departmentId: id, name, departmentIds: [id] };
}

function distinct<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
