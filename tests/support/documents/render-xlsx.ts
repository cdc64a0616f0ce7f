import { ZipFile } from 'yazl';
import { fillGrid } from '../../../src/read/media/cell-grid.js';
import type { PrintedDocument } from './printed-document.js';

/** How a clerk types a document into a workbook. */
export interface XlsxOptions {
  /** One sheet for all, or one for each table with the lines above it. */
  readonly sheets?: 'ONE' | 'PER_TABLE';
  /** Whether amounts are stored as numbers with a format, as numbers without one (1344.5, 1344), or as the text that is printed. */
  readonly numbers?: Numbers;
  /** Whether lines of text are merged over the width of the table below. */
  readonly mergedTitles?: boolean;
  /** What sheets are called, before their number. */
  readonly sheetName?: string;
}

type Numbers = 'NUMBER' | 'GENERAL' | 'TEXT';

interface SheetInMaking {
  readonly rows: string[];
  readonly merged: string[];
  last: number;
}

/** Formats of the styles 1 to 8: none, one and two decimals without and with separators, then six decimals. */
const FORMATS = ['General', '0.0', '0.00', '#,##0', '#,##0.0', '#,##0.00', '0.000000', '#,##0.000000'];
const TYPES = 'http://schemas.openxmlformats.org';
const MAIN = `${TYPES}/spreadsheetml/2006/main`;
const RELATIONS = `${TYPES}/officeDocument/2006/relationships`;

/** A workbook with the document's lines, as a spreadsheet program writes one. */
export async function renderXlsx(document: PrintedDocument, options: XlsxOptions = {}): Promise<Uint8Array> {
  const { sheets = 'ONE', numbers = 'NUMBER', mergedTitles = false, sheetName = 'Sheet' } = options;
  const made: SheetInMaking[] = [];
  let open: SheetInMaking | null = null;
  let full = false;
  for (const [at, block] of document.entries()) {
    if (block.kind === 'PAGE_BREAK') continue;
    const more = document.slice(at).some(({ kind }) => kind === 'TABLE');
    if (!open || (full && more && sheets === 'PER_TABLE')) made.push((open = { rows: [], merged: [], last: 0 }));
    full = block.kind === 'TABLE' || (full && sheets === 'ONE');
    if (block.kind === 'TABLE') {
      addTable(open, block.rows, numbers);
      continue;
    }
    const width = mergedTitles ? widthBelow(document, at) : 1;
    addTable(open, [[{ text: block.text, columns: width }]], 'TEXT');
  }
  return zipParts(workbookParts(made, sheetName));
}

function widthBelow(document: PrintedDocument, at: number): number {
  const block = document.slice(at).find(({ kind }) => kind === 'TABLE');
  if (block?.kind !== 'TABLE') return 1;
  return (block.rows[0] ?? []).reduce((sum, { columns = 1 }) => sum + columns, 0);
}

type Rows = Extract<PrintedDocument[number], { kind: 'TABLE' }>['rows'];

function addTable(sheet: SheetInMaking, table: Rows, numbers: Numbers): void {
  const given = table.map((row) => row.map(({ text, columns = 1, rows = 1 }) => ({ text, columns, rows })));
  const grid = fillGrid(given);
  for (const [y, row] of table.entries()) {
    const number = ++sheet.last;
    const cells = (grid[y]?.cells ?? []).map((text, x) => cellXml(text, `${columnName(x)}${number}`, numbers));
    sheet.rows.push(`<row r="${number}">${cells.join('')}</row>`);
    const free = (grid[y]?.spans ?? []).flatMap((span, x) => (span > 0 && !isCovered(sheet, x, number) ? [x] : []));
    for (const [at, { columns = 1, rows = 1 }] of row.entries()) {
      const left = free[at] ?? 0;
      const high = Math.min(rows, table.length - y);
      if (columns > 1 || high > 1)
        sheet.merged.push(`${columnName(left)}${number}:${columnName(left + columns - 1)}${number + high - 1}`);
    }
  }
}

function isCovered({ merged }: SheetInMaking, x: number, number: number): boolean {
  return merged.some((ref) => {
    const [left = '', top = '', right = '', bottom = ''] = ref.match(/[A-Z]+|\d+/g) ?? [];
    const column = columnName(x).padStart(3);
    const within = column >= left.padStart(3) && column <= right.padStart(3);
    return within && number >= Number(top) && number <= Number(bottom);
  });
}

function cellXml(text: string, ref: string, numbers: Numbers): string {
  if (text === '') return `<c r="${ref}" s="0"/>`;
  const amount = numbers !== 'TEXT' ? /^(-?)([1-9]\d*|0|[1-9]\d{0,2}(?:,\d{3})+)(?:\.(\d{1,6}))?$/.exec(text) : null;
  const decimals = amount?.[3]?.length ?? 0;
  const format = `${amount?.[2]?.includes(',') ? '#,##0' : '0'}${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''}`;
  const style = format === '0' || numbers === 'GENERAL' ? 0 : FORMATS.indexOf(format);
  if (!amount || style < 0) return `<c r="${ref}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`;
  // Spreadsheet programs write the float's 17 digits.
  const stored = Number(text.replaceAll(',', '')).toPrecision(17).replace(/\.?0+$/, '');
  return `<c r="${ref}" s="${style}"><v>${stored}</v></c>`;
} // prettier-ignore

function columnName(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnName(Math.floor(column / 26) - 1) + last;
}

function workbookParts(sheets: readonly SheetInMaking[], name: string): Record<string, string> {
  const numbered = sheets.map((sheet, at) => ({ ...sheet, number: at + 1 }));
  const related = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
  return {
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${numbered
      .map(({ number }) => `<sheet name="${escapeXml(name)}${number}" sheetId="${number}" r:id="rId${number}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${TYPES}/package/2006/relationships">${numbered
      .map(({ number }) => related(`rId${number}`, 'worksheet', `worksheets/sheet${number}.xml`))
      .join('')}${related('styles', 'styles', 'styles.xml')}</Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><numFmts count="${FORMATS.length}">${FORMATS.map(
      (code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${code}"/>`,
    ).join('')}</numFmts><cellStyleXfs><xf numFmtId="2"/></cellStyleXfs><cellXfs>${FORMATS.map(
      (_, at) => `<xf numFmtId="${164 + at}"/>`,
    ).join('')}</cellXfs></styleSheet>`,
    ...Object.fromEntries(
      numbered.map(({ number, rows, merged }) => [`xl/worksheets/sheet${number}.xml`, sheetXml(rows, merged)]),
    ),
  };
}

function sheetXml(rows: readonly string[], merged: readonly string[]): string {
  const cells = merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  return `<worksheet xmlns="${MAIN}"><sheetData>${rows.join('')}</sheetData>${cells && `<mergeCells>${cells}</mergeCells>`}</worksheet>`;
}

export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** An archive of parts, each with the declaration that its text may lack. */
export async function zipParts(parts: Readonly<Record<string, string | Buffer>>): Promise<Uint8Array> {
  const zip = new ZipFile();
  for (const [name, part] of Object.entries(parts))
    zip.addBuffer(
      typeof part === 'string' ? Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n${part}`) : part,
      name,
    );
  zip.end();
  const pieces: Uint8Array[] = [];
  for await (const piece of zip.outputStream) pieces.push(piece as unknown as Uint8Array);
  return Buffer.concat(pieces);
}
