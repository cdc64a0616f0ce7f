import type { PrintedDocument } from './printed-document.js';
import { gridOf } from './render-markdown.js';

export interface TextOptions {
  /** What parts the cells of a row: tabs, one blank (empty cells vanish), or blanks up to the next column. */
  readonly cells?: 'TABS' | 'BLANKS' | 'ALIGNED';
  readonly lineEnd?: '\n' | '\r\n' | '\r';
}

/** The document as plain text; a page break is a form feed. */
export function renderText(document: PrintedDocument, { cells = 'TABS', lineEnd = '\n' }: TextOptions = {}): string {
  return document
    .flatMap((block) => {
      if (block.kind === 'TEXT') return [block.text];
      if (block.kind === 'PAGE_BREAK') return ['\f'];
      const rows = gridOf(block.rows);
      if (cells === 'TABS') return rows.map((row) => row.join('\t'));
      return cells === 'BLANKS' ? rows.map((row) => row.filter((cell) => cell !== '').join(' ')) : align(rows);
    })
    .join(lineEnd);
}

/** Columns begin at the same place on every line, two blanks behind the widest cell of the one before. */
function align(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => displayWidth(row[column] ?? ''))));
  return rows.map((row) =>
    row
      .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - displayWidth(cell)))
      .join('  ')
      .trimEnd(),
  );
}

/** East Asian wide characters take two places. */
export function displayWidth(text: string): number {
  return [...text].reduce((sum, sign) => sum + (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(sign) ? 2 : 1), 0); // prettier-ignore
}
