import type { TextTable } from './markdown-tables.js';

const RULING = /^[\u2500-\u257f][\u2500-\u257f\s]*$/;
const ALONG = /[\u2500\u2501\u2550]/;
const BETWEEN = /[\u2502\u2503\u2551]/;
const FRAMED = /^\s*[\u2502\u2503\u2551].*[\u2502\u2503\u2551]\s*$/;

/**
 * The table drawn with lines (┌─┬─┐ │ │) that begins in a line; null where none does. Where its rows have different numbers of
 * cells, a merged cell doesn't say which columns it covers, and they are running text.
 */
export function drawnTableAt(lines: readonly string[], start: number): TextTable | null {
  let end = start;
  while (end < lines.length && isDrawn(lines[end] as string)) end++;
  if (end === start) return null;
  const rows = lines.slice(start, end).flatMap((line, index) => {
    if (isRuling(line)) return [];
    return [{ at: start + index, cells: line.trim().slice(1, -1).split(BETWEEN) }];
  });
  const width = rows[0]?.cells.length ?? 0;
  const even = width > 1 && rows.every(({ cells }) => cells.length === width);
  return { rows: even ? rows : lines.slice(start, end).map((_, index) => ({ at: start + index, cells: null })), end };
}

function isDrawn(line: string): boolean {
  return FRAMED.test(line) || isRuling(line);
}

function isRuling(line: string): boolean {
  return RULING.test(line.trim()) && ALONG.test(line);
}
