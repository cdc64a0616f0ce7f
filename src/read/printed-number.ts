import type { Money } from '../domain/money.js';
import { parseMoney } from '../domain/money.js';
import { rememberTexts } from '../domain/remember-texts.js';
import type { PrintedUnit } from '../domain/closed-lists.js';

/** A printed cell: nothing printed, a plain decimal, or something that is no number. */
export type PrintedNumber =
  { readonly kind: 'EMPTY' } | { readonly kind: 'VALUE'; readonly decimal: string } | { readonly kind: 'UNREADABLE' };

const EMPTY: PrintedNumber = { kind: 'EMPTY' };
const UNREADABLE: PrintedNumber = { kind: 'UNREADABLE' };

/** Dashes, slashes and asterisks that stand for "nothing". */
const NOTHING = /^(?:[-—–−－~～_/／*＊.…·]+|[(（]\s*[)）])?$/;
/** Raised and circled digits mark footnotes: they are no digits of the number. */
const FOOTNOTE = /[\u00b2\u00b3\u00b9\u2070-\u209f\u2460-\u24ff\u2776-\u2793]/;
/** Letters that a scan reads for 0 and 1, among digits. */
const LOOKALIKES = /^(?=.*\d)(?=.*[OolI|])-?[\dOolI|][\dOolI|,.\s]*$/;
const PLAIN = /^(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?$/;
const NEGATIVE = /^(?:[-−－–△▲]\s*(.+)|\((.+)\))$/;

/**
 * Reads one cell. Blanks are allowed only beside a separator ("36, 145. 11"): between two digits they may hide a lost
 * decimal point ("705 00") or a neighbour, so such a cell is unreadable. Thousand separators must part threes.
 */
export const readNumber = rememberTexts((cell): PrintedNumber => {
  if (FOOTNOTE.test(cell)) return UNREADABLE;
  const text = cell
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u2060\ufeff\u0000-\u001f]/g, ' ')
    .trim();
  if (NOTHING.test(text)) return EMPTY;
  const negative = NEGATIVE.exec(text);
  const unsigned = (negative ? (negative[1] ?? negative[2] ?? '') : text).trim().replace(/\s*([.,])\s*/g, '$1');
  const match = PLAIN.exec(unsigned);
  if (!match) return UNREADABLE;
  const [, whole = '', fraction = ''] = match;
  return { kind: 'VALUE', decimal: `${negative ? '-' : ''}${whole.replaceAll(',', '')}${fraction}` };
});

/** Every number that a cell holds ("705. 00 705. 00" holds two); empty where any part of it is no number. */
export function readNumbers(cell: string): string[] {
  const parts = cell
    .normalize('NFKC')
    .replace(/\s*([.,])\s*(?=\d)/g, '$1')
    .trim()
    .split(/\s+/);
  const numbers = parts.map(readNumber);
  return numbers.every((number) => number.kind === 'VALUE')
    ? numbers.map((number) => (number as { decimal: string }).decimal)
    : [];
}

/**
 * The plain decimals that a cell may mean, the likeliest first: one where it is clear, several where a blank may hide a lost
 * point ("705 00") or stand inside the number ("15,094.7 1") or, in a table that prints decimals throughout (`pointed`), none are
 * printed, or where letters look like digits ("7O5.l0"); none where nothing or no number is printed.
 */
export function possibleNumbers(cell: string, pointed = false): string[] {
  const number = readNumber(cell);
  if (number.kind === 'VALUE') {
    const lostPoint = pointed && /^-?\d{3,}$/.test(number.decimal);
    return lostPoint ? [number.decimal, number.decimal.replace(/(\d\d)$/, '.$1')] : [number.decimal];
  }
  if (number.kind === 'EMPTY') return [];
  if (FOOTNOTE.test(cell)) return [];
  const text = cell
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, '')
    .trim();
  const several = readNumbers(text);
  if (several.length > 1 && new Set(several).size === 1) return [several[0] as string];
  const repaired = /^-?[\d,]+ \d{2}$/.test(text) ? [text.replace(' ', '.')] : [];
  const closed = /^-?\d[\d,.\s]*$/.test(text) ? [text.replace(/\s/g, '')] : [];
  const alike = LOOKALIKES.test(text) ? [text.replace(/[Oo]/g, '0').replace(/[lI|]/g, '1').replace(/\s/g, '')] : [];
  const read = [...repaired, ...closed, ...alike]
    .map(readNumber)
    .flatMap((own) => (own.kind === 'VALUE' ? [own.decimal] : []));
  return [...new Set(read)];
}

/** Whether a table prints decimals: two in three of its numbers other than zero have them. */
export function printsDecimals(cells: readonly string[]): boolean {
  const numbers = cells
    .map(readNumber)
    .flatMap((own) => (own.kind === 'VALUE' && /[1-9]/.test(own.decimal) ? [own.decimal] : []));
  return numbers.length > 0 && numbers.filter((decimal) => decimal.includes('.')).length >= (numbers.length * 2) / 3;
}

/** Whether a cell looks like an amount of money: a number with decimals or thousand separators. */
export function looksLikeAmount(cell: string): boolean {
  const number = readNumber(cell);
  return number.kind === 'VALUE' && (number.decimal.includes('.') || /[,，]/.test(cell));
}

/** The amount of a decimal in `unit`; null where it is no whole number of fen or beyond 64 bits. */
export function toMoney(decimal: string, unit: PrintedUnit): Money | null {
  try {
    return parseMoney(decimal, unit);
  } catch {
    return null;
  }
}
