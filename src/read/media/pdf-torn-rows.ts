/** A line of a page; cells where it is a row of a table. */
export interface PageLine {
  readonly text: string;
  readonly cells?: readonly string[];
  readonly spans?: readonly number[];
}

/** A table with lines around its cells. */
export interface RuledTable {
  readonly lines: readonly PageLine[];
  /** Where its columns are parted. */
  readonly xs: readonly number[];
  /** Columns of the last row with a cell in whose last line no other character fits. */
  readonly filled: ReadonlySet<number>;
}

/** A page by its lines and its tables, from top to bottom. */
export interface TornPage {
  readonly lines: readonly PageLine[];
  readonly ruled: readonly RuledTable[];
}

/** A row of which the rest stands on the next page. */
export interface TornRow {
  readonly begun: PageLine;
  readonly rest: PageLine;
  readonly whole: PageLine;
}

/** Lines of a page's head or foot. */
const MOST_FURNITURE = 3;
/** Columns that stand this close on two pages, in points, are the same. */
const SAME = 2;

const BEGINS = /^(?:[一二三四五六七八九十]+、|其中|[合总小]计|本年)/;

/**
 * The row that the end of a page tears, where word processors let rows break: the first row of the next page that is no head
 * printed again, if it has nothing but what goes on in cells that are full at the page's end; null where there is none.
 */
export function findTornRow(before: TornPage, after: TornPage): TornRow | null {
  const [upper, lower] = [before.ruled.at(-1), after.ruled[0]];
  if (!upper || !lower || !goesOn(upper, lower) || !meet(before, upper, after, lower)) return null;
  const differs = lower.lines.findIndex(({ text }, at) => text !== upper.lines[at]?.text);
  const [begun, rest] = [upper.lines.at(-1), lower.lines[differs]];
  if (!begun?.cells || !rest?.cells || !rest.spans || upper.lines.length <= differs) return null;
  const parts = rest.cells.flatMap((text, column) => (text === '' ? [] : [column]));
  const torn = parts.every((column) => upper.filled.has(column) && isTorn(begun.cells?.[column] ?? '', rest.cells?.[column] ?? ''));
  const keeps = begun.cells.some((text, column) => text !== '' && rest.cells?.[column] === '');
  if (parts.length === 0 || !torn || !keeps) return null;
  const cells = begun.cells.map((text, column) => [text, rest.cells?.[column] ?? ''].filter((part) => part !== '').join(' '));
  return { begun, rest, whole: { ...begun, text: cells.join('\t'), cells } };
} // prettier-ignore

/** Whether a text may go on as another: words that begin nothing new, the last digits of a number with a point, or of a code. */
function isTorn(begun: string, rest: string): boolean {
  if (!/[\d０-９]/.test(rest)) return !BEGINS.test(rest);
  if (!/^\d{1,3}$/.test(rest)) return false;
  const code = /^(?:\d{4}|\d{6})$/.test(begun) && /^(?:\d{5}|\d{7})$/.test(begun + rest);
  return code || /[.．]\d*$/.test(begun);
}

function goesOn(upper: RuledTable, lower: RuledTable): boolean {
  return upper.xs.length === lower.xs.length && upper.xs.every((x, at) => Math.abs(x - (lower.xs[at] ?? x)) <= SAME);
}

/** Whether nothing but a page's foot and head stand between two tables. */
function meet(before: TornPage, upper: RuledTable, after: TornPage, lower: RuledTable): boolean {
  const last = before.lines.lastIndexOf(upper.lines.at(-1) as PageLine);
  const first = after.lines.indexOf(lower.lines[0] as PageLine);
  const foot = before.lines.length - 1 - last;
  return last >= 0 && first >= 0 && foot <= MOST_FURNITURE && first <= MOST_FURNITURE;
}
