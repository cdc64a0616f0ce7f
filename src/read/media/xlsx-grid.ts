import { AppError } from '../../domain/app-error.js';
import type { PrintedLine } from '../printed-line.js';
import type { GridRow } from './cell-grid.js';
import { MOST_COLUMNS } from './cell-grid.js';
import type { Sheet } from './xlsx-sheet.js';

/** A row of a sheet as a line: cells where it is a row of a table, none where it is text that stands around tables. */
export interface SheetRow {
  readonly text: string;
  readonly row: (GridRow & Pick<PrintedLine, 'storedNumbers'>) | null;
}

/** Of rows times columns, empty ones too. */
const MOST_PLACES = 2_000_000;

/** The name of a row, such as 合计, and no note: those have a colon, a full stop or a year. */
const LABEL = /^[\p{Script=Han}()（）\s]{1,20}$/u;

interface PlacedRow {
  /** In the sheet, from 0. */
  readonly number: number;
  readonly cells: Map<number, string>;
  /** How many columns the cell that begins in a column takes up, 0 where it is covered; 1 where not given. */
  readonly spans: Map<number, number>;
  readonly storedNumbers: boolean;
}

/**
 * The rows of a sheet that show something, in order. A text that stands alone in its row is a line of text where it is merged over
 * more than half the sheet's width, or stands above the first or below the last row with two cells filled. Labels that close up to
 * that last row belong to it: a table without figures may have nothing but 合计. Rows of a table between two lines of text are as
 * wide as the widest of them; beyond MOST_COLUMNS, columns that are empty in the whole sheet are left out.
 * @throws AppError UNREADABLE_DOCUMENT where the sheet has more places than a document can have
 */
export function layOutSheet(sheet: Sheet, part: string): SheetRow[] {
  const rows = placeRows(sheet, part);
  const first = rows.findIndex(({ cells }) => cells.size > 1);
  const last = findLastOfTable(rows);
  const width = usedWidth(rows);
  const texts = rows.map((row, at) => {
    const alone = textAlone(row);
    if (!alone) return null;
    const wide = Math.min(row.spans.get(alone.column) ?? 1, width - alone.column) * 2 > width;
    return wide || at < first || at > last ? alone.text : null;
  });
  const lines: SheetRow[] = [];
  for (let at = 0; at < rows.length;) {
    const text = texts[at] ?? null;
    if (text !== null) {
      lines.push({ text, row: null });
      at++;
      continue;
    }
    const begin = at;
    while (at < rows.length && (texts[at] ?? null) === null) at++;
    for (const line of layOutTable(rows.slice(begin, at), width, part)) lines.push(line);
  }
  return lines;
}

function layOutTable(table: readonly PlacedRow[], most: number, part: string): SheetRow[] {
  const width = Math.min(most, greatest(table.map(widthOf)));
  checkPlaces(table.length * width, part);
  const columns = Array.from({ length: width }, (_, column) => column);
  return table.map((row) => {
    const cells = columns.map((column) => oneLine(row.cells.get(column) ?? ''));
    const spans = columns.map((column) => Math.min(row.spans.get(column) ?? 1, width - column));
    return { text: cells.join('\t'), row: { cells, spans, storedNumbers: row.storedNumbers } };
  });
}

function findLastOfTable(rows: readonly PlacedRow[]): number {
  let last = rows.findLastIndex(({ cells }) => cells.size > 1);
  if (last < 0) return last;
  for (let next = rows[last + 1]; next && next.number === (rows[last]?.number ?? 0) + 1; next = rows[last + 1]) {
    if (!LABEL.test(textAlone(next)?.text ?? '')) break;
    last++;
  }
  return last;
}

/** The one cell of a row that has no other and is no number. */
function textAlone({ cells }: PlacedRow): { column: number; text: string } | null {
  const [only] = cells.size === 1 ? cells : [];
  if (!only || !/[^\d\s.,%-]/.test(only[1])) return null;
  return { column: only[0], text: oneLine(only[1]) };
}

/** Columns up to the last that is filled, or merged in a row with two cells; a title may be merged far beyond its table. */
function usedWidth(rows: readonly PlacedRow[]): number {
  return greatest(rows.map((row) => (row.cells.size > 1 ? widthOf(row) : greatest([...row.cells.keys()]) + 1)));
}

function widthOf({ cells, spans }: PlacedRow): number {
  return greatest([...cells.keys()].map((column) => column + Math.max(1, spans.get(column) ?? 1)));
}

/** Rows in order, with columns closed up and merged cells marked; what a merged cell covers shows nothing. */
function placeRows({ rows, merged, typedNumbers }: Sheet, part: string): PlacedRow[] {
  const numbers = [...rows.keys()].sort((one, other) => one - other);
  const far = new Set<number>();
  for (const row of rows.values()) for (const column of row.keys()) if (column >= MOST_COLUMNS) far.add(column);
  const beyond = [...far].sort((one, other) => one - other);
  const closeUp = (column: number): number =>
    column < MOST_COLUMNS ? column : MOST_COLUMNS + lowerBound(beyond, column);
  const placed = numbers.map((number): PlacedRow => ({
    number,
    cells: new Map([...(rows.get(number) ?? [])].map(([column, text]) => [closeUp(column), text])),
    spans: new Map(),
    storedNumbers: !typedNumbers.has(number),
  }));
  let places = 0;
  for (const { top, left, bottom, right } of merged) {
    const begin = closeUp(left);
    const span = Math.max(1, closeUp(right + 1) - begin);
    const from = lowerBound(numbers, top);
    const to = lowerBound(numbers, bottom + 1);
    checkPlaces((places += Math.max(0, to - from) * span), part);
    for (const row of placed.slice(from, to)) cover(row, begin, span, row === placed[from] && numbers[from] === top);
  }
  return placed.filter(({ cells }) => cells.size > 0);
}

function cover({ cells, spans }: PlacedRow, begin: number, span: number, isTop: boolean): void {
  for (let column = begin; column < begin + span; column++) {
    spans.set(column, column === begin ? span : 0);
    if (!isTop || column > begin) cells.delete(column);
  }
}

function checkPlaces(places: number, part: string): void {
  if (places > MOST_PLACES)
    throw new AppError('UNREADABLE_DOCUMENT', `expected at most ${MOST_PLACES} cells in ${part}, got more`);
}

function oneLine(text: string): string {
  return text.replace(/[\t\r\n]+/g, ' ');
}

function greatest(numbers: readonly number[]): number {
  return numbers.reduce((most, number) => Math.max(most, number), 0);
}

/** The place of the first of rising numbers that is not below a limit. */
function lowerBound(rising: readonly number[], limit: number): number {
  let from = 0;
  let to = rising.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((rising[middle] as number) < limit) from = middle + 1;
    else to = middle;
  }
  return from;
}
