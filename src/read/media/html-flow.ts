import { AppError } from '../../domain/app-error.js';
import { MOST_COLUMNS, fillGrid } from './cell-grid.js';

/** A line of a page; `source` counts the lines of the source before the one in which it begins. */
export interface HtmlLine {
  readonly text: string;
  readonly source: number;
  readonly cells?: readonly string[];
  readonly spans?: readonly number[];
}

/** Lines under way: a page's, or a cell's. */
interface Flow {
  readonly lines: HtmlLine[];
  open: string;
  source: number;
  holdsTable: boolean;
}

interface OpenCell {
  readonly columns: number;
  readonly rows: number;
  readonly flow: Flow;
}

interface OpenTable {
  /** Where the table stands. */
  readonly around: Flow;
  readonly rows: { readonly cells: OpenCell[]; readonly source: number }[];
  /** The first row of each thead, tbody and tfoot. */
  readonly sections: number[];
  cell: OpenCell | null;
  rowOpen: boolean;
  /** A row stood outside any table. */
  readonly implied: boolean;
}

/** Tables deeper than this are running text. */
const MOST_NESTED = 16;
const MOST_CELLS = 500_000;
const MOST_PLACES = 5_000_000;
const SECTION = /^(?:thead|tbody|tfoot)$/;
const CELL = /^t[dh]$/;

/** Collects a page's text into lines and rows as its tags open and close. */
export class HtmlPage {
  preformatted = false;
  /** Of the tag that opened last. */
  sourceLine = 0;
  private readonly root = newFlow();
  private readonly tables: OpenTable[] = [];
  private tooDeep = 0;
  private cells = 0;
  private places = 0;

  /** @param keepsLines whether the source's own lines end lines outside of tables */
  constructor(private readonly keepsLines: boolean) {}

  private get flow(): Flow {
    const table = this.tables.at(-1);
    return table ? (table.cell?.flow ?? table.around) : this.root;
  }

  addText(text: string, source: number): void {
    const blank = !/[^ \t\n\r\f]/.test(text);
    if (!blank && this.tables.at(-1)?.implied && !this.tables.at(-1)?.cell) this.closeTable('table');
    const { flow } = this;
    if (flow.open === '' && blank && !this.preformatted) return;
    if (flow.open !== '') flow.open += text;
    else [flow.open, flow.source] = [text.replace(/^(?:[ \t]*\r?\n)+/, ''), source];
  }

  endLine(flow = this.flow): void {
    endLine(flow, this.preformatted || (this.keepsLines && flow === this.root));
  }

  /** Opens a table or a part of one; other elements are none of its business. */
  openTable(name: string, attributes: ReadonlyMap<string, string>): void {
    if (name === 'table') this.startTable(false);
    else if (name === 'caption') this.endLine();
    else if (SECTION.test(name) || name === 'tr' || CELL.test(name)) {
      if (this.tooDeep > 0) return this.endLine();
      if (this.tables.length === 0) this.startTable(true);
      const table = this.tables.at(-1) as OpenTable;
      closeCell(table);
      if (CELL.test(name)) this.startCell(table, attributes);
      else if (name === 'tr') this.startRow(table);
      else this.startSection(table);
    }
  }

  private startTable(implied: boolean): void {
    if (this.tables.length >= MOST_NESTED) {
      this.tooDeep++;
      return this.endLine();
    }
    this.endLine();
    for (const { cell } of this.tables) if (cell) cell.flow.holdsTable = true;
    this.tables.push({ around: this.flow, rows: [], sections: [0], cell: null, rowOpen: false, implied });
  }

  private startSection(table: OpenTable): void {
    table.rowOpen = false;
    table.sections.push(table.rows.length);
  }

  private startRow(table: OpenTable): void {
    table.rows.push({ cells: [], source: this.sourceLine });
    table.rowOpen = true;
  }

