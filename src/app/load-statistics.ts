import type { Reference } from '../domain/reference.js';
import { keyOfStatistic } from '../domain/statistics.js';
import { findLatestRelease } from '../store/releases.js';
import { saveStatistics } from '../store/statistics.js';
import type { Store } from '../store/store.js';
import { findContradictions } from './read-statistics-file.js';
import type { StatisticLine } from './read-statistics-file.js';

export interface LoadedStatistics {
  readonly added: number;
  /** Lines whose figure was there before, or comes with the program. */
  readonly unchanged: number;
  /** Lines that contradict what the store holds: where there are any, nothing is added. */
  readonly problems: readonly string[];
  /** Id of the release in which they are. */
  readonly releaseId: string;
}

/** Stores a user's statistics, read without a problem, all of them or none; those that come with the program are left out. */
export async function loadStatistics(
  store: Store,
  reference: Reference,
  rows: readonly StatisticLine[],
): Promise<LoadedStatistics> {
  const known = new Set(reference.statistics.map(keyOfStatistic));
  const own = rows.flatMap(({ statistic }) => (known.has(keyOfStatistic(statistic)) ? [] : [statistic]));
  const { added, contradicted } = await saveStatistics(store, own);
  const problems = findContradictions(rows, contradicted);
  const unchanged = problems.length > 0 ? 0 : rows.length - added;
  return { added, unchanged, problems, releaseId: (await findLatestRelease(store)).id };
}
