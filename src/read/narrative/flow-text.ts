import type { PrintedLine } from '../printed-line.js';

/**
 * Running text without line breaks, blanks and quotation marks: for each of its characters what was printed, and its line. Widths are
 * levelled but for the Chinese comma, which parts clauses where the other one may part thousands. A blank between two digits stays.
 */
export interface FlowText {
  readonly text: string;
  readonly printed: readonly string[];
  readonly lines: readonly PrintedLine[];
}

const BLANK = /\s/;
const QUOTE = /[“”„‟"'‘’`「」『』＂]/;
/** Blanks to be filled in look like marks of emphasis. */
const BLANK_TO_FILL = /_{2,}\s*(?:[千万亿]?元|%|年|个|辆|人)/;
const BULLET = /^\s*(?:[-–•·●◆■]+\s+)+/;

/** The lines as one text, in their order. */
export function joinLines(lines: readonly PrintedLine[]): FlowText {
  const [text, printed, sources]: [string[], string[], PrintedLine[]] = [[], [], []];
  let blank = false;
  let quotes = '';
  const push = (unit: string, shown: string, line: PrintedLine): void => {
    text.push(unit);
    printed.push(shown);
    sources.push(line);
  };
  for (const line of lines) {
    const shown = BLANK_TO_FILL.test(line.text) ? line.text : line.clean;
    for (const sign of shown.replace(BULLET, '')) {
      if (BLANK.test(sign)) blank = true;
      else if (QUOTE.test(sign)) quotes += sign;
      else {
        const level = levelSign(sign);
        if (blank && /\d$/.test(text.at(-1) ?? '') && /^\d/.test(level)) push(' ', ' ', line);
        level.split('').forEach((unit, at) => push(unit, at === 0 ? quotes + sign : '', line));
        blank = false;
        quotes = '';
      }
    }
    blank = true;
  }
  return { text: text.join(''), printed, lines: sources };
}

/** Circled numbers count paragraphs as bracketed ones do. */
function levelSign(sign: string): string {
  if (sign === '，') return sign;
  const level = sign.normalize('NFKC');
  return /^[\u2460-\u2473]$/.test(sign) ? `(${level})` : level;
}

/** What was printed between two places of the text, without blanks. */
export function printedBetween({ printed }: FlowText, from: number, to: number): string {
  return printed.slice(from, to).join('');
}
