import type { StatementDefinition } from '../domain/statement-columns.js';
import { looksLikeAmount, readNumber } from './printed-number.js';
import type { PrintedLine } from './printed-line.js';
import type { PrintedRow, PrintedSide } from './printed-row.js';

interface Token {
  readonly text: string;
  readonly line: PrintedLine;
}

/** A row that is being put together from the tokens of one or more lines. */
interface Draft {
  code: string | null;
  words: string[];
  cells: string[];
  line: number | null;
  lines: PrintedLine[];
  sideIndex: number;
}

const CODE = /^\[?(\d{3}(?:\d{2}){0,2})\]?$/;

/** Rows of a page without cells, by the grammar that the statement's shape gives them. */
export function readFlatRows(
  lines: readonly PrintedLine[],
  definition: StatementDefinition,
  sides: readonly PrintedSide[],
  pageIndex: number,
): PrintedRow[] {
  const drafts = definition.shape === 'SIDES' ? readSides(lines, sides) : readCodedOrNamed(lines, definition, sides);
  const rowOf = new Map<number, number>();
  return drafts.map((draft): PrintedRow => {
    const at = draft.line ?? draft.lines[0]?.number ?? 0;
    if (!rowOf.has(at)) rowOf.set(at, rowOf.size);
    return {
      sideIndex: draft.sideIndex,
      line: at,
      page: draft.lines[0]?.page ?? null,
      text: [...new Set(draft.lines)].map(({ text }) => text).join('\n'),
      pageIndex,
      rowOnPage: rowOf.get(at) as number,
      code: draft.code,
      label: draft.words.join(' '),
      indent: leadingBlanks(draft),
      remark: '',
      cells: draft.cells,
    };
  });
}

/** One row after another: an optional code, a name (maybe over several lines), as many amounts as columns. */
function readCodedOrNamed(
  lines: readonly PrintedLine[],
  definition: StatementDefinition,
  sides: readonly PrintedSide[],
): Draft[] {
  const drafts: Draft[] = [];
  const lanes = definition.shape === 'LANES';
  const coded = definition.classification !== null;
  const width = sides[0]?.columns.length ?? 0;
  let draft: Draft | null = null;
  const complete = (): boolean => draft !== null && draft.cells.length >= width;
  for (const token of tokens(lines)) {
    const code = coded ? CODE.exec(token.text)?.[1] : undefined;
    const amount = isAmount(token.text);
    if (code !== undefined && !(draft && !complete() && draft.code !== null && draft.words.length === 0)) {
      drafts.push((draft = newDraft(0)));
      draft.code = code;
    } else if (amount && draft && !complete()) {
      draft.line ??= token.line.number;
      draft.cells.push(token.text);
    } else if (amount) {
      drafts.push((draft = newDraft(0)));
      draft.line = token.line.number;
      draft.cells.push(token.text);
    } else {
      if (!draft || complete()) drafts.push((draft = newDraft(0)));
      draft.words.push(token.text);
    }
    draft?.lines.push(token.line);
  }
  return lanes ? drafts.map((own) => ({ ...own, sideIndex: laneOf(own, sides) })) : drafts;
}

/** 人员经费 holds 301 and 303, 公用经费 the rest; rows without a code say it themselves. */
function laneOf({ code, words }: Draft, sides: readonly PrintedSide[]): number {
  const personnel = code ? /^30[13]/.test(code) : words.join('').includes('人员');
  return sides.findIndex(({ side }) => side === (personnel ? 'PERSONNEL' : 'OPERATING'));
}

/** Two named sides parted by 行次: name, 行次, amounts; then the same again. */
function readSides(lines: readonly PrintedLine[], sides: readonly PrintedSide[]): Draft[] {
  const drafts: Draft[] = [];
  let pair: [Draft, Draft] | null = null;
  let numbers = 0;
  for (const token of tokens(lines)) {
    if (!pair || endsPair(pair, numbers, sides, token)) {
      pair = [newDraft(0), newDraft(1)];
      numbers = 0;
      drafts.push(...pair);
    }
    if (!isAmount(token.text) && /^\d{1,3}$/.test(token.text)) {
      numbers++;
      if (numbers === 1) pair[0].lines.push(token.line);
      else pair[1].lines.push(token.line);
      continue;
    }
    if (isAmount(token.text)) {
      const draft = pair[numbers > 1 ? 1 : 0];
      draft.line ??= token.line.number;
      draft.cells.push(token.text);
      draft.lines.push(token.line);
    } else {
      const draft = pair[numbers > 0 ? 1 : 0];
      draft.words.push(token.text);
      draft.lines.push(token.line);
    }
  }
  return drafts.filter(({ words, cells }) => words.length > 0 || cells.length > 0);
}

function endsPair([, right]: [Draft, Draft], numbers: number, sides: readonly PrintedSide[], next: Token): boolean {
  if (numbers < 2) return false;
  if (right.cells.length >= (sides[1]?.columns.length ?? 0)) return true;
  return right.cells.length === 0 && right.words.length === 0 && !isAmount(next.text);
}

/** A page's first line begins with one blank of its own. */
function leadingBlanks({ lines }: Draft): number {
  const blanks = /^\s*/.exec(lines[0]?.text ?? '')?.[0].length ?? 0;
  return blanks > 1 ? blanks : 0;
}

function newDraft(sideIndex: number): Draft {
  return { code: null, words: [], cells: [], line: null, lines: [], sideIndex };
}

function isAmount(text: string): boolean {
  return looksLikeAmount(text) || (readNumber(text).kind === 'EMPTY' && /^[-—–/]{1,3}$/.test(text));
}

function* tokens(lines: readonly PrintedLine[]): Generator<Token> {
  for (const line of lines) {
    const clean = line.text.replace(/<[^<>]{1,40}>/g, '').trim();
    for (const text of clean === '' ? [] : clean.split(/\s+/)) yield { text, line };
  }
}
