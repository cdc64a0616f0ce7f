import { squeeze } from '../domain/label.js';

/** One line of a medium: its text, and its cells where the medium tells them apart. */
export interface PrintedLine {
  /** From 1. */
  readonly number: number;
  readonly page: number | null;
  readonly text: string;
  readonly squeezed: string;
  /** Null where the line is running text. */
  readonly cells: readonly string[] | null;
}

const TAGS = /<\/?[a-zA-Z][^<>]{0,200}>/g;
const EMPHASIS = /\*\*|__/g;
const HEADING = /^\s{0,3}#{1,6}\s+/;

/** Text of a line or cell without the marks of Markdown and HTML that only style it. */
function stripMarkup(text: string): string {
  return text
    .replace(/<br\s*\/?>/gi, ' ')
    .replace(TAGS, '')
    .replace(EMPHASIS, '')
    .replace(HEADING, '');
}

/** Splits plain text into lines; a line with tabs is a table row with one cell between two tabs. */
export function splitText(text: string): PrintedLine[] {
  return text.split(/\r\n|\r|\n/).map((raw, index) => {
    const clean = stripMarkup(raw);
    return {
      number: index + 1,
      page: null,
      text: raw,
      squeezed: squeeze(clean),
      cells: raw.includes('\t') ? raw.split('\t').map((cell) => stripMarkup(cell).trim()) : null,
    };
  });
}
