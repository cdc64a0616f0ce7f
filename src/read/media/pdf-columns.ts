import type { Fragment, TextLine } from './pdf-fragments.js';

/** The part of a page's width in which a column's texts stand, in points. */
export interface Column {
  readonly x0: number;
  readonly x1: number;
}

/** Columns this close, in points, are one. */
const NARROWEST_GUTTER = 1.5;
/** One in so many rows may reach across a gutter without closing it. */
const STRAYING = 25;
/** Words that stand in the middle of several columns, whole or with their characters far apart. */
const CENTRED = /^(?:[合总小]计?|计|栏次?|次|项目?|目)$/;

/**
 * The columns of rows of figures: where few of them have a text, there is a gutter. What is missing in a row leaves the others
 * where they are.
 */
export function findColumns(rows: readonly TextLine[]): Column[] {
  const fragments = rows.flatMap((row) => row.fragments);
  const telling = fragments.filter(({ text }) => !CENTRED.test(text.replace(/\s/g, '')));
  const most = Math.floor(rows.length / STRAYING);
  const events = (telling.length > 0 ? telling : fragments)
    .flatMap(({ x0, x1 }) => [
      { x: x0, step: 1 },
      { x: x1, step: -1 },
    ])
    .sort((a, b) => a.x - b.x || b.step - a.step);
  const columns: { x0: number; x1: number }[] = [];
  let depth = 0;
  for (const { x, step } of events) {
    const before = depth;
    depth += step;
    const last = columns.at(-1);
    if (before <= most && depth > most) {
      if (!last || x - last.x1 >= NARROWEST_GUTTER) columns.push({ x0: x, x1: x });
    } else if (before > most && depth <= most && last) last.x1 = x;
  }
  return withSparse(columns, telling);
}

/** Columns that few rows fill: texts that stand apart from every other column. */
function withSparse(columns: readonly Column[], fragments: readonly Fragment[]): Column[] {
  const all = [...columns];
  for (const { x0, x1 } of fragments)
    if (all.every((column) => x0 - column.x1 >= NARROWEST_GUTTER || column.x0 - x1 >= NARROWEST_GUTTER))
      all.push({ x0, x1 });
  return all.sort((a, b) => a.x0 - b.x0);
}

/** Which column a text stands in: the one it covers most of, else the nearest. */
export function columnOf({ x0, x1 }: Column, columns: readonly Column[]): number {
  const covers = columns.map((column) => Math.min(x1, column.x1) - Math.max(x0, column.x0));
  return covers.indexOf(Math.max(...covers));
}

/** How many columns a text reaches into. */
export function reachOf({ x0, x1 }: Column, columns: readonly Column[]): number {
  return columns.filter((column) => Math.min(x1, column.x1) - Math.max(x0, column.x0) > NARROWEST_GUTTER).length;
}

/**
 * The columns with those added that only have a head: where two texts of one line fall into one column, the one that touches no
 * column stands over an empty one; so does one between two columns with heads of their own that is in the middle of neither these
 * nor others.
 */
export function withEmptyColumns(columns: readonly Column[], heads: readonly TextLine[]): Column[] {
  let all = [...columns];
  const below: Fragment[] = [];
  for (const { fragments } of [...heads].reverse()) {
    const places = fragments.map((fragment) => columnOf(fragment, all));
    const added = fragments.filter((fragment, at) => {
      if (reachOf(fragment, all) > 0) return false;
      const rivals = fragments.filter((_, other) => other !== at && places[other] === places[at]);
      const letters = rivals.some(({ text }) => [...text].length === 1) && [...fragment.text].length === 1;
      return (rivals.length > 0 && (!letters || /\d/.test(fragment.text))) || standsAlone(fragment, all, below);
    });
    below.push(...fragments);
    all = [...all, ...added.map(({ x0, x1 }) => ({ x0, x1 }))].sort((a, b) => a.x0 - b.x0);
  }
  return all;
}

/** Whether a head between two columns with heads below it is over neither, nor in the middle of several. */
function standsAlone(head: Fragment, columns: readonly Column[], below: readonly Fragment[]): boolean {
  const extents = columns.map((column, at) => {
    const own = below.filter((other) => columnOf(other, columns) === at);
    const [x0, x1] = [column.x0, column.x1];
    return own.length === 0 ? null : { x0: Math.min(x0, ...own.map((o) => o.x0)), x1: Math.max(x1, ...own.map((o) => o.x1)) };
  });
  const left = columns.findLastIndex(({ x1 }) => x1 <= head.x0);
  const [before, after] = [extents[left], extents[left + 1]];
  if (!before || !after || before.x1 > head.x0 || after.x0 < head.x1) return false;
  const middle = (head.x0 + head.x1) / 2;
  const lefts = extents.slice(0, left + 1).flatMap((own) => (own ? [own.x0] : []));
  const rights = extents.slice(left + 1).flatMap((own) => (own ? [own.x1] : []));
  return lefts.every((x0) => rights.every((x1) => Math.abs((x0 + x1) / 2 - middle) > head.size));
} // prettier-ignore

/** The columns as wide as the pieces of names that stand in them alone on their lines. */
export function widenBy(columns: readonly Column[], pieces: readonly TextLine[]): Column[] {
  const widened = columns.map((column) => ({ ...column }));
  for (const fragment of pieces.flatMap(({ fragments }) => fragments)) {
    const at = columnOf(fragment, columns);
    const column = widened[at];
    if (!column || reachOf(fragment, columns) !== 1) continue;
    column.x0 = Math.max(Math.min(column.x0, fragment.x0), (columns[at - 1]?.x1 ?? -Infinity) + NARROWEST_GUTTER);
    column.x1 = Math.min(Math.max(column.x1, fragment.x1), (columns[at + 1]?.x0 ?? Infinity) - NARROWEST_GUTTER);
  }
  return widened;
}

/** The columns of a table as the next page goes on with them; null where what stands there fits them not. */
export function continueColumns(columns: readonly Column[], found: readonly Column[]): Column[] | null {
  if (found.some((column) => columns.filter((own) => own.x0 < column.x1 && column.x0 < own.x1).length !== 1))
    return null;
  return columns.map((own) =>
    found
      .filter(({ x0, x1 }) => own.x0 < x1 && x0 < own.x1)
      .reduce((wide, { x0, x1 }) => ({ x0: Math.min(wide.x0, x0), x1: Math.max(wide.x1, x1) }), own),
  );
}
