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
  /** Null where the line is running text. A merged cell's text stands in its first row and column, the cells it covers are empty. */
  readonly cells: readonly string[] | null;
  /** How many columns the cell that begins in a column takes up, 0 where one to its left covers it; null where the medium doesn't say. */
  readonly spans: readonly number[] | null;
  /** Whether its numbers are kept as numbers, not as text: no point of theirs can be lost, and how many decimals they show says nothing. */
  readonly storedNumbers: boolean;
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

/** A line as a medium gives it; `text` is what the reader of the report will be shown. */
export interface GivenLine {
  readonly number: number;
  readonly page?: number | null;
  readonly text: string;
  readonly cells?: readonly string[] | null;
  readonly spans?: readonly number[] | null;
  readonly storedNumbers?: boolean;
}

/** A medium's line with the forms of its text by which the reader knows things. */
export function printLine(given: GivenLine): PrintedLine {
  const { number, page = null, text, cells = null, spans = null, storedNumbers = false } = given;
  const clean = cleanText(text);
  return {
    number,
    page,
    text,
    clean,
    squeezed: squeeze(clean),
    cells: cells?.map((cell) => cleanText(cell).trim()) ?? null,
    spans,
    storedNumbers,
  };
}
