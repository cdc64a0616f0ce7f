import { rejoin, squeeze } from '../../domain/label.js';
import { isFurniture } from '../furniture.js';
import type { PrintedLine } from '../printed-line.js';
import type { FlowText } from './flow-text.js';
import { joinLines } from './flow-text.js';
import { hasValue } from './values.js';

/** Running text that belongs together, and the headings above it, the outermost first. */
export interface Paragraph {
  readonly flow: FlowText;
  readonly headings: readonly string[];
}

const NUMBERINGS = [
  /^第[一二三四五六七八九十]+部分/,
  /^[一二三四五六七八九十]+[、.]/,
  /^\([一二三四五六七八九十]+\)/,
  /^\d{1,2}[.、](?!\d)/,
  /^\(\d{1,2}\)/,
];
const HEADING_END = /(?:情况|说明|安排|构成|概况|职责|变化|解释|设置|设定|公开|事项|组成|预算|决算)[。:]?$/;
/** A heading on the line on which its text begins. */
const HEADING_BEGUN = /^[-#*]*(.{2,50}?(?:情况|说明|安排|构成|概况|职责|变化|解释))。./;
const SENTENCE_MARK = /[。;；，,:：!]./;
const ACCOUNT_MARK = /\([类款项]\)/;
const PAGE_NUMBER = /^-?第?\d{1,3}页?[,，/]?(?:共?\d{1,3}页)?-?$/;
const LONGEST_HEADING = 70;
const FULL_LINE = 0.75;

/** Running text as paragraphs below their headings, whether a line of the medium is a paragraph or a part of one. */
export function cutParagraphs(lines: readonly PrintedLine[], runningHeads: readonly string[]): Paragraph[] {
  const shown = lines.filter((line) => isText(line, runningHeads));
  const width = usualWidth(shown);
  const isShort = (line: PrintedLine): boolean => line.squeezed.length < width * FULL_LINE;
  const paragraphs: Paragraph[] = [];
  const headings: (string | undefined)[] = [];
  let open: PrintedLine[] = [];
  const close = (): void => {
    if (open.length > 0)
      paragraphs.push({ flow: joinLines(open), headings: headings.filter((heading) => heading !== undefined) });
    open = [];
  };
  for (let at = 0; at < shown.length; at++) {
    const line = shown[at] as PrintedLine;
    const level = levelOf(line.squeezed);
    const length = level < 0 ? 0 : headingLength(shown.slice(at, at + 3), isShort);
    if (length > 0) {
      close();
      headings.length = level;
      headings[level] = headingText(shown.slice(at, at + length));
      at += length - 1;
      continue;
    }
    const begun = level < 0 ? null : HEADING_BEGUN.exec(line.squeezed)?.[1];
    const last = open.at(-1);
    const ended = last && isShort(last) && !/[，,、;；:：]$/.test(last.squeezed) && /^其中/.test(line.squeezed);
    if (level >= 0 || ended) close();
    if (begun && mayBeHeading(begun)) {
      headings.length = level;
      headings[level] = begun;
    }
    open.push(line);
  }
  close();
  return paragraphs;
}

/** No page number, no running head and no number alone, as charts print them. */
function isText({ squeezed }: PrintedLine, runningHeads: readonly string[]): boolean {
  if (squeezed === '' || isFurniture(squeezed) || PAGE_NUMBER.test(squeezed) || runningHeads.includes(squeezed))
    return false;
  return /\p{Script=Han}/u.test(squeezed) || (/[。;,]$/.test(squeezed) && /\d/.test(squeezed));
}

/** How long a full line is: nine in ten are not longer. */
function usualWidth(lines: readonly PrintedLine[]): number {
  const lengths = lines.map(({ squeezed }) => squeezed.length).sort((a, b) => a - b);
  return lengths[Math.floor(lengths.length * 0.9)] ?? 0;
}

/** The depth of a numbered line, from 0 for the parts of the document; -1 for any other. */
function levelOf(squeezed: string): number {
  const text = squeezed.replace(/^[-#*•·]+/, '');
  return NUMBERINGS.findIndex((pattern) => pattern.test(text));
}

/** How many lines, from the first, are one heading; 0 where the first begins a paragraph. */
function headingLength([first, ...next]: readonly PrintedLine[], isShort: (line: PrintedLine) => boolean): number {
  if (!first || !mayBeHeading(first.squeezed)) return 0;
  if (isShort(first) || HEADING_END.test(first.squeezed)) return 1;
  const [second] = next;
  const joined = first.squeezed + (second?.squeezed ?? '');
  const wrapped = second && levelOf(second.squeezed) < 0 && mayBeHeading(joined) && isShort(second);
  return wrapped && HEADING_END.test(joined) ? 2 : 0;
}

function mayBeHeading(squeezed: string): boolean {
  return (
    squeezed.length <= LONGEST_HEADING &&
    !SENTENCE_MARK.test(squeezed.replace(NUMBERINGS[0] as RegExp, '')) &&
    !ACCOUNT_MARK.test(squeezed) &&
    !hasValue(joinLines([{ text: squeezed, clean: squeezed } as PrintedLine]).text)
  );
}

function headingText(lines: readonly PrintedLine[]): string {
  return rejoin(lines.map(({ clean }) => clean.replace(/^[\s#*•·-]+/, '').trim()).join(' '));
}

/** Lines that return on the pages: the title and the body, as `cutParagraphs` takes them. */
export function runningHeadsOf({ title, department }: { title: string; department: string }): string[] {
  return [squeeze(title), squeeze(department)];
}
