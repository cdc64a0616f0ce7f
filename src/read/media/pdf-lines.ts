import { AppError } from '../../domain/app-error.js';
import type { PrintedLine } from '../printed-line.js';
import { printLine } from '../printed-line.js';
import type { Column } from './pdf-columns.js';
import type { ReadPage } from './pdf-page.js';
import { readPage } from './pdf-page.js';
import { drawPages } from './pdf-pages.js';
import type { TornRow } from './pdf-torn-rows.js';
import { findTornRow } from './pdf-torn-rows.js';

const MOST_CHARACTERS = 20_000_000;

/**
 * The lines of a PDF with a text layer, page after page, numbered on through the document. Rows of tables are lines of cells:
 * by the lines drawn around them, and by where the text stands where none are drawn. A page without text among others gives a line
 * that says so (PAGE_WITHOUT_TEXT).
 * @throws AppError UNREADABLE_DOCUMENT where it is locked, damaged, scanned, or larger than a document can be
 */
export async function readPdf(bytes: Uint8Array): Promise<PrintedLine[]> {
  const lines: PrintedLine[] = [];
  let carried: readonly Column[] | null = null;
  let before: ReadPage | null = null;
  let [characters, pagesOfText] = [0, 0];
  for await (const { number, ...drawing } of drawPages(bytes)) {
    const read = readPage(drawing, carried);
    const torn = before && findTornRow(before, read);
    const joined = torn !== null && replaceLast(lines, torn);
    const page = joined ? read.lines.filter((line) => line !== torn.rest) : read.lines;
    [before, carried] = [read, read.columns];
    if (page.length > 0) pagesOfText++;
    else if (drawing.placesAnything) page.push({ text: `[page ${number} has no text layer]` });
    for (const line of page) {
      characters += line.text.length;
      if (characters > MOST_CHARACTERS) throw tooLong();
      lines.push(printLine({ number: lines.length + 1, page: number, ...line }));
    }
  }
  if (pagesOfText === 0)
    throw new AppError(
      'UNREADABLE_DOCUMENT',
      'expected a PDF with a text layer, got scanned pages: run OCR and pass its text, HTML or searchable PDF',
    );
  return lines;
}

/** Puts the whole row where its beginning stands among the last lines, the foot of its page behind it; false where it does not. */
function replaceLast(lines: PrintedLine[], { begun, whole }: TornRow): boolean {
  const at = lines.findLastIndex(({ text }) => text === begun.text);
  const line = lines[at];
  if (!line || line.page !== lines.at(-1)?.page) return false;
  lines[at] = printLine({ ...whole, number: line.number, page: line.page });
  return true;
}

function tooLong(): AppError {
  return new AppError('UNREADABLE_DOCUMENT', `expected a PDF of at most ${MOST_CHARACTERS} characters, got more`);
}
