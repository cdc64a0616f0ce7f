import { AppError } from '../../domain/app-error.js';
import type { Workbook } from './xlsx-workbook.js';
import { joinRuns, unescapeSigns } from './xlsx-workbook.js';
import type { XmlAttributes, XmlListener } from './xml-events.js';
import { readXml } from './xml-events.js';
import type { ZipParts } from './zip-parts.js';

/** Cells that are one: from the first row and column through the last, from 0. */
export interface MergedCells {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** What cells show, where they show anything, by row and column from 0, in no order; hidden rows and columns are among them. */
export interface Sheet {
  readonly rows: ReadonlyMap<number, ReadonlyMap<number, string>>;
  readonly merged: readonly MergedCells[];
  /** Rows in which a cell is a text that begins like a number. */
  readonly typedNumbers: ReadonlySet<number>;
}

const MOST_CELLS = 1_000_000;
const MOST_ROWS = 1_048_576;
const MOST_SHEET_COLUMNS = 16_384;
/** With a point or a comma: codes are texts too. */
const TYPED_NUMBER = /^[\s(（-]*\d[\d\s]*[.,，．]/;

interface OpenCell {
  readonly row: number;
  readonly column: number;
  readonly type: string;
  readonly style: number;
  value: string;
}

/**
 * Reads the cells of a sheet.
 * @throws AppError UNREADABLE_DOCUMENT where the part is damaged or has more cells than a document can have
 */
export async function readSheet(zip: ZipParts, part: string, workbook: Workbook): Promise<Sheet> {
  const rows = new Map<number, Map<number, string>>();
  const merged: MergedCells[] = [];
  const typedNumbers = new Set<number>();
  await readXml(zip.read(part), part, new SheetListener(part, workbook, { rows, merged, typedNumbers }));
  return { rows, merged, typedNumbers };
}

class SheetListener implements XmlListener {
  private row = -1;
  private column = -1;
  private cell: OpenCell | null = null;
  private inValue = false;
  private readonly inline = joinRuns();
  private showsZeros = true;
  private cells = 0;

  constructor(
    private readonly part: string,
    private readonly workbook: Workbook,
    private readonly sheet: {
      readonly rows: Map<number, Map<number, string>>;
      readonly merged: MergedCells[];
      readonly typedNumbers: Set<number>;
    },
  ) {}

  open(name: string, attributes: XmlAttributes, parents: readonly string[]): void {
    const parent = parents.at(-1);
    if (name === 'row' && parent === 'sheetData') this.openRow(attributes);
    else if (name === 'c' && parent === 'row') this.openCell(attributes);
    else if (name === 'v' && parent === 'c') this.inValue = true;
    else if (name === 'mergeCell' && parent === 'mergeCells') this.addMerged(attributes['ref'] ?? '');
    else if (name === 'sheetView') this.showsZeros &&= !isFalse(attributes['showZeros']);
    else if (this.cell) this.inline.open(name, parents);
  }

  text(text: string): void {
    if (!this.cell) return;
    if (this.inValue) this.cell.value += text;
    else this.inline.text(text);
  }

  close(name: string, parents: readonly string[]): void {
    if (name === 'v') this.inValue = false;
    if (!this.cell) return;
    this.inline.close(name);
    if (name !== 'c' || parents.at(-1) !== 'row') return;
    this.addCell(this.cell);
    this.cell = null;
  }

  private openRow({ r }: XmlAttributes): void {
    this.row = r === undefined ? this.row + 1 : Number(r) - 1;
    this.column = -1;
    if (!(Number.isInteger(this.row) && this.row >= 0 && this.row < MOST_ROWS)) this.refuse('row', String(r));
  }

  private openCell({ r, t = 'n', s = '0' }: XmlAttributes): void {
    const place = r === undefined ? { row: this.row, column: this.column + 1 } : placeOf(r);
    if (!place) return this.refuse('cell', r ?? '');
    this.column = place.column;
    this.cell = { row: this.row, column: place.column, type: t, style: Number(s), value: '' };
  }

  private addCell(cell: OpenCell): void {
    const inline = this.inline.take();
    const text = cell.type === 'inlineStr' ? inline : this.show(cell);
    if (text.trim() === '') return;
    if (++this.cells > MOST_CELLS) this.refuse(`at most ${MOST_CELLS} cells`, 'more');
    const row = this.sheet.rows.get(this.row) ?? new Map<number, string>();
    row.set(cell.column, text);
    this.sheet.rows.set(this.row, row);
    if (cell.type !== 'n' && TYPED_NUMBER.test(text)) this.sheet.typedNumbers.add(this.row);
  }

  private show({ type, value, style }: OpenCell): string {
    if (value === '') return '';
    if (type === 's') {
      const text = this.workbook.texts[Number(value)];
      return text ?? this.refuse('a text that the workbook has', value);
    }
    if (type === 'b') return value.trim() === '1' ? 'TRUE' : 'FALSE';
    if (type !== 'n') return unescapeSigns(value);
    if (!this.showsZeros && /^[-+]?[0.]*(?:[eE].*)?$/.test(value.trim())) return '';
    return this.workbook.styles.showNumber(style)(value);
  }

  private addMerged(ref: string): void {
    const [from = '', to = from] = ref.split(':');
    const first = placeOf(from);
    const last = placeOf(to);
    if (!first || !last) return this.refuse('merged cells', ref);
    if (this.sheet.merged.length >= MOST_CELLS) this.refuse(`at most ${MOST_CELLS} merged cells`, 'more');
    this.sheet.merged.push({ top: first.row, left: first.column, bottom: last.row, right: last.column });
  }

  private refuse(expected: string, got: string): never {
    throw new AppError('UNREADABLE_DOCUMENT', `expected ${expected} in ${this.part}, got ${got.slice(0, 40)}`);
  }
}

/** Row and column, from 0, of a reference such as AB12; null where it is none. */
function placeOf(ref: string): { row: number; column: number } | null {
  const [, letters = '', digits = ''] = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/i.exec(ref) ?? [];
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  const row = Number(digits);
  return column < 1 || column > MOST_SHEET_COLUMNS || row > MOST_ROWS ? null : { row: row - 1, column: column - 1 };
}

function isFalse(value: string | undefined): boolean {
  return value === '0' || value === 'false';
}
