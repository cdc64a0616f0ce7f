import { readCode } from './printed-code.js';
import type { PrintedLine } from './printed-line.js';
import { looksLikeAmount, readNumber } from './printed-number.js';
import { isHeadRow } from './table-page.js';

/** A page's rows of cells, parted into heads and data. */
export interface Grid {
  readonly width: number;
  readonly heads: readonly (readonly string[])[];
  /** 栏次 as printed above each column, where it is a number. */
  readonly numbers: readonly (number | null)[];
  readonly data: readonly PrintedLine[];
  /** Cells of a row where nearly all have as many; null where they differ. */
  readonly usualLength: number | null;
}

/** The rows of a page parted: heads end with 栏次, with the last row that has a head's word or stands over the money. */
export function partGrid(lines: readonly PrintedLine[]): Grid {
  const rows = lines.map((line) => ({ line, cells: line.cells ?? [] }));
  const firstAmount = rows.findIndex(({ cells }) => cells.some(looksLikeAmount));
  const numbersAt = rows.findIndex(({ cells }, at) => (firstAmount < 0 || at < firstAmount) && isNumbering(cells));
  const lastHead = rows.findLastIndex(({ cells }, at) => (firstAmount < 0 || at < firstAmount) && isHeadRow(cells));
  const money = new Set(
    rows.flatMap(({ cells }) => cells.flatMap((cell, column) => (looksLikeAmount(cell) ? [column] : []))),
  );
  const lastOverMoney = rows.findLastIndex(
    ({ cells }, at) =>
      at < firstAmount && cells.some((cell, column) => money.has(column) && readNumber(cell).kind === 'UNREADABLE'),
  );
  const firstTotal = rows.findIndex(({ cells }, at) => at > Math.max(numbersAt, lastHead) && startsData(cells));
  const begin =
    Math.max(numbersAt, lastHead, firstTotal < 0 ? lastOverMoney : Math.min(lastOverMoney, firstTotal - 1)) + 1;
  const width = widthOf(rows.slice(0, begin), rows.slice(begin));
  const numbering = rows[numbersAt]?.cells ?? [];
  return {
    width,
    heads: rows.slice(0, begin).flatMap(({ cells }, at) => (at === numbersAt ? [] : [cells])),
    numbers: Array.from({ length: width }, (_, column) => asInteger(numbering[column] ?? '')),
    data: rows.slice(begin).map(({ line }) => line),
    usualLength: usualLength(rows.slice(begin), width),
  };
}

interface CellRow {
  readonly cells: readonly string[];
}

/** As wide as the heads where hardly a row has more, else as the widest row: a row with a cell too many is no column. */
function widthOf(heads: readonly CellRow[], data: readonly CellRow[]): number {
  const widestOf = (rows: readonly CellRow[]): number =>
    rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const ofHeads = widestOf(heads);
  const longer = data.filter(({ cells }) => cells.slice(ofHeads).some((cell) => cell !== ''));
  const widest = Math.max(ofHeads, widestOf(data));
  const few = data.length < 3 || longer.length * 5 <= data.length;
  return ofHeads > 0 && few ? ofHeads : widest;
}

/**
 * How many cells four of five rows have, of a row or two as many as the table has columns; null where they differ (a text may
 * leave out the empty ones at the end).
 */
function usualLength(rows: readonly CellRow[], width: number): number | null {
  if (rows.length < 3) return width;
  const counts = new Map<number, number>();
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most && most[1] * 5 >= rows.length * 4 ? most[0] : null;
}

/** A row of 合计 or of a code with something like a number behind is no head, be its figures damaged. */
function startsData(cells: readonly string[]): boolean {
  const [first = '', ...rest] = cells.filter((cell) => cell !== '').map((cell) => cell.replace(/\s/g, ''));
  return (first === '合计' || readCode(first) !== null) && rest.some((cell) => /\d/.test(cell));
}

/** A row of 栏次: the word, nothing but small rising numbers (two of them maybe run together), or 1, 2, 3 … beside a damaged word or number. */
function isNumbering(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell !== '').map((cell) => cell.replace(/\s/g, ''));
  if (filled.includes('栏次')) return true;
  const numbers = filled.map(asInteger).filter((number) => number !== null);
  const rising = numbers.every((number, index) => number > (numbers[index - 1] ?? 0) && number <= 40);
  if (numbers.length === filled.length && rising) return numbers.length > 1;
  const steps = numbers.filter((number, index) => index > 0 && number === (numbers[index - 1] ?? 0) + 1).length;
  if (numbers.length === filled.length && steps > 2 && steps * 3 >= (numbers.length - 1) * 2) return true;
  const inPlace = numbers.filter((number, index) => number === index + 1).length;
  return numbers.length > 2 && filled.length - numbers.length <= 2 && inPlace * 3 >= numbers.length * 2;
}

/** A whole number of up to four digits; null where the cell is none. */
export function asInteger(cell: string): number | null {
  const text = cell.replace(/\s/g, '');
  return /^\d{1,4}$/.test(text) ? Number(text) : null;
}
