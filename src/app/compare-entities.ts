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
  const ids = [...new Set(holdings.reports.map(({ departmentId }) => departmentId))];
  if (departments) {
    const wanted = where ? departments.filter((id) => ids.includes(id)) : departments;
    return [...new Set(wanted)].flatMap((id) => departmentEntity(id, holdings) ?? []);
  }
  if (of === 'DEPARTMENT') return ids.flatMap((id) => departmentEntity(id, holdings) ?? []).sort(byDistrict);
  const codes = districts ?? [...new Set(holdings.reports.map(({ districtCode }) => districtCode))].sort();
  return [...new Set(codes)].flatMap((code) => districtEntity(code, holdings) ?? []);
}

/** A district as the sum over its departments; null for a code that no division has. */
export function districtEntity(code: string, { reports, reference }: Omit<Holdings, 'departments'>): Entity | null {
  const own = reports.filter(({ districtCode }) => districtCode === code);
  const division = reference.division(code);
  if (!division && own.length === 0) return null;
  const departmentIds = [...new Set(own.map(({ departmentId }) => departmentId))].sort();
  return { kind: 'DISTRICT', districtCode: code, departmentId: null, name: division?.name ?? code, departmentIds };
}

/** Null for an unknown id. */
export function departmentEntity(id: string, { departments }: Pick<Holdings, 'departments'>): Entity | null {
  const department = departments.get(id);
  if (!department) return null;
  const { districtCode, name } = department;
  return { kind: 'DEPARTMENT', districtCode, departmentId: id, name, departmentIds: [id] };
}

function byDistrict(a: Entity, b: Entity): number {
  const [first, second] = [a, b].map(({ districtCode, departmentId }) => `${districtCode} ${departmentId}`);
  return (first ?? '') < (second ?? '') ? -1 : 1;
}
