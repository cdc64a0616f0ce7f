import { fillGrid } from '../../../src/read/media/cell-grid.js';
import { renderHtml } from './render-html.js';
import type { Block, Cell, PrintedDocument } from './printed-document.js';

export interface MarkdownOptions {
  /** Pipe tables know no merged cells: HTML tables stand for them, on one line or over several. */
  readonly tables?: 'PIPES' | 'BARE_PIPES' | 'HTML' | 'HTML_ON_ONE_LINE';
}

/** The document as a converter to Markdown would write it. */
export function renderMarkdown(document: PrintedDocument, { tables = 'PIPES' }: MarkdownOptions = {}): string {
  return document
    .map((block) => {
      if (block.kind === 'TEXT') return /^第.部分/.test(block.text) ? `## ${block.text}` : block.text;
      if (block.kind === 'PAGE_BREAK') return '---';
      if (tables.startsWith('HTML')) return htmlTable(block, tables === 'HTML_ON_ONE_LINE');
      return pipeTable(gridOf(block.rows), tables === 'PIPES');
    })
    .join('\n\n');
}

function htmlTable(block: Block, oneLine: boolean): string {
  return renderHtml([block], { page: false, minified: oneLine }).trimEnd();
}

/** The cells of each row, covered places included. */
export function gridOf(rows: readonly (readonly Cell[])[]): readonly (readonly string[])[] {
  return fillGrid(rows.map((row) => row.map(({ text, columns = 1, rows: high = 1 }) => ({ text, columns, rows: high })))).map(
    ({ cells }) => cells,
  );
} // prettier-ignore

function pipeTable(rows: readonly (readonly string[])[], framed: boolean): string {
  const [head = [], ...body] = rows.map((row) => row.map((cell) => cell.replace(/\|/g, '\\|').replace(/\n/g, '<br>')));
  const line = (cells: readonly string[]): string => (framed ? `| ${cells.join(' | ')} |` : cells.join(' | '));
  return [line(head), line(head.map((_, at) => (at === 0 ? ':---' : '---:'))), ...body.map(line)].join('\n');
}
