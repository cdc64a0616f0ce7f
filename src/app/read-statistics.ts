import { compareTexts } from '../domain/compare-texts.js';
import { STATISTIC_KINDS } from '../domain/closed-lists.js';
import type { Reference } from '../domain/reference.js';
import { keyOfStatistic } from '../domain/statistics.js';
import type { Statistic, StatisticRequest } from '../domain/statistics.js';
import { findStatistics } from '../store/statistics.js';
import type { Store } from '../store/store.js';

/**
 * The statistics of some districts, and those of the country, which hold for each of them; of all vintages, those that come with the
 * program and the user's own, which go before where both have one. By kind, district (the country first) and year, the newest vintage
 * first. One statement.
 */
export async function readStatistics(
  store: Store,
  { statistics }: Reference,
  request: StatisticRequest,
): Promise<readonly Statistic[]> {
  const known = statistics.filter((statistic) => isWanted(statistic, request));
  const own = await findStatistics(store, request);
  return [...new Map([...known, ...own].map((statistic) => [keyOfStatistic(statistic), statistic])).values()].sort(
    compareStatistics,
  );
}

function isWanted({ districtCode, year }: Statistic, { districtCodes, years }: StatisticRequest): boolean {
  const isOfDistrict = districtCodes === null || districtCode === null || districtCodes.includes(districtCode);
  return isOfDistrict && (years === null || years.includes(year));
}

function compareStatistics(one: Statistic, other: Statistic): number {
  return (
    STATISTIC_KINDS.indexOf(one.kind) - STATISTIC_KINDS.indexOf(other.kind) ||
    compareTexts(one.districtCode ?? '', other.districtCode ?? '') ||
    one.year - other.year ||
    compareTexts(other.vintage, one.vintage)
  );
}
