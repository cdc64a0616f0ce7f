import type { PrintedLine } from '../printed-line.js';
import { printLine } from '../printed-line.js';
import { readHtmlPiece } from './html-lines.js';
import { drawnTableAt } from './drawn-tables.js';
import { markdownTableAt } from './markdown-tables.js';

/**
 * Splits plain text or Markdown into lines, numbered as in the text. A line with tabs is a table row with one cell between two tabs;
 * tables of Markdown and HTML and those drawn with lines give rows too, and rows of HTML that share a line share its number.
 */
export function splitText(text: string): PrintedLine[] {
  const raws = text.split(/\r\n|\r|\n/);
  const lines: PrintedLine[] = [];
  const findEnd = htmlEnds(raws);
  for (let at = 0; at < raws.length; ) {
    const raw = raws[at] as string;
    const htmlEnd = findEnd(at);
    const table = htmlEnd === null ? (markdownTableAt(raws, at) ?? drawnTableAt(raws, at)) : null;
    if (htmlEnd !== null) for (const line of readHtmlPiece(raws.slice(at, htmlEnd).join('\n'), at + 1)) lines.push(line);
    else if (table) for (const row of table.rows) lines.push(printLine({ number: row.at + 1, text: raws[row.at] ?? '', cells: row.cells }));
    else lines.push(printLine({ number: at + 1, text: raw, cells: raw.includes('\t') ? raw.split('\t') : null }));
    at = htmlEnd ?? table?.end ?? at + 1;
  }
  return lines;
} // prettier-ignore

const TABLE = /<(\/?)table(?=[\s>/])/gi;

/**
 * Finds the line after the table of HTML that begins in a line: its end tag's, or the blank line before which none comes; null where
 * no table begins. After one without an end tag, blank lines end tables, so that a text is not searched again and again.
 */
function htmlEnds(raws: readonly string[]): (start: number) => number | null {
  let unclosed = false;
  return (start) => {
    if (!/<(?:table|tr|td|th)[\s>]/i.test(raws[start] as string)) return null;
    let open = 0;
    let blank: number | null = null;
    for (let at = start; at < raws.length; at++) {
      const raw = raws[at] as string;
      if (raw.trim() === '') blank ??= at;
      if (blank !== null && (unclosed || open <= 0)) return blank;
      for (const [, slash] of raw.matchAll(TABLE)) open += slash ? -1 : 1;
      if (open <= 0 && /<\/table\s*>/i.test(raw)) return at + 1;
    }
    unclosed = true;
    return blank ?? raws.length;
  };
}
