import { compareExact } from '../domain/exact.js';
import type { Exact } from '../domain/exact.js';

/** A value as it is compared and as it is shown. */
export interface Ranked {
  readonly value: Exact;
  /** Values that look equal are equal. */
  readonly shown: string;
}

/** Ranks of sorted values, in their order: equal ones share the better rank and the next one is left out (1, 1, 3). */
export function rankSorted(sorted: readonly Ranked[]): number[] {
  let rank = 0;
  return sorted.map(({ shown }, place) => {
    if (sorted[place - 1]?.shown !== shown) rank = place + 1;
    return rank;
  });
}

/** The greatest value first. */
export function byFallingValue(a: Ranked, b: Ranked): number {
  return compareExact(b.value, a.value);
}
