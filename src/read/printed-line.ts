import { squeeze } from '../domain/label.js';

/** One line of a medium: its text, and its cells where the medium tells them apart. */
export interface PrintedLine {
  /** From 1. */
  readonly number: number;
  readonly page: number | null;
  /** As printed. */
  readonly text: string;
  /** The text without marks that only style it, invisible characters and full-width digits. */
  readonly clean: string;
  /** The clean text without any blank or difference of width. */
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

const INVISIBLE = /[\u200b-\u200f\u2028\u2029\u2060\ufeff]|[\u0000-\u0008\u000b-\u001f]/g;
const WIDE_NUMBER = /[０-９．，－％]+/g;

function cleanText(text: string): string {
  return stripMarkup(text)
    .replace(INVISIBLE, '')
    .replace(/[\u00a0\u3000]/g, ' ')
    .replace(WIDE_NUMBER, (wide) => (/[０-９]/.test(wide) ? wide.normalize('NFKC') : wide));
}

/** Splits plain text into lines; a line with tabs is a table row with one cell between two tabs. */
export function splitText(text: string): PrintedLine[] {
  return text.split(/\r\n|\r|\n/).map((raw, index) => {
    const clean = cleanText(raw);
    return {
      number: index + 1,
      page: null,
      text: raw,
      clean,
      squeezed: squeeze(clean),
      cells: raw.includes('\t') ? raw.split('\t').map((cell) => cleanText(cell).trim()) : null,
    };
  });
}
