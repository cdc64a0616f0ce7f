import type { Issue } from '../domain/report.js';
import type { PrintedLine } from './printed-line.js';

/** The line that stands for a page of which there is only an image: what it shows is not among the other lines. */
export const PAGE_WITHOUT_TEXT = /^\[page \d+ has no text layer\]$/;
/** The line behind a page of HTML whose end is missing. */
export const CUT_OFF = '[the file ends before the page does]';

/** An issue for each part of the document that its medium could not give. */
export function reportLostParts(lines: readonly PrintedLine[]): Issue[] {
  return lines.flatMap(({ text, number, page }) => {
    const message = PAGE_WITHOUT_TEXT.test(text)
      ? `expected text on page ${page}, got an image or a drawing: what it shows is not read`
      : text === CUT_OFF
        ? 'expected a page with its end tag, got a file that is cut off: what stood behind is not read'
        : null;
    return message === null ? [] : [{ message, statement: null, source: { table: null, section: null, line: number, page, text } }];
  });
} // prettier-ignore
