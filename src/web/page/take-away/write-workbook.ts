import writeXlsxFile from 'write-excel-file/browser';
import type { TakenTable } from './taken';
import { makeWorkbookCell } from './workbook-cell';

interface Workbook {
  readonly table: TakenTable;
  readonly sheetNames: readonly [figures: string, about: string];
  /** What stands on the second sheet: of what the figures are, and what is to be said of them. */
  readonly about: readonly (readonly [name: string, text: string])[];
}

const WIDEST = 60;

/** An XLSX file: the figures, and on a second sheet what belongs to them. */
export async function writeWorkbook({ table, sheetNames, about }: Workbook): Promise<Blob> {
  const { heads, rows } = table;
  const [figures, notes] = sheetNames;
  const head = heads.map(({ text, isNumber }) => ({
    type: String,
    value: text,
    fontWeight: 'bold' as const,
    align: isNumber ? ('right' as const) : ('left' as const),
  }));
  const cells = rows.map((row) => row.map((text, index) => makeWorkbookCell(text, heads[index]?.isNumber ?? false)));
  const widths = heads.map(({ text }, index) => widestOf([text, ...rows.map((row) => row[index] ?? '')]));
  const aboutRows = about.map(([name, text]) => [
    { type: String, value: name, fontWeight: 'bold' as const, alignVertical: 'top' as const },
    { type: String, value: text, wrap: true },
  ]);
  return await writeXlsxFile([
    { data: [head, ...cells], sheet: figures, columns: widths.map((width) => ({ width })), stickyRowsCount: 1 },
    { data: aboutRows, sheet: notes, columns: [{ width: 18 }, { width: 110 }] },
  ]).toBlob();
}

function widestOf(texts: readonly string[]): number {
  const widths = texts.map((text) => [...text].reduce((sum, letter) => sum + (letter > '\u2e7f' ? 2 : 1), 0));
  return Math.min(Math.max(...widths) + 2, WIDEST);
}
