import type { StatementDefinition } from '../domain/statement-columns.js';
import { isRunningTitle } from './furniture.js';
import type { PrintedLine } from './printed-line.js';
import type { PrintedRow, PrintedSide } from './printed-row.js';

interface Token {
  readonly text: string;
  readonly line: PrintedLine;
  /** The first of its line. */
  readonly first: boolean;
  /** All of its line. */
  readonly alone: boolean;
}

/** A row that is being put together from the tokens of one or more lines. */
interface Draft {
  code: string | null;
  words: string[];
  cells: string[];
  line: number | null;
  lines: PrintedLine[];
  sideIndex: number;
  /** 行次 of its pair of sides; null in tables of one side. */
  rowNumbers: readonly number[] | null;
  /** As many amounts as its side has columns. */
  expected: number;
}

const CODE = /^(?:(\d{3}(?:\d{2}){0,2})|\[(\d{3}(?:\d{2}){0,2})\](.*))$/;

/** Rows of a page without cells, by the grammar that the statement's shape gives them. */
export function readFlatRows(
  lines: readonly PrintedLine[],
  definition: StatementDefinition,
  sides: readonly PrintedSide[],
  pageIndex: number,
): PrintedRow[] {
  const drafts = definition.shape === 'SIDES' ? readSides(lines, sides) : readCodedOrNamed(lines, definition, sides);
  const rowOf = new Map<number, number>();
  const nameless = definition.shape === 'NAMELESS';
  const offset = usualOffset(drafts);
  return drafts.map((draft): PrintedRow => {
    const at = draft.line ?? draft.lines[0]?.number ?? 0;
    if (!rowOf.has(at)) rowOf.set(at, rowOf.size);
    const named = draft.words.length > 0 || draft.code !== null || nameless;
    const paired = isPaired(draft, offset);
    const fits =
      (draft.cells.length === 0 && (paired || draft.rowNumbers?.length === 0)) ||
      (named && draft.cells.length === draft.expected && paired);
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
      cells: fits ? draft.cells : [],
      misplaced: fits
        ? []
        : [...draft.cells, ...(draft.cells.length === 0 ? (draft.rowNumbers ?? []).map(String) : [])],
    };
  });
}

