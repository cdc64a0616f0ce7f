import type { Average } from '../domain/closed-lists.js';
import { add, compareExact, divide, whole } from '../domain/exact.js';
import type { Exact } from '../domain/exact.js';
import { missingCell, worstReason } from './cell-value.js';
import type { CellValue } from './cell-value.js';

/** The mean or median of the values that are there, exact; missing where none is. Its stage is the one that all have. */
export function averageValues(of: Average, cells: readonly CellValue[], year: number): CellValue {
  const members = cells.filter(({ value }) => value !== null);
  const values = members.flatMap(({ value }) => value ?? []);
  const value = of === 'MEAN' ? meanOf(values) : medianOf(values);
  const stages = new Set((members.length > 0 ? members : cells).map(({ stage }) => stage));
  const [stage = null] = stages.size === 1 ? stages : [];
  if (!value) return missingCell(worstReason(new Set(cells.map(({ missing }) => missing))), stage, year);
  return {
    ...missingCell(null, stage, year),
    ...{ value, status: 'DERIVED', average: { of, members } },
  };
}

/** Null of nothing. */
export function meanOf(values: readonly Exact[]): Exact | null {
  const mean = values.length === 0 ? null : divide(addAll(values), whole(BigInt(values.length)));
  return mean && shorten(mean);
}

/** Denominators of thousands of quotients grow beyond all use: beyond these digits the mean is cut, far below what is shown of it. */
const LONGEST = 10n ** 200n;
const DIGITS = 10n ** 60n;

function shorten({ num, den }: Exact): Exact {
  return den < LONGEST ? { num, den } : { num: (num * DIGITS) / den, den: DIGITS };
}

/** The middle value, or the mean of the two in the middle; null of nothing. */
export function medianOf(values: readonly Exact[]): Exact | null {
  const sorted = [...values].sort(compareExact);
  const half = sorted.length / 2;
  return meanOf(sorted.slice(Math.ceil(half) - 1, Math.floor(half) + 1));
}

/** By halves: denominators grow with every addition. */
function addAll(values: readonly Exact[]): Exact {
  if (values.length <= 2) return values.reduce(add, whole(0n));
  const half = values.length >> 1;
  return add(addAll(values.slice(0, half)), addAll(values.slice(half)));
}
