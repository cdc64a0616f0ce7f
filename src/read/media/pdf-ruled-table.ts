import type { GivenCell, GridRow } from './cell-grid.js';
import { MOST_COLUMNS, fillGrid } from './cell-grid.js';
import type { Fragment } from './pdf-fragments.js';
import { groupByBaseline, lineUp, textOf } from './pdf-fragments.js';
import type { Glyph } from './pdf-glyphs.js';
import type { Lattice, LatticeCell } from './pdf-rulings.js';

/** Rows of cells, and in which columns the last row has a cell in whose last line no other character fits. */
export interface RuledRows {
  readonly rows: readonly GridRow[];
  readonly filled: ReadonlySet<number>;
}

/** Blank space at the two sides of a cell together, in points, as word processors leave it. */
const PADDING = 13;

/** Whether a point lies within the lines of a table. */
export function holds({ xs, ys }: Lattice, x: number, y: number): boolean {
  return x >= (xs[0] ?? 0) && x <= (xs.at(-1) ?? 0) && y >= (ys[0] ?? 0) && y <= (ys.at(-1) ?? 0);
}

/** Where a character is taken to be: in the middle of its body. */
export function middleOf({ x0, x1, y, size }: Fragment | Glyph): { x: number; y: number } {
  return { x: (x0 + x1) / 2, y: y - 0.35 * size };
}

/**
 * The rows of a table whose cells have lines around them, of the characters within it; null where the lines make no more than
 * one column: a frame around text. What runs on over a line without a gap stays whole, in the cell that it covers most.
 */
export function readLattice(lattice: Lattice, glyphs: readonly Glyph[]): RuledRows | null {
  const { xs, ys, cells } = lattice;
  const [columns, rows] = [xs.length - 1, ys.length - 1];
  if (columns < 2 || columns > MOST_COLUMNS || cells.length < 2) return null;
  const owners = Array.from({ length: rows }, () => Array<LatticeCell | undefined>(columns));
  for (const cell of cells)
    for (let y = cell.row; y < cell.row + cell.rows; y++) owners[y]?.fill(cell, cell.column, cell.column + cell.columns);
  const cellAt = (x: number, y: number): LatticeCell | undefined => owners[intervalOf(ys, y)]?.[intervalOf(xs, x)];
  const parted = (before: Fragment, after: Glyph): boolean => {
    const [left, right] = [middleOf({ ...before, x0: before.x1 - 1 }), middleOf(after)];
    return cellAt(left.x, left.y) !== cellAt(right.x, right.y);
  };
  const texts = new Map<LatticeCell, Fragment[]>();
  for (const { fragments } of lineUp(glyphs, parted))
    for (const fragment of fragments) {
      const owner = ownerOf(fragment, owners[intervalOf(ys, middleOf(fragment).y)] ?? [], xs);
      if (owner) texts.set(owner, [...(texts.get(owner) ?? []), fragment]);
    }
  const given = Array.from({ length: rows }, (): GivenCell[] => []);
  const filled = new Set<number>();
  for (const cell of cells) {
    const lines = groupByBaseline(texts.get(cell) ?? []);
    const text = lines.map(({ items }) => textOf(items)).join(' ');
    given[cell.row]?.push({ text, columns: cell.columns, rows: cell.rows });
    const room = (xs[cell.column + cell.columns] ?? 0) - (xs[cell.column] ?? 0) - widthOf(lines.at(-1)?.items ?? []);
    if (cell.row === rows - 1 && text !== '' && room < PADDING + (lines.at(-1)?.size ?? 0)) filled.add(cell.column);
  }
  return { rows: fillGrid(given), filled };
} // prettier-ignore

function widthOf(line: readonly Fragment[]): number {
  return Math.max(...line.map(({ x1 }) => x1)) - Math.min(...line.map(({ x0 }) => x0));
}

/** Between which two neighbours a place lies; the nearest where it is outside. */
function intervalOf(places: readonly number[], at: number): number {
  let [low, high] = [0, places.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) <= at) low = middle;
    else high = middle;
  }
  return low;
}

function ownerOf(
  { x0, x1 }: Fragment,
  row: readonly (LatticeCell | undefined)[],
  xs: readonly number[],
): LatticeCell | undefined {
  let best: LatticeCell | undefined;
  let most = -1;
  for (let at = intervalOf(xs, x0); at <= intervalOf(xs, x1); at++) {
    const cell = row[at];
    if (!cell) continue;
    const [left = 0, right = 0] = [xs[cell.column], xs[cell.column + cell.columns]];
    const covered = Math.min(x1, right) - Math.max(x0, left);
    if (covered > most) [best, most] = [cell, covered];
  }
  return best;
}
