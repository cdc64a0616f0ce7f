import type { Cell, PrintedDocument } from './printed-document.js';

export interface HtmlOptions {
  /** A whole page with its doctype, or the blocks alone. */
  readonly page?: boolean;
  /** Everything on one line. */
  readonly minified?: boolean;
  /** Tables inside the cells of a table that lays out the page. */
  readonly layoutTable?: boolean;
  /** Heads in `<thead>` and `<th>`: how many rows; more where a merged cell begins in them that is higher. */
  readonly headRows?: number;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\u00a0': '&nbsp;' };

function escape(text: string): string {
  return text
    .replace(/[&<>\u00a0]/g, (sign) => ENTITIES[sign] ?? sign)
    .replace(/^ +| {2,}/g, (blanks) => '&nbsp;'.repeat(blanks.length));
}

/** The document as a page that a content-management system would publish. */
export function renderHtml(document: PrintedDocument, options: HtmlOptions = {}): string {
  const { page = true, minified = false, layoutTable = false, headRows = 0 } = options;
  const blocks = document.map((block) => {
    if (block.kind === 'TEXT') return `<p>${escape(block.text)}</p>`;
    if (block.kind === 'PAGE_BREAK') return '<p style="page-break-after:always">&nbsp;</p>';
    const heads = headEnd(block.rows, headRows);
    const rows = block.rows.map((row, at) => renderRow(row, at < heads ? 'th' : 'td'));
    const head = heads > 0 ? ['<thead>', ...rows.slice(0, heads), '</thead>'] : [];
    return ['<table border="1">', ...head, '<tbody>', ...rows.slice(heads), '</tbody>', '</table>'].join('\n');
  });
  const laidOut = layoutTable
    ? ['<table width="100%">', ...blocks.map((block) => `<tr><td>${block}</td></tr>`), '</table>']
    : blocks;
  const body = laidOut.join('\n');
  const whole = page
    ? `<!DOCTYPE html>\n<html>\n<head><meta charset="utf-8"><style>td{color:red}</style>\n<script>var a = "<tr><td>9.00</td></tr>";</script></head>\n<body>\n${body}\n</body>\n</html>\n`
    : `${body}\n`;
  return minified ? whole.replace(/\n/g, '') : whole;
}

function headEnd(rows: readonly (readonly Cell[])[], least: number): number {
  let end = least;
  for (let at = 0; at < end; at++) for (const cell of rows[at] ?? []) end = Math.max(end, at + (cell.rows ?? 1));
  return end;
}

function renderRow(row: readonly Cell[], tag: 'td' | 'th'): string {
  const cells = row.map(({ text, columns = 1, rows = 1 }) => {
    const spans = `${columns > 1 ? ` colspan="${columns}"` : ''}${rows > 1 ? ` rowspan=${rows}` : ''}`;
    return `<${tag}${spans}>${escape(text)}</${tag}>`;
  });
  return `<tr>${cells.join('')}</tr>`;
}