/** How far the 行次 of the right side are ahead of those of the left, in most rows; null where most rows have none. */
function usualOffset(drafts: readonly Draft[]): number | null {
  const counts = new Map<number, number>();
  for (const { rowNumbers } of drafts) {
    const [left, right] = rowNumbers ?? [];
    if (left !== undefined && right !== undefined) counts.set(right - left, (counts.get(right - left) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most && most[0] > 0 && most[1] * 2 >= new Set(drafts.map(({ rowNumbers }) => rowNumbers)).size
    ? most[0]
    : null;
}

/** Whether both sides of a row have their 行次; always in tables of one side. */
function isPaired({ rowNumbers }: Draft, offset: number | null): boolean {
  if (!rowNumbers) return true;
  const [left = 0, right = 0] = rowNumbers;
  return rowNumbers.length === 2 && right - left === offset;
}

/** One row after another: an optional code, a name (maybe over several lines), as many amounts as columns. */
function readCodedOrNamed(
  lines: readonly PrintedLine[],
  definition: StatementDefinition,
  sides: readonly PrintedSide[],
): Draft[] {
  const drafts: Draft[] = [];
  const coded = definition.classification !== null;
  const width = sides[0]?.columns.length ?? 0;
  let draft: Draft | null = null;
  const complete = (): boolean => draft !== null && draft.cells.length >= width;
  const begin = (): Draft => {
    const begun = newDraft(0);
    drafts.push(begun);
    return begun;
  };
  for (const token of tokens(lines)) {
    const mayBegin = token.first || !draft || complete() || definition.shape === 'LANES';
    const coding = coded && mayBegin ? CODE.exec(token.text) : null;
    if (coding) {
      draft = begin();
      draft.code = coding[1] ?? coding[2] ?? null;
      if (coding[3]) draft.words.push(coding[3]);
    } else if (
      isAmountLike(token.text) ||
      (draft && /^\d+$/.test(token.text) && draft.cells.length > 0 && !token.first)
    ) {
      if (!draft || (complete() && token.line !== draft.lines.at(-1))) draft = begin();
      draft.line ??= token.line.number;
      draft.cells.push(token.text);
    } else if (!(token.alone && /^\d{1,2}$/.test(token.text))) {
      if (!draft || complete()) draft = begin();
      draft.words.push(token.text);
    }
    draft?.lines.push(token.line);
  }
  for (const own of drafts) own.expected = width;
  return definition.shape === 'LANES' ? drafts.map((own) => ({ ...own, sideIndex: laneOf(own, sides) })) : drafts;
}

/** 人员经费 holds 301 and 303, 公用经费 the rest; rows without a code say it themselves. */
function laneOf({ code, words }: Draft, sides: readonly PrintedSide[]): number {
  const personnel = code ? /^30[13]/.test(code) : words.join('').includes('人员');
  return sides.findIndex(({ side }) => side === (personnel ? 'PERSONNEL' : 'OPERATING'));
}

/** Two named sides parted by 行次: name, 行次, amounts; then the same again. */
function readSides(lines: readonly PrintedLine[], sides: readonly PrintedSide[]): Draft[] {
  const drafts: Draft[] = [];
  const widths = sides.map(({ columns }) => columns.length);
  let pair: [Draft, Draft] | null = null;
  let numbers: number[] = [];
  for (const token of tokens(lines)) {
    if (!pair || endsPair(pair[1], numbers.length, widths[1] ?? 0, token)) {
      pair = [newDraft(0), newDraft(1)];
      numbers = [];
      drafts.push(...pair);
    }
    const rowNumber = /^[1-9]\d{0,2}$/.test(token.text);
    if (rowNumber) numbers.push(Number(token.text));
    for (const own of pair) own.rowNumbers = numbers;
    const figure = isAmountLike(token.text) || /^\d+$/.test(token.text);
    const draft: Draft = pair[(figure ? numbers.length > 1 : numbers.length > 0) ? 1 : 0];
    draft.lines.push(token.line);
    if (rowNumber) continue;
    if (figure) {
      draft.line ??= token.line.number;
      draft.cells.push(token.text);
    } else draft.words.push(token.text);
  }
  for (const draft of drafts) draft.expected = widths[draft.sideIndex] ?? 0;
  return drafts.filter(({ words, cells }) => words.length > 0 || cells.length > 0);
}

function endsPair(right: Draft, numbers: number, width: number, next: Token): boolean {
  if (numbers < 2) return false;
  if (right.cells.length >= width) return next.line !== right.lines.at(-1);
  return right.cells.length === 0 && right.words.length === 0 && !isAmountLike(next.text);
}

/** A page's first line begins with one blank of its own. */
function leadingBlanks({ lines }: Draft): number {
  const blanks = /^\s*/.exec(lines[0]?.text ?? '')?.[0].length ?? 0;
  return blanks > 1 ? blanks : 0;
}

function newDraft(sideIndex: number): Draft {
  return { code: null, words: [], cells: [], line: null, lines: [], sideIndex, rowNumbers: null, expected: 0 };
}

/** A token that stands where an amount stands, be it damaged: no name, with a point, a comma or nothing but digits and their look-alikes. */
function isAmountLike(text: string): boolean {
  if (/\p{Script=Han}/u.test(text)) return /^[\d.,]+元$/.test(text);
  return /^[-—–/]{1,3}$/.test(text) || /[\dOol|][.,]+[\dOol|]/.test(text) || /^[-△▲(]?\d[\dOol|]{3,}\)?$/.test(text);
}

/** Blanks part the tokens; those that OCR put beside the separators of a number don't. */
function* tokens(lines: readonly PrintedLine[]): Generator<Token> {
  for (const line of lines) {
    if (isRunningTitle(line.squeezed)) continue;
    const clean = line.clean.replace(/(?<=\d)([.,])\s+(?=\d)/g, '$1').trim();
    const texts = clean === '' ? [] : clean.split(/\s+/);
    for (const [index, text] of texts.entries()) yield { text, line, first: index === 0, alone: texts.length === 1 };
  }
}
