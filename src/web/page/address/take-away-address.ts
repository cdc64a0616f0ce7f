import { readList, readYears } from './search-text';
import type { Unread } from './search-text';

/** Of which districts and years the tables are taken away; none: of all. */
export interface TakeAwayAddress {
  readonly districts: readonly string[];
  readonly years: readonly number[];
}

export function readTakeAwayAddress(raw: Unread<TakeAwayAddress>): TakeAwayAddress {
  return {
    districts: readList(raw.districts).filter((code) => /^\d{6}$/.test(code)),
    years: readYears(raw.years),
  };
}
