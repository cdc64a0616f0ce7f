import { roundRatio, subtract } from './exact.js';
import type { Exact } from './exact.js';

export interface Ranked {
  /** Values are ranked within a group. */
  readonly group: string;
  readonly place: number;
  readonly value: Exact | null;
}

/**
 * Ranks by place, the greatest value first; equal values share the better rank and the next one is left out (1, 1, 3). Values that
 * are shown `rounded` are equal where they look equal. Without a value there is no rank.
 */
export function rankValues(cells: readonly Ranked[], rounded: boolean): ReadonlyMap<number, number> {
  const groups = new Map<string, { place: number; value: Exact }[]>();
  for (const { group, place, value } of cells) {
    if (!value) continue;
    const members = groups.get(group);
    if (members) members.push({ place, value });
    else groups.set(group, [{ place, value }]);
  }
  const ranks = new Map<number, number>();
  for (const members of groups.values()) {
    const sorted = members.sort((a, b) => signOf(subtract(b.value, a.value)));
    let rank = 0;
    sorted.forEach(({ place, value }, index) => {
      const before = sorted[index - 1];
      if (!before || !isTie(before.value, value, rounded)) rank = index + 1;
      ranks.set(place, rank);
    });
  }
  return ranks;
}

function isTie(a: Exact, b: Exact, rounded: boolean): boolean {
  return rounded ? roundRatio(a) === roundRatio(b) : subtract(a, b).num === 0n;
}

function signOf({ num }: Exact): number {
  return num > 0n ? 1 : num < 0n ? -1 : 0;
}
