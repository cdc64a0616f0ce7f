/** Rows of a table inside a text: the line of the text that each is, counted from 0, and its cells; null where it is running text. */
export interface TextTable {
  readonly rows: readonly { readonly at: number; readonly cells: readonly string[] | null }[];
  /** The first line after it. */
  readonly end: number;
}

const ALIGNMENT = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;
/** `+---+---+`, as tables are drawn that no Markdown knows. */
const RULING = /^\s*[+|](?:[-=:\s]+[+|])+\s*$/;
const FRAMED = /^\s*\|.*\|\s*$/;
const ENTITIES: Readonly<Record<string, string>> = { nbsp: ' ', ensp: ' ', emsp: ' ', amp: '&', lt: '<', gt: '>' };

/**
 * The table of Markdown that begins in a line; null where none does. Lines in bars on both sides are rows; lines with bars inside
 * only where a row of dashes below the first proves them. A bar inside a cell is escaped; where it isn't, and bars with blanks
 * around them give as many cells as the row of dashes has, those are the cells.
 */
export function markdownTableAt(lines: readonly string[], start: number): TextTable | null {
  const first = lines[start] ?? '';
  const below = lines[start + 1] ?? '';
  const proved =
    isAlignment(below) &&
    first.includes('|') &&
    cellsOf(first, splitBars(below).length).length === splitBars(below).length;
  const isRow = (line: string): boolean => FRAMED.test(line) || isRuling(line) || (proved && line.includes('|'));
  if (!isRow(first)) return null;
  let end = start;
  while (end < lines.length && isRow(lines[end] as string)) end++;
  const block = lines.slice(start, end);
  const ruling = block.find(isAlignment);
  const width = ruling === undefined ? null : splitBars(ruling).length;
  const rows = block.flatMap((line, index) =>
    isAlignment(line) || isRuling(line) ? [] : [{ at: start + index, cells: cellsOf(line, width) }],
  );
  if (rows.some(({ cells }) => cells.length > 1)) return { rows, end };
  return { rows: block.map((_, index) => ({ at: start + index, cells: null })), end };
}

function isRuling(line: string): boolean {
  return line.includes('--') && RULING.test(line);
}

function isAlignment(line: string): boolean {
  return line.includes('|') && ALIGNMENT.test(line);
}

/** `width`: how many cells the row of dashes has, null where there is none. */
function cellsOf(line: string, width: number | null): string[] {
  const cells = splitBars(line);
  if (width === null || cells.length === width) return cells.map(plain);
  // Bars inside cells; or no outer bars, and what looks like one stands beside an empty cell.
  const others = [withoutFrame(line).split(/\s+\|\s+|\s+\|$|^\|\s+/), line.split(/(?<!\\)\|/)];
  return (others.find((other) => other.length === width) ?? cells).map(plain);
}

function splitBars(line: string): string[] {
  return withoutFrame(line).split(/(?<!\\)\|/);
}

function withoutFrame(line: string): string {
  return line.trim().replace(/^\|/, '').replace(/(?<!\\)\|$/, '');
} // prettier-ignore

function plain(cell: string): string {
  return cell.replace(/\\\|/g, '|').replace(/&(nbsp|ensp|emsp|amp|lt|gt);/g, (whole, name: string) => ENTITIES[name] ?? whole);
} // prettier-ignore
