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

/** Cells that have the figure, sorted by it as it is shown, equal ones by division, department, year and stage; `rank` is in this order. */
export function rankCells(cells: readonly ComparedCell[], ranking: Ranking): ComparedCell[] {
  const placed = cells.flatMap((cell) => {
    const place = placeOf(cell, ranking.by);
    const value = place && parseExact(place.figure);
    return place && value && isAtLeast(value, cell, ranking) ? [{ cell, place, value, shown: place.figure }] : [];
  });
  const sorted = placed.sort((a, b) => comparePlaces(a, b, ranking));
  const ranks = rankSorted(sorted);
  return sorted.map(({ cell }, at) => ({ ...cell, rank: ranks[at] as number }));
}

/** Null where the cell has no such figure. */
export function placeOf(cell: ComparedCell, by: RankBy): RankPlace | null {
  const figure = { VALUE: cell.value, DIFFERENCE: cell.difference, RATIO: cell.ratio }[by];
  const { districtCode, departmentId, year, stage } = cell;
  return figure === null
    ? null
    : { figure, coordinates: [districtCode, departmentId ?? '', String(year), stage ?? ''] };
}

/** Whether a cell comes after a place of the same ranking. */
export function isBeyond(cell: ComparedCell, place: RankPlace, { by, descending }: Ranking): boolean {
  const own = placeOf(cell, by);
  const [value, other] = [own && parseExact(own.figure), parseExact(place.figure)];
  if (!own || !value || !other) return false;
  return comparePlaces({ place: own, value }, { place, value: other }, { descending }) > 0;
}

interface Placed {
  readonly place: RankPlace;
  readonly value: Exact;
}

function comparePlaces(a: Placed, b: Placed, { descending }: Pick<Ranking, 'descending'>): number {
  const order = compareExact(a.value, b.value);
  if (order !== 0) return descending ? -order : order;
  const at = a.place.coordinates.findIndex((own, index) => own !== b.place.coordinates[index]);
  if (at < 0) return 0;
  return (a.place.coordinates[at] as string) < (b.place.coordinates[at] as string) ? -1 : 1;
}

function isAtLeast(value: Exact, { unit }: ComparedCell, { by, atLeast }: Ranking): boolean {
  const threshold = atLeast === null ? null : parseExact(atLeast);
  if (!threshold) return true;
  const isMoney = by !== 'RATIO' && (unit === 'YUAN' || unit === 'WAN_YUAN' || unit === 'YI_YUAN');
  const scale = isMoney ? { num: MILLION, den: fenIn(unit as AmountUnit) } : { num: 1n, den: 1n };
  return compareExact(value, multiply(threshold, scale)) >= 0;
}
