import { groupBy } from '../domain/group-by.js';
import { roundRatio, subtract } from '../domain/exact.js';
import type { Exact } from '../domain/exact.js';
import { medianOf } from './average.js';
import { byFallingValue, rankSorted } from './rank.js';
import type { Ranked } from './rank.js';

/** One value among those of the same measure, year and stage. */
export interface PeerStanding {
  readonly rank: number;
  /** Less the median; null among fewer than five. */
  readonly fromMedian: Exact | null;
  /** In standard deviations from the mean, rounded half up at 8 decimals; null among fewer than five, or where all are equal. */
  readonly zScore: string | null;
}

/** Fewer values have no distribution worth the name. */
const FEWEST = 5;

/** Each value's standing in its group, by its own key. */
export function standAmongPeers<K>(
  cells: readonly (Ranked & { readonly key: K; readonly group: string })[],
): ReadonlyMap<K, PeerStanding> {
  const groups = groupBy(cells, ({ group }) => group);
  const standings = new Map<K, PeerStanding>();
  for (const members of groups.values()) {
    const sorted = members.sort(byFallingValue);
    const ranks = rankSorted(sorted);
    const values = sorted.map(({ value }) => value);
    const median = sorted.length < FEWEST ? null : medianOf(values);
    const scores = sorted.length < FEWEST ? [] : scoreValues(values);
    sorted.forEach(({ key, value }, place) =>
      standings.set(key, {
        rank: ranks[place] as number,
        fromMedian: median && subtract(value, median),
        zScore: scores[place] ?? null,
      }),
    );
  }
  return standings;
}

/** Enough digits for a root that is rounded at 8 decimals afterwards. */
const PRECISION = 10n ** 24n;

/**
 * z = (x - mean) / standard deviation of all the values (population, not sample). Whole numbers throughout: n x - Σx over the root of
 * n Σx² - (Σx)².
 */
function scoreValues(values: readonly Exact[]): (string | null)[] {
  const scaled = values.map(({ num, den }) => (num * PRECISION) / den);
  const count = BigInt(scaled.length);
  const sum = scaled.reduce((total, own) => total + own, 0n);
  const spread = rootOf(count * scaled.reduce((total, own) => total + own * own, 0n) - sum * sum);
  return scaled.map((own) => (spread === 0n ? null : roundRatio({ num: count * own - sum, den: spread })));
}

/** The whole part of a square root, by Newton's method. */
function rootOf(square: bigint): bigint {
  if (square < 2n) return square;
  let root = 1n << BigInt(Math.ceil(square.toString(2).length / 2));
  for (;;) {
    const next = (root + square / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}
