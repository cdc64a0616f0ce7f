import type { Column } from './pdf-columns.js';
import { columnOf } from './pdf-columns.js';
import type { Fragment, TextLine } from './pdf-fragments.js';

/** A text in its columns, `to` included. */
export interface PlacedText {
  readonly from: number;
  readonly to: number;
  readonly fragment: Fragment;
}

export type PlacedRow = readonly PlacedText[];

/** Every text of a line in the column in which it stands. */
export function placeRow({ fragments }: TextLine, columns: readonly Column[]): PlacedText[] {
  return fragments.map((fragment) => {
    const column = columnOf(fragment, columns);
    return { from: column, to: column, fragment };
  });
}

/**
 * The head rows of a table: a head with heads below it covers the columns in whose middle it stands; lines whose heads stand over
 * different columns are one row, for what covers two rows is printed between them.
 */
export function placeHeads(lines: readonly TextLine[], columns: readonly Column[]): PlacedRow[] {
  const pieces = lines.map((line) => placeRow(line, columns));
  const { whole: placed, wrapped } = takeWrapped(pieces);
  const spread = placed.map((row, at) => {
    const below = new Set(placed.slice(at + 1).flatMap((other) => other.map(({ from }) => from)));
    const extents = extendBy(columns, placed.slice(at + 1).flat());
    return withoutOverlap(row.map((text) => spreadOver(text, row, below, extents)));
  });
  return raise(coverAll(spread)).map((row) => withWrapped(row, wrapped));
}

/** Every head in the first row below the heads that stand over it. */
function raise(lines: readonly PlacedRow[]): PlacedText[][] {
  const rows: PlacedText[][] = [];
  for (const text of lines.flat()) {
    const row = rows.findLastIndex((own) => own.some((other) => overlap(other, text))) + 1;
    (rows[row] ??= []).push(text);
  }
  return rows;
}

function overlap(a: PlacedText, b: PlacedText): boolean {
  return a.from <= b.to && b.from <= a.to;
}

/** Baselines of heads side by side below one head differ by less, in points. */
const LEVEL = 1;

/** A head that covers the head beside one that would have none above it covers both. */
function coverAll(lines: readonly PlacedRow[]): PlacedText[][] {
  const covered = lines.map((row) =>
    row.map((text): { from: number; to: number; fragment: Fragment } => ({ ...text })),
  );
  const cover = (text: PlacedText, above: typeof covered, siblings: PlacedRow): void => {
    const owner = (side: -1 | 1): (typeof covered)[number][number] | undefined => {
      const beside = siblings.find((own) => (side < 0 ? own.to === text.from - 1 : own.from === text.to + 1));
      if (!beside || Math.abs(beside.fragment.y - text.fragment.y) > LEVEL) return undefined;
      const head = above.flat().findLast((own) => overlap(own, beside));
      return head && (side < 0 ? head.to === beside.to : head.from === beside.from) ? head : undefined;
    };
    const [left, right] = [owner(-1), owner(1)];
    if (left && !right) left.to = text.to;
    if (right && !left) right.from = text.from;
  };
  covered.forEach((row, at) => {
    const above = covered.slice(0, at);
    for (const text of [...row, ...[...row].reverse()])
      if (!above.flat().some((own) => overlap(own, text))) cover(text, above, row);
  });
  return covered;
}

/** How far below the line before it, in parts of the size, a piece of a wrapped head stands at most. */
const LEADING = 1.45;
/** How much farther out than the piece before it, in parts of the size. */
const OUTSIDE = 0.6;

/** Takes out what goes on with a head of the line above: as wide at most, and close below it. */
function takeWrapped(lines: readonly PlacedRow[]): { whole: PlacedRow[]; wrapped: Map<Fragment, Fragment[]> } {
  const wrapped = new Map<Fragment, Fragment[]>();
  const last: { head: Fragment; piece: Fragment }[] = [];
  const whole = lines.map((row) => {
    const own = row.filter(({ fragment }) => {
      const { x0, x1, y, size } = fragment;
      const above = last.findLast(
        ({ piece }) =>
          y > piece.y &&
          y - piece.y <= LEADING * size &&
          x0 >= piece.x0 - OUTSIDE * size &&
          x1 <= piece.x1 + OUTSIDE * size,
      );
      if (above) wrapped.set(above.head, [...(wrapped.get(above.head) ?? []), fragment]);
      last.push({ head: above?.head ?? fragment, piece: fragment });
      return !above;
    });
    return own;
  });
  return { whole: whole.filter((row) => row.length > 0), wrapped };
}

function withWrapped(row: PlacedRow, wrapped: ReadonlyMap<Fragment, readonly Fragment[]>): PlacedText[] {
  return row.flatMap((text) => [
    text,
    ...(wrapped.get(text.fragment) ?? []).map((fragment) => ({ ...text, fragment })),
  ]);
}

/** Columns as wide as their heads below, where those are wider than what stands in them. */
function extendBy(columns: readonly Column[], below: readonly PlacedText[]): Column[] {
  return columns.map((column, at) =>
    below
      .filter(({ from }) => from === at)
      .reduce(
        (wide, { fragment }) => ({ x0: Math.min(wide.x0, fragment.x0), x1: Math.max(wide.x1, fragment.x1) }),
        column,
      ),
  );
}

/** How much nearer to its middle, in points, a head must stand for one column more to be covered. */
const WIDER = 0.5;

function spreadOver(
  text: PlacedText,
  row: PlacedRow,
  below: ReadonlySet<number>,
  extents: readonly Column[],
): PlacedText {
  const isFree = (column: number): boolean =>
    below.has(column) && row.every((own) => own === text || own.from !== column);
  if (!isFree(text.from)) return text;
  let [left, right] = [text.from, text.from];
  while (left > 0 && isFree(left - 1)) left--;
  while (right + 1 < extents.length && isFree(right + 1)) right++;
  let best = text;
  let least = Infinity;
  for (let from = left; from <= text.from; from++)
    for (let to = text.from; to <= right; to++) {
      const middle = ((extents[from]?.x0 ?? 0) + (extents[to]?.x1 ?? 0)) / 2;
      const off = Math.abs(middle - (text.fragment.x0 + text.fragment.x1) / 2);
      const worth = off + WIDER * (to - from);
      if (worth < least) [best, least] = [{ ...text, from, to }, worth];
    }
  return best;
}

function withoutOverlap(row: readonly PlacedText[]): PlacedText[] {
  const sorted = [...row].sort((a, b) => a.fragment.x0 - b.fragment.x0);
  return sorted.map((text, at) => {
    const next = sorted[at + 1];
    return next && next.from > text.from ? { ...text, to: Math.min(text.to, next.from - 1) } : text;
  });
}
