import type { TokenizerCallbacks } from 'htmlparser2';
import { Tokenizer } from 'htmlparser2';
import type { PrintedLine } from '../printed-line.js';
import { printLine } from '../printed-line.js';
import { squeeze } from '../../domain/label.js';
import { CUT_OFF } from '../lost-parts.js';
import type { HtmlLine } from './html-flow.js';
import { HtmlPage } from './html-flow.js';
import { HiddenPart } from './html-hidden.js';

const BLOCKS = new Set(
  'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr html legend li main menu nav ol option p pre section summary ul'.split(
    ' ',
  ),
);
const VOID = new Set('area base br col embed frame hr img input link meta param source track wbr'.split(' '));

/**
 * The lines of an HTML document: a block or a `<br>` ends a line, a row of a table is a line of cells. What a browser doesn't
 * show is left out. A table that holds tables lays out the page: its rows with tables or with one cell come out as the lines inside
 * them, and so do tables of one column. A page without its end ends with CUT_OFF. Numbers run from 1: a page is often one line of its source.
 * @throws AppError UNREADABLE_DOCUMENT where its tables are larger than any of ours
 */
export function readHtml(text: string): PrintedLine[] {
  const { lines, title, headed } = tokenize(text, false);
  const titled = title !== null && !headed && !repeats(title.text, lines) ? [title, ...lines] : lines;
  const shown = isCutOff(text) ? [...titled, { text: CUT_OFF, source: 0 }] : titled;
  return shown.map(({ source: _, ...line }, at) => printLine({ number: at + 1, ...line }));
}

/**
 * The lines of a piece of HTML inside a text; their numbers are those of the text's lines, so that two may share one.
 * @param firstLine the number of the line in which the piece begins
 * @throws AppError UNREADABLE_DOCUMENT where its tables are larger than any of ours
 */
export function readHtmlPiece(text: string, firstLine: number): PrintedLine[] {
  return tokenize(text, true).lines.map(({ source, ...line }) => printLine({ number: firstLine + source, ...line }));
}

/** A page that begins with its tag and has no end tag: half a file looks like a whole one otherwise. */
function isCutOff(text: string): boolean {
  return /<(?:html|body)[\s>]/i.test(text.slice(0, 65_536)) && !/<\/(?:html|body)\s*>/i.test(text.slice(-65_536));
}

/** A page's own title may name the body and the year where nothing on the page does. */
function repeats(title: string, lines: readonly HtmlLine[]): boolean {
  const whole = squeeze(title);
  return lines.some(({ text }) => {
    const part = squeeze(text);
    return part.length >= 6 && (whole.includes(part) || part.includes(whole));
  });
}

interface Tokens {
  readonly lines: readonly HtmlLine[];
  readonly title: HtmlLine | null;
  readonly headed: boolean;
}

/** The tokenizer alone: the parser above it keeps a stack that takes quadratic time where tags are nested without end. */
function tokenize(text: string, keepsLines: boolean): Tokens {
  const reader = new HtmlReader(text, keepsLines);
  const tokenizer = new Tokenizer({ decodeEntities: true }, reader);
  tokenizer.write(text);
  tokenizer.end();
  return { lines: reader.page.finish(), title: reader.title, headed: reader.headed };
}

class HtmlReader implements TokenizerCallbacks {
  readonly page: HtmlPage;
  title: HtmlLine | null = null;
  headed = false;
  private readonly hidden = new HiddenPart();
  private name = '';
  private attribute = '';
  private attributes = new Map<string, string>();
  private inTitle: string | null = null;
  private sourceLine = 0;
  /** Where the line of the source ends that is being read. */
  private lineEnd: number;

  constructor(
    private readonly text: string,
    keepsLines: boolean,
  ) {
    this.page = new HtmlPage(keepsLines);
    this.lineEnd = this.lineEndAfter(0);
  }

  onopentagname(start: number, end: number): void {
    this.name = this.text.slice(start, end).toLowerCase();
    this.attributes = new Map();
    this.countLines(start);
  }

  onattribname(start: number, end: number): void {
    this.attribute = this.text.slice(start, end).toLowerCase();
    if (this.attributes.size < 50 && !this.attributes.has(this.attribute)) this.attributes.set(this.attribute, '');
    else this.attribute = '';
  }

  onattribdata(start: number, end: number): void {
    this.addToAttribute(this.text.slice(start, Math.min(end, start + 10_000)));
  }

  onattribentity(codepoint: number): void {
    this.addToAttribute(String.fromCodePoint(codepoint));
  }

  onattribend(): void {
    this.attribute = '';
  }

  private addToAttribute(part: string): void {
    const before = this.attributes.get(this.attribute);
    if (before !== undefined && before.length < 10_000) this.attributes.set(this.attribute, before + part);
  }

  onselfclosingtag(): void {
    this.onopentagend();
  }

  onopentagend(): void {
    const { name, attributes } = this;
    if (this.hidden.opens(name, attributes, VOID.has(name))) return;
    if (name === 'title') this.inTitle = '';
    else if (name === 'br') this.page.endLine();
    else if (name === 'h1') this.headed = true;
    if (BLOCKS.has(name)) this.page.endLine();
    if (name === 'pre') this.page.preformatted = true;
    this.page.openTable(name, attributes);
  }

  onclosetag(start: number, end: number): void {
    const name = this.text.slice(start, end).toLowerCase();
    this.countLines(start);
    if (this.hidden.closes(name)) return;
    if (name === 'title') this.closeTitle();
    else if (name === 'br' || BLOCKS.has(name)) this.page.endLine();
    if (name === 'pre') this.page.preformatted = false;
    this.page.closeTable(name);
  }

  private closeTitle(): void {
    const text = this.inTitle?.replace(/\s+/g, ' ').trim() ?? '';
    if (text !== '') this.title ??= { text, source: this.sourceLine };
    this.inTitle = null;
  }

  ontext(start: number, end: number): void {
    this.addText(this.text.slice(start, end), start);
  }

  ontextentity(codepoint: number, end: number): void {
    this.addText(codepoint === 0xa0 ? '\u00a0' : String.fromCodePoint(codepoint), end);
  }

  private addText(part: string, at: number): void {
    if (this.hidden.isOpen) return;
    if (this.inTitle !== null) {
      if (this.inTitle.length < 1000) this.inTitle += part;
      return;
    }
    const first = part.search(/\S/);
    if (first >= 0) this.countLines(at + first);
    this.page.addText(part, this.sourceLine);
  }

  /** How many lines of the source end before an index: indexes never fall. */
  private countLines(index: number): void {
    while (this.lineEnd < index) {
      this.sourceLine++;
      this.lineEnd = this.lineEndAfter(this.lineEnd + 1);
    }
    this.page.sourceLine = this.sourceLine;
  }

  private lineEndAfter(index: number): number {
    const at = this.text.indexOf('\n', index);
    return at < 0 ? Infinity : at;
  }

  // What a browser doesn't show.
  oncomment(): void {}
  oncdata(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  onend(): void {}
}
