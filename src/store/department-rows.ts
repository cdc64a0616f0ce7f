import { cutScope, placeBody } from '../domain/place.js';
import { UNIDENTIFIED_DIVISION } from '../domain/reference.js';
import type { Reference } from '../domain/reference.js';
import type { Report } from '../domain/report.js';
import { makeDepartmentId } from './ids.js';
import { toStorable } from './storable.js';

export interface DistrictRow {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly parentCode: string | null;
}

export interface DepartmentRow {
  readonly id: string;
  readonly districtCode: string;
  readonly name: string;
  readonly body: string;
  readonly formerNames: readonly string[];
}

/**
 * The department of a report: the body under the name that it bears now, in the district that the report names. A district that is not
 * among the divisions counts as unidentified. Bodies of one district that differ only in how they write their place are one department.
 */
export function departmentRowOf(
  report: Pick<Report, 'department' | 'district'>,
  reference: Reference,
): { readonly department: DepartmentRow; readonly districts: readonly DistrictRow[] } {
  const districtCode = reference.division(report.district) ? report.district : UNIDENTIFIED_DIVISION;
  const printed = cutScope(placeBody(toStorable(report.department), reference).name);
  const name = reference.bodyOf(districtCode, printed);
  const placed = placeBody(name, reference);
  const body = placed.districtCode === districtCode ? placed.body : name;
  const formerNames = reference.renamesTo(districtCode, name).map(({ formerName }) => formerName);
  return {
    department: { id: makeDepartmentId(districtCode, body), districtCode, name, body, formerNames },
    districts: districtRows(districtCode, reference),
  };
}

/** The district and all above it, from the top. */
function districtRows(districtCode: string, reference: Reference): DistrictRow[] {
  const lineage = reference.lineage(districtCode);
  if (lineage.length === 0)
    return [{ code: UNIDENTIFIED_DIVISION, name: '未识别', nameEn: 'Unidentified', parentCode: null }];
  return [...lineage].reverse().map(({ code, name, nameEn, parentCode }) => ({ code, name, nameEn, parentCode }));
}
