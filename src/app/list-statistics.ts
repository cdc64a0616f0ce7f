import type { Reference } from '../domain/reference.js';
import type { Statistic } from '../domain/statistics.js';
import type { Store } from '../store/store.js';
import { findHints } from './hints.js';
import { joinYears } from './hint-sentences.js';
import { readStatistics } from './read-statistics.js';

export interface ListedStatistics {
  readonly statistics: readonly Statistic[];
  /** Why there is none. */
  readonly hints: readonly string[];
}

export interface StatisticsAsked {
  /** Division code; null: all districts, and the country. */
  readonly district: string | null;
  /** Null: all. */
  readonly years: readonly number[] | null;
}

/**
 * The statistics of one district, or of all and the country, by kind, district and year, the newest vintage first. One statement, one
 * more where there are none.
 */
export async function listStatistics(
  store: Store,
  reference: Reference,
  asked: StatisticsAsked,
): Promise<ListedStatistics> {
  const statistics = await findOwn(store, reference, asked);
  const isExplained = statistics.length > 0 || asked.years?.length === 0;
  return { statistics, hints: isExplained ? [] : await explainNone(store, reference, asked) };
}

async function findOwn(
  store: Store,
  reference: Reference,
  { district, years }: StatisticsAsked,
): Promise<readonly Statistic[]> {
  const districtCodes = district === null ? null : [district];
  const found = await readStatistics(store, reference, { districtCodes, years });
  return found.filter(({ districtCode }) => district === null || districtCode === district);
}

async function explainNone(
  store: Store,
  reference: Reference,
  { district, years }: StatisticsAsked,
): Promise<readonly string[]> {
  const division = district === null ? null : reference.division(district);
  if (district !== null && !division) return findHints(store, reference, [{ kind: 'DIVISION', value: district }]);
  const whose = division ? ` of ${division.code} ${division.name}` : '';
  const others = years === null ? [] : await findOwn(store, reference, { district, years: null });
  if (others.length === 0) return [`no statistic${whose} is here; the command load-statistics adds your own`];
  const known = [...new Set(others.map(({ year }) => year))].sort((a, b) => a - b);
  return [`no statistic${whose} of the years asked for is here, but of ${joinYears(known)}`];
}
