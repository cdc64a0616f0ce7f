import { AppError } from '../../domain/app-error.js';
import type { PrintedLine } from '../printed-line.js';
import { printLine } from '../printed-line.js';
import type { GridRow } from './cell-grid.js';
import { MOST_COLUMNS, fillGrid } from './cell-grid.js';
import type { DocxBlock, DocxCell, DocxTable } from './docx-blocks.js';
import { readDocument } from './docx-document.js';
import { openZip } from './zip-parts.js';

/** Of rows times columns in all tables, empty ones too. */
const MOST_PLACES = 2_000_000;

/**
 * The lines of a text document, from 1: a line for each line of a paragraph that is not blank, one for each row of a table. The rows
 * of a table inside a cell follow the row of that cell; a table that only frames others is read as what it frames. Deleted and
 * hidden text, field codes, headers, footers and notes are left out, and so are numbers that Word puts before paragraphs by itself.
 * Pages are null: the file has none.
 * @throws AppError UNREADABLE_DOCUMENT where the bytes are no text document, or it is damaged, locked or larger than one can be
 */
export async function readDocx(bytes: Uint8Array): Promise<PrintedLine[]> {
  const lines = new LineList();
  lines.addBlocks(await readDocument(await openZip(bytes)));
  return lines.lines;
}

class LineList {
  readonly lines: PrintedLine[] = [];
  private places = 0;

  addBlocks(blocks: readonly DocxBlock[]): void {
    for (const block of blocks) {
      if (block.kind === 'TABLE') this.addTable(block);
      else for (const text of block.text.split('\n')) if (text.trim() !== '') this.add(text, null);
    }
  }

  private addTable(table: DocxTable): void {
    const frame = table.rows.every(({ cells }) => cells.length === 1);
    if (frame && table.rows.some(({ cells }) => cells.some(holdsTable))) {
      for (const { cells } of table.rows) for (const { blocks } of cells) this.addBlocks(blocks);
      return;
    }
    const width = table.rows.reduce((most, row) => Math.max(most, row.before + countColumns(row.cells) + row.after), 0);
    this.places += table.rows.length * Math.min(width, MOST_COLUMNS);
    if (this.places > MOST_PLACES)
      throw new AppError('UNREADABLE_DOCUMENT', `expected at most ${MOST_PLACES} cells in all tables, got more`);
    const grid = layOutTable(table);
    for (const [at, { cells }] of table.rows.entries()) {
      const row = grid[at] as GridRow;
      this.add(row.cells.join('\t'), row);
      for (const cell of cells) this.addBlocks(cell.blocks.filter(({ kind }) => kind === 'TABLE'));
    }
  }

  private add(text: string, row: GridRow | null): void {
    this.lines.push(printLine({ number: this.lines.length + 1, text, ...row }));
  }
}

function holdsTable({ blocks }: DocxCell): boolean {
  return blocks.some(({ kind }) => kind === 'TABLE');
}

function countColumns(cells: readonly DocxCell[]): number {
  return cells.reduce((sum, { columns }) => sum + columns, 0);
}

/** Cells that go on with the one above, which begins in the same column and is as wide, make that one higher. */
function layOutTable({ rows }: DocxTable): GridRow[] {
  let above = new Map<number, { text: string; columns: number; rows: number }>();
  const given = rows.map(({ before, after, cells }) => {
    const own = emptyCells(before);
    const below: typeof above = new Map();
    let column = before;
    for (const { columns, continued, blocks } of cells) {
      const started = continued ? above.get(column) : undefined;
      const goesOn = started?.columns === columns;
      const cell = goesOn ? started : { text: textOf(blocks), columns, rows: 1 };
      if (goesOn) cell.rows++;
      else own.push(cell);
      below.set(column, cell);
      column += columns;
    }
    above = below;
    return [...own, ...emptyCells(after)];
  });
  return fillGrid(given);
}

function emptyCells(count: number): { text: string; columns: number; rows: number }[] {
  return Array.from({ length: Math.min(count, MOST_COLUMNS) }, () => ({ text: '', columns: 1, rows: 1 }));
}

/** The paragraphs of a cell, joined by a blank. */
function textOf(blocks: readonly DocxBlock[]): string {
  return blocks
    .flatMap((block) => (block.kind === 'PARAGRAPH' ? [block.text.replace(/[\t\r\n]+/g, ' ')] : []))
    .filter((text) => text.trim() !== '')
    .join(' ');
}
