import type { Reference } from '../domain/reference.js';
import type { Statistic } from '../domain/statistics.js';
import type { Store } from '../store/store.js';

export interface StatisticRequest {
  /** Null: all districts. */
  readonly districtCodes: readonly string[] | null;
  /** Null: all years. */
  readonly years: readonly number[] | null;
}

/**
 * The statistics of some districts, and those of the country, which hold for each of them; of all vintages, those of the reference and
 * the user's own. By kind, district (the country first) and year, the newest vintage first. One statement.
 */
export async function readStatistics(
  _store: Store,
  _reference: Reference,
  _request: StatisticRequest,
): Promise<readonly Statistic[]> {
  return [];
}
