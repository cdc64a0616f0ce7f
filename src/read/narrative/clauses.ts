import type { PrintedValue } from './values.js';
import { findValues } from './values.js';

/** What stands before a clause: a full stop, a semicolon, another mark, nothing (behind a number), or a bracket around clauses. */
export type ClauseMark = 'STOP' | 'PAUSE' | 'COMMA' | 'NONE';

/** The words up to the next number or mark, and that number. */
export interface Clause {
  readonly kind: 'CLAUSE';
  readonly mark: ClauseMark;
  /** Place of its text. */
  readonly from: number;
  readonly text: string;
  readonly value: PrintedValue | null;
}

/** A clause, or a bracket around clauses that opens or closes. */
export type Piece = Clause | { readonly kind: 'OPEN' } | { readonly kind: 'CLOSE' };

const MARKS: Readonly<Record<string, ClauseMark>> = {
  '。': 'STOP', '!': 'STOP', ';': 'PAUSE', '，': 'COMMA', ',': 'COMMA', ':': 'COMMA',
}; // prettier-ignore

const LONGEST_REMARK = 400;
const NUMBERING =
  /^(?:[一二三四五六七八九十]+[、.]|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[.、](?!\d)|\d{1,2}[.、](?=20\d{2}年))+/;

/** Cuts a text into clauses of at most one number each, its own numbering left out. Brackets within names stay in the name. */
export function cutClauses(text: string): Piece[] {
  const values = new Map(findValues(text).map((value) => [value.from, value]));
  const brackets = bracketsAroundClauses(text, [...values.values()]);
  const pieces: Piece[] = [];
  let from = NUMBERING.exec(text)?.[0].length ?? 0;
  let mark: ClauseMark = 'STOP';
  const flush = (to: number, next: ClauseMark, after = to + 1): void => {
    if (to > from) pieces.push({ kind: 'CLAUSE', mark, from, text: text.slice(from, to), value: null });
    if (to > from || mark === 'NONE' || next === 'STOP' || (next === 'PAUSE' && mark !== 'STOP')) mark = next;
    from = after;
  };
  for (let at = from; at < text.length; at++) {
    const value = values.get(at);
    const sign = text[at] as string;
    const next = MARKS[sign];
    const bracket = brackets.get(at);
    if (value) {
      pieces.push({ kind: 'CLAUSE', mark, from, text: text.slice(from, at), value });
      mark = 'NONE';
      from = value.to;
      at = value.to - 1;
    } else if (bracket) {
      flush(at, 'COMMA');
      mark = 'COMMA';
      pieces.push({ kind: bracket });
    } else if (next) flush(at, next);
    else if (sign === '、' && from === at) flush(at, 'COMMA');
  }
  flush(text.length, 'STOP');
  return pieces;
}

/** Pairs of brackets with a number or several clauses in them, near enough to be one remark. */
function bracketsAroundClauses(text: string, values: readonly PrintedValue[]): ReadonlyMap<number, 'OPEN' | 'CLOSE'> {
  const found = new Map<number, 'OPEN' | 'CLOSE'>();
  const open: number[] = [];
  const starts = new Set(values.map(({ from }) => from));
  const inUnit = new Set(values.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at)));
  for (let at = 0; at < text.length; at++) {
    if (inUnit.has(at)) continue;
    if (text[at] === '(') open.push(at);
    const start = text[at] === ')' ? open.pop() : undefined;
    if (start === undefined || at - start > LONGEST_REMARK) continue;
    const inside = text.slice(start, at);
    const around = /[，,;:。]/.test(inside) || inside.split('').some((_, place) => starts.has(start + place));
    if (around) found.set(start, 'OPEN').set(at, 'CLOSE');
  }
  return found;
}
