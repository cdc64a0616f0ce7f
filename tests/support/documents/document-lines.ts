import { fillGrid } from '../../../src/read/media/cell-grid.js';
import type { PrintedLine } from '../../../src/read/printed-line.js';
import { printLine } from '../../../src/read/printed-line.js';
import type { PrintedDocument } from './printed-document.js';

/** The lines that a faithful medium gives of the document. */
export function linesOf(document: PrintedDocument): PrintedLine[] {
  const lines: PrintedLine[] = [];
  for (const block of document) {
    if (block.kind === 'TEXT') lines.push(printLine({ number: lines.length + 1, text: block.text }));
    if (block.kind !== 'TABLE') continue;
    const grid = fillGrid(
      block.rows.map((row) => row.map(({ text, columns = 1, rows = 1 }) => ({ text, columns, rows }))),
    );
    for (const row of grid) lines.push(printLine({ number: lines.length + 1, text: row.cells.join('\t'), ...row }));
  }
  return lines;
}
