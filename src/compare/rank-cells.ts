import type { AmountUnit, RankBy } from '../domain/closed-lists.js';
import type { ComparedCell } from '../domain/compared-cell.js';
import { compareExact, multiply, parseExact } from '../domain/exact.js';
import type { Exact } from '../domain/exact.js';
import { fenIn } from '../domain/money.js';
import { MILLION } from './quantity.js';
import { rankSorted } from './rank.js';

export interface Ranking {
  readonly by: RankBy;
  readonly descending: boolean;
  /** Amounts in 万元, whatever they are shown in; null: no threshold. */
  readonly atLeast: string | null;
}

/** Where a cell stands in a ranking: its figure, then whose it is. */
export interface RankPlace {
  /** As it is shown. */
  readonly figure: string;
  readonly coordinates: readonly string[];
}

/** A cell in its place. */
export interface RankedCell extends Placed {
  readonly cell: ComparedCell;
  /** Among all that are sorted. */
  readonly rank: number;
}

/** How cells are sorted, whatever the threshold. */
export type Sorting = Pick<Ranking, 'by' | 'descending'>;

/** Cells that have the figure, sorted by it as it is shown, equal ones by division, department, year and stage. */
export function sortCells(cells: readonly ComparedCell[], sorting: Sorting): readonly RankedCell[] {
  const placed = cells.flatMap((cell) => {
    const place = placeOf(cell, sorting.by);
    const value = place && parseExact(place.figure);
    return place && value ? [{ cell, place, value, shown: place.figure }] : [];
  });
  const sorted = placed.sort((a, b) => comparePlaces(a, b, sorting));
  const ranks = rankSorted(sorted);
  return sorted.map(({ cell, place, value }, at) => ({ cell, place, value, rank: ranks[at] as number }));
}

/** Some of the sorted cells, one after another. */
export interface Stretch {
  readonly from: number;
  /** The first that is not in it. */
  readonly to: number;
}

/** Those of the sorted cells that reach the threshold. */
export function stretchOf(sorted: readonly RankedCell[], { by, descending, atLeast }: Ranking): Stretch {
  const threshold = atLeast === null ? null : parseExact(atLeast);
  const [first] = sorted;
  if (!threshold || !first) return { from: 0, to: sorted.length };
  const scaled = multiply(threshold, scaleOf(first.cell, by));
  const isLess = ({ value }: RankedCell): boolean => compareExact(value, scaled) < 0;
  return descending
    ? { from: 0, to: findFirst(sorted, isLess) }
    : { from: findFirst(sorted, (one) => !isLess(one)), to: sorted.length };
}

/** The sorted cells from the one to before the other; `rank` is among those that reach the threshold. */
export function showStretch(sorted: readonly RankedCell[], { from, to }: Stretch, whole: Stretch): ComparedCell[] {
  return sorted.slice(from, to).map(({ cell, rank }) => cell.ranked(rank - whole.from));
}

/** The first of the sorted cells that comes after a place of the same ranking. */
export function firstBeyond(sorted: readonly RankedCell[], place: RankPlace, sorting: Sorting): number {
  const value = parseExact(place.figure);
  return value ? findFirst(sorted, (one) => comparePlaces(one, { place, value }, sorting) > 0) : sorted.length;
}

/** Where the first stands that is such; all after it are. */
function findFirst(sorted: readonly RankedCell[], isSuch: (one: RankedCell) => boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isSuch(sorted[middle] as RankedCell)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Null where the cell has no such figure. */
export function placeOf(cell: ComparedCell, by: RankBy): RankPlace | null {
  const figure = { VALUE: cell.value, DIFFERENCE: cell.difference, RATIO: cell.ratio }[by];
  const { districtCode, departmentId, year, stage } = cell;
  return figure === null
    ? null
    : { figure, coordinates: [districtCode, departmentId ?? '', String(year), stage ?? ''] };
}

interface Placed {
  readonly place: RankPlace;
  readonly value: Exact;
}

function comparePlaces(a: Placed, b: Placed, { descending }: Sorting): number {
  const order = compareExact(a.value, b.value);
  if (order !== 0) return descending ? -order : order;
  const at = a.place.coordinates.findIndex((own, index) => own !== b.place.coordinates[index]);
  if (at < 0) return 0;
  return (a.place.coordinates[at] as string) < (b.place.coordinates[at] as string) ? -1 : 1;
}

/** What a threshold is multiplied by: amounts are given in 万元, whatever they are shown in. */
function scaleOf({ unit }: ComparedCell, by: RankBy): Exact {
  const isMoney = by !== 'RATIO' && (unit === 'YUAN' || unit === 'WAN_YUAN' || unit === 'YI_YUAN');
  return isMoney ? { num: MILLION, den: fenIn(unit as AmountUnit) } : { num: 1n, den: 1n };
}
