import type { Ruling } from './pdf-paths.js';

/** The lines of one table: rows lie between neighbouring `ys`, columns between neighbouring `xs`. */
export interface Lattice {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly cells: readonly LatticeCell[];
}

/** A cell by the row and column in which it begins, and how many it covers. */
export interface LatticeCell {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** Lines closer than this, in points, are one: double borders, borders drawn cell by cell. */
const SAME = 3;
const SHORTEST = 5;
/** A gap in a line that is no gap: dashes. */
const DASH = 3.5;
/** Lines touch where their ends are this close. */
const TOUCH = 3;
const MOST_CROSSINGS = 4_000_000;
const MOST_PLACES = 200_000;

/** Lines that continue one another made one; the shorter than a character are left out. */
export function joinRulings(rulings: readonly Ruling[]): Ruling[] {
  const joined: Ruling[] = [];
  for (const axis of ['HORIZONTAL', 'VERTICAL'] as const) {
    const own = rulings.filter((ruling) => ruling.axis === axis).sort((a, b) => a.at - b.at);
    for (let at = 0; at < own.length;) {
      const begin = own[at]?.at ?? 0;
      const level: Ruling[] = [];
      while (at < own.length && (own[at]?.at ?? 0) - begin <= SAME) level.push(own[at++] as Ruling);
      const middle = (begin + (level.at(-1)?.at ?? begin)) / 2;
      for (const { from, to } of joinEnds(level)) joined.push({ axis, at: middle, from, to });
    }
  }
  return joined.filter(({ from, to }) => to - from >= SHORTEST);
}

function joinEnds(level: readonly Ruling[]): { from: number; to: number }[] {
  const ends: { from: number; to: number }[] = [];
  for (const { from, to } of [...level].sort((a, b) => a.from - b.from)) {
    const last = ends.at(-1);
    if (last && from - last.to <= DASH) last.to = Math.max(last.to, to);
    else ends.push({ from, to });
  }
  return ends;
}

/** Lines that touch or cross one another, group by group. Too many to be tables' give no group. */
export function groupRulings(joined: readonly Ruling[]): Ruling[][] {
  const across = joined.filter(({ axis }) => axis === 'HORIZONTAL');
  const down = joined.filter(({ axis }) => axis === 'VERTICAL');
  if (across.length * down.length > MOST_CROSSINGS) return [];
  const parent = new Map<Ruling, Ruling>(joined.map((own) => [own, own]));
  const root = (own: Ruling): Ruling => {
    let at = own;
    for (let next = parent.get(at); next && next !== at; next = parent.get(at)) at = next;
    parent.set(own, at);
    return at;
  };
  for (const h of across)
    for (const v of down) {
      const touch = h.at >= v.from - TOUCH && h.at <= v.to + TOUCH && v.at >= h.from - TOUCH && v.at <= h.to + TOUCH;
      if (touch) parent.set(root(v), root(h));
    }
  const groups = new Map<Ruling, Ruling[]>();
  for (const own of joined) {
    const group = groups.get(root(own));
    if (group) group.push(own);
    else groups.set(root(own), [own]);
  }
  return [...groups.values()];
}

/** The cells that a group of lines makes; null where it makes none, or more than a table has. */
export function latticeOf(group: readonly Ruling[]): Lattice | null {
  const across = group.filter(({ axis }) => axis === 'HORIZONTAL');
  const down = group.filter(({ axis }) => axis === 'VERTICAL');
  if (across.length === 0 || down.length === 0) return null;
  const xs = placesOf(down, across);
  const ys = placesOf(across, down);
  if (xs.length < 2 || ys.length < 2 || xs.length * ys.length > MOST_PLACES) return null;
  const walls = wallsOf(down, xs, ys);
  const floors = wallsOf(across, ys, xs);
  return { xs, ys, cells: cellsOf(xs.length - 1, ys.length - 1, walls, floors) };
}

/** Where lines stand across an axis, and how far the lines along it reach: outer borders are often left out. */
function placesOf(lines: readonly Ruling[], crossing: readonly Ruling[]): number[] {
  const ends = [
    crossing.reduce((least, { from }) => Math.min(least, from), Infinity),
    crossing.reduce((most, { to }) => Math.max(most, to), -Infinity),
  ];
  const places = [...new Set(lines.map(({ at }) => at))].sort((a, b) => a - b);
  const [first = 0, last = 0] = [places[0], places.at(-1)];
  if ((ends[0] ?? first) < first - SHORTEST) places.unshift(ends[0] ?? first);
  if ((ends[1] ?? last) > last + SHORTEST) places.push(ends[1] ?? last);
  return places;
}

/** For each place across, between which neighbours along a line stands there. */
function wallsOf(lines: readonly Ruling[], places: readonly number[], along: readonly number[]): boolean[][] {
  const index = new Map(places.map((place, at) => [place, at]));
  const walls = places.map(() => along.slice(1).map(() => false));
  for (const { at, from, to } of lines) {
    const wall = walls[index.get(at) ?? -1];
    along.slice(1).forEach((end, step) => {
      const begin = along[step] ?? end;
      const covered = Math.min(to, end) - Math.max(from, begin);
      if (wall && covered >= 0.6 * (end - begin)) wall[step] = true;
    });
  }
  return walls;
}

/** Cells grown from their upper left corners as far as no line stands in the way. */
function cellsOf(
  columns: number,
  rows: number,
  walls: readonly (readonly boolean[])[],
  floors: readonly (readonly boolean[])[],
): LatticeCell[] {
  const taken = Array.from({ length: rows }, () => Array<boolean>(columns).fill(false));
  const cells: LatticeCell[] = [];
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      if (taken[row]?.[column]) continue;
      let wide = 1;
      while (column + wide < columns && !taken[row]?.[column + wide] && !walls[column + wide]?.[row]) wide++;
      const reaches = (next: number): boolean =>
        Array.from({ length: wide }, (_, at) => column + at).every(
          (own, at) => !taken[next]?.[own] && !floors[next]?.[own] && (at === 0 || !walls[own]?.[next]),
        );
      let high = 1;
      while (row + high < rows && reaches(row + high)) high++;
      for (let y = row; y < row + high; y++) taken[y]?.fill(true, column, column + wide);
      cells.push({ row, column, rows: high, columns: wide });
    }
  return cells;
}
