import type { GivenLine, PrintedLine } from '../printed-line.js';
import { printLine } from '../printed-line.js';
import { layOutSheet } from './xlsx-grid.js';
import { readSheet } from './xlsx-sheet.js';
import { readWorkbook } from './xlsx-workbook.js';
import { openZip } from './zip-parts.js';

/** What spreadsheet programs call a sheet that nobody named. */
const UNNAMED = /^(?:sheet|工作表|表格)\s*\d*$/i;

/**
 * The lines of a workbook: sheet after sheet in the order of their tabs, each begun by its name if it has one; a line for every row that shows
 * something, numbered on through the workbook. Hidden sheets are left out, hidden rows and columns are kept: rows are hidden by
 * filters, and what they hold is summed all the same. Numbers are as their cells show them (see numberFormat), dates are serials.
 * @throws AppError UNREADABLE_DOCUMENT where the bytes are no workbook, or it is damaged, locked or larger than a document can be
 */
export async function readXlsx(bytes: Uint8Array): Promise<PrintedLine[]> {
  const zip = await openZip(bytes);
  const workbook = await readWorkbook(zip);
  const lines: PrintedLine[] = [];
  const add = (line: Omit<GivenLine, 'number'>): void => {
    lines.push(printLine({ number: lines.length + 1, ...line }));
  };
  for (const { name, part } of workbook.sheets) {
    const rows = layOutSheet(await readSheet(zip, part, workbook), part);
    if (rows.length > 0 && !UNNAMED.test(name.trim())) add({ text: name });
    for (const { text, row } of rows) add(row ? { text, ...row } : { text });
  }
  return lines;
}
