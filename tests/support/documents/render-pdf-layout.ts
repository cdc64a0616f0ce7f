import type { Cell } from './printed-document.js';

/** A cell as laid out: lengths in points, y downwards from the upper edge of its row. */
export interface LaidCell {
  readonly lines: readonly string[];
  readonly column: number;
  readonly columns: number;
  readonly rows: number;
  readonly align: 'LEFT' | 'RIGHT' | 'CENTRE';
}

export interface LaidTable {
  readonly widths: readonly number[];
  readonly heights: readonly number[];
  readonly rows: readonly (readonly LaidCell[])[];
  /** How many rows stand above the first amount. */
  readonly heads: number;
}

export const SIZE = 9;
export const LEADING = 11;
export const PADDING = 4;
const AMOUNT = /^(?:[-△(]?[\d０-９,，]*[\d０-９](?:[.．] ?[\d０-９]+)?\)?%?|[-—/])$/;

/** How wide a text is: ASCII takes half a square, everything else a whole one. */
export function widthOf(text: string): number {
  return [...text].reduce((sum, sign) => sum + (sign <= '\x7f' ? SIZE / 2 : SIZE), 0);
}

/** Breaks a text where it would be wider than its cell. */
export function wrap(text: string, width: number): string[] {
  const lines = [''];
  for (const sign of text) {
    const open = lines.at(-1) ?? '';
    if (open !== '' && widthOf(open + sign) > width + 0.01) lines.push(sign);
    else lines[lines.length - 1] = open + sign;
  }
  return lines;
}

/** Columns as wide as their contents up to a limit, rows as high as their lines. */
export function layOutTable(rows: readonly (readonly Cell[])[], widest: number, centred: boolean): LaidTable {
  const placed = placeCells(rows);
  const heads = Math.max(0, placed.findIndex((row) => row.some(({ text, column }) => column > 0 && AMOUNT.test(text))));
  const columns = placed.flat().reduce((most, { column, columns: wide }) => Math.max(most, column + wide), 0);
  const widths = Array.from({ length: columns }, (_, at) => {
    const own = placed.flat().filter(({ column, columns: wide }) => column === at && wide === 1);
    return Math.min(widest, own.reduce((most, { text }) => Math.max(most, widthOf(text)), SIZE * 2)) + 2 * PADDING;
  });
  const amounts = widths.map((_, at) => holdsAmounts(placed.slice(heads).flat().filter(({ column }) => column === at)));
  const laid = placed.map((row, y) =>
    row.map(({ text, column, columns: wide, rows: high }): LaidCell => {
      const width = widths.slice(column, column + wide).reduce((sum, own) => sum + own, 0) - 2 * PADDING;
      const head = centred && (y < heads || wide > 1);
      const align = head ? 'CENTRE' : amounts[column] ? 'RIGHT' : 'LEFT';
      return { lines: text === '' ? [] : wrap(text, width), column, columns: wide, rows: high, align };
    }),
  );
  const heights = laid.map((row) => Math.max(1, ...row.filter(({ rows: high }) => high === 1).map(({ lines }) => lines.length)) * LEADING + 6);
  return { widths, heights, rows: laid, heads };
} // prettier-ignore

/** Amounts and numbers of rows are set to the right, codes and names to the left. */
function holdsAmounts(cells: readonly PlacedCell[]): boolean {
  const texts = cells
    .filter(({ columns }) => columns === 1)
    .map(({ text }) => text)
    .filter((text) => text !== '');
  return texts.every((text) => AMOUNT.test(text)) && !texts.every((text) => /^\d{3,7}$/.test(text));
}

type PlacedCell = Required<Cell> & { readonly column: number };

function placeCells(rows: readonly (readonly Cell[])[]): PlacedCell[][] {
  const covered: number[] = [];
  return rows.map((row) => {
    let column = 0;
    const skip = (): void => {
      for (; (covered[column] ?? 0) > 0; column++) covered[column] = (covered[column] ?? 0) - 1;
    };
    const placed = row.map(({ text, columns = 1, rows: high = 1 }) => {
      skip();
      const own = { text, columns, rows: high, column };
      for (let at = 0; at < columns; at++) covered[column++] = high - 1;
      return own;
    });
    skip();
    return placed;
  });
}
