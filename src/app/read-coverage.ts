import { codesWithin, countDistricts } from '../domain/coverage.js';
import type { DistrictCount } from '../domain/coverage.js';
import type { Reference } from '../domain/reference.js';
import { findCoverage } from '../store/coverage.js';
import type { CoveredYear } from '../store/coverage.js';
import type { Store } from '../store/store.js';

export interface Coverage extends DistrictCount {
  readonly cells: readonly CoveredYear[];
}

/** What is there within one division; null: the smallest that holds everything. One statement. */
export async function readCoverage(store: Store, reference: Reference, within: string | null): Promise<Coverage> {
  const cells = await findCoverage(store, within === null ? null : codesWithin(within, reference), null);
  return { ...countDistricts(codesOf(cells), within, reference), cells };
}

/** What there is of some districts in some years, within the smallest division that holds them. One statement. */
export async function readCoverageOf(
  store: Store,
  reference: Reference,
  districtCodes: readonly string[],
  years: readonly number[],
): Promise<Coverage> {
  const cells = await findCoverage(store, districtCodes, years);
  const { districtsTotal } = countDistricts(districtCodes, null, reference);
  const { districtsPresent } = countDistricts(codesOf(cells), null, reference);
  return { districtsPresent, districtsTotal, cells };
}

function codesOf(cells: readonly CoveredYear[]): string[] {
  return [...new Set(cells.map(({ districtCode }) => districtCode))];
}