  private startCell(table: OpenTable, attributes: ReadonlyMap<string, string>): void {
    if (!table.rowOpen) this.startRow(table);
    if (++this.cells > MOST_CELLS) throw tooLarge(MOST_CELLS);
    const [columns, rows] = [spanOf(attributes.get('colspan')), spanOf(attributes.get('rowspan'))];
    // 0 rows are all that follow in its part of the table.
    table.cell = { columns: Math.max(columns, 1), rows: rows === 0 ? Infinity : rows, flow: newFlow() };
    table.rows.at(-1)?.cells.push(table.cell);
  }

  closeTable(name: string): void {
    const table = this.tables.at(-1);
    if (this.tooDeep > 0) {
      this.endLine();
      if (name === 'table') this.tooDeep--;
    } else if (table && (CELL.test(name) || name === 'tr' || SECTION.test(name) || name === 'table')) {
      closeCell(table);
      if (name === 'tr') table.rowOpen = false;
      if (SECTION.test(name)) this.startSection(table);
      if (name === 'table') this.finishTable(table);
    } else if (name === 'caption') this.endLine();
  }

  private finishTable(table: OpenTable): void {
    const { around, rows } = table;
    this.endLine(around);
    this.tables.pop();
    const widest = rows.reduce((most, { cells }) => Math.max(most, widthOf(cells)), 0);
    this.places += rows.length * widest;
    if (this.places > MOST_PLACES) throw tooLarge(MOST_PLACES);
    const lays = rows.some(({ cells }) => cells.some(({ flow }) => flow.holdsTable));
    const grid = gridOf(table);
    rows.forEach(({ cells, source }, at) => {
      const row = grid[at];
      const isText = (row?.cells.length ?? 0) < 2 || (lays && (cells.length < 2 || cells.some(({ flow }) => flow.holdsTable)));
      if (isText || !row) for (const { flow } of cells) for (const line of flow.lines) around.lines.push(line);
      else if (row.cells.some((text) => text !== '')) around.lines.push({ text: row.cells.join('\t'), source, ...row });
    });
  } // prettier-ignore

  /** Every line, whatever was left open. */
  finish(): readonly HtmlLine[] {
    this.tooDeep = 0;
    while (this.tables.length > 0) this.closeTable('table');
    this.endLine(this.root);
    return this.root.lines;
  }
}

function newFlow(): Flow {
  return { lines: [], open: '', source: 0, holdsTable: false };
}

function endLine(flow: Flow, preformatted: boolean): void {
  const { open, source } = flow;
  flow.open = '';
  if (open === '') return;
  const parts = preformatted ? open.split(/\r\n|\r|\n/) : [open.replace(/[ \t\n\r\f]+/g, ' ').replace(/^ | $/g, '')];
  parts.forEach((part, at) => {
    const text = part.replace(/\u00a0/g, ' ').trimEnd();
    if (text === '') return;
    flow.lines.push({ text, source: source + at, ...(text.includes('\t') && { cells: text.split('\t') }) });
  });
}

function closeCell(table: OpenTable): void {
  if (table.cell) endLine(table.cell.flow, false);
  table.cell = null;
}

/** How many columns or rows an attribute says; 1 where it says nothing sensible. */
function spanOf(attribute: string | undefined): number {
  const digits = /^\s*\+?(\d{1,5})(?!\d)/.exec(attribute ?? '1')?.[1];
  return digits === undefined ? 1 : Number(digits);
}

function widthOf(cells: readonly OpenCell[]): number {
  return Math.min(
    MOST_COLUMNS,
    cells.reduce((sum, { columns }) => sum + columns, 0),
  );
}

/** The rows in columns; a cell ends with its thead, tbody or tfoot, however many rows it claims. */
function gridOf({ rows, sections }: OpenTable): ReturnType<typeof fillGrid> {
  let section = 0;
  return fillGrid(
    rows.map(({ cells }, at) => {
      while ((sections[section + 1] ?? Infinity) <= at) section++;
      const end = sections[section + 1] ?? rows.length;
      return cells.map(({ columns, rows: high, flow }) => ({
        text: flow.lines.map(({ text }) => text).join(' '),
        columns,
        rows: Math.min(high, end - at),
      }));
    }),
  );
}

function tooLarge(most: number): AppError {
  return new AppError('UNREADABLE_DOCUMENT', `expected tables of at most ${most} cells, got more`);
}
