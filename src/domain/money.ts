import { AppError } from './app-error.js';
import type { AmountUnit, PrintedUnit } from './closed-lists.js';

/** Whole fen (分) in one unit, as a power of ten: 1 元 = 10^2, 1 千元 = 10^5, 1 万元 = 10^6, 1 亿元 = 10^10 fen. */
export const FEN_EXPONENT: Readonly<Record<PrintedUnit, number>> = { YUAN: 2, QIAN_YUAN: 5, WAN_YUAN: 6, YI_YUAN: 10 };

const DECIMAL = /^([+-]?)(\d+)(?:\.(\d+))?$/;
const INT64_MAX = 2n ** 63n - 1n;
/** Digits that 64 bits have room for, and more. */
const LONGEST = 20;

/** An exact amount of money in whole fen, with the unit and the number of decimals it was printed with. */
export interface Money {
  readonly fen: bigint;
  readonly unit: PrintedUnit;
  readonly decimals: number;
}

/**
 * Reads a plain decimal (`-1316.18`, no blanks, no separators) printed in `unit`.
 * Digits below one fen may only be zeros; amounts beyond 64 bits are refused.
 * @throws AppError BAD_USER_INPUT
 */
export function parseMoney(text: string, unit: PrintedUnit): Money {
  const money = readMoney(text, unit);
  if (typeof money === 'string') throw new AppError('BAD_USER_INPUT', `expected ${money}, got ${quote(text)}`);
  return money;
}

/** As `parseMoney`, of what a document or a store says: null where no whole number of fen within 64 bits is that amount. */
export function holdMoney(text: string, unit: PrintedUnit): Money | null {
  const money = readMoney(text, unit);
  return typeof money === 'string' ? null : money;
}

/** The amount, or what was expected instead. */
function readMoney(text: string, unit: PrintedUnit): Money | string {
  const match = DECIMAL.exec(text);
  if (!match) return 'a decimal number such as 1316.18';
  const [, sign, whole = '', fraction = ''] = match;
  const exponent = FEN_EXPONENT[unit];
  const kept = fraction.slice(0, exponent).padEnd(exponent, '0');
  if (/[1-9]/.test(fraction.slice(exponent))) return `at most ${exponent} decimals in ${unit}`;
  if (whole.length > LONGEST && /[1-9]/.test(whole.slice(0, -LONGEST))) return 'an amount within 64 bits';
  const magnitude = BigInt(whole + kept);
  if (magnitude > INT64_MAX) return 'an amount within 64 bits';
  return { fen: sign === '-' ? -magnitude : magnitude, unit, decimals: fraction.length };
}

/** Exact decimal text of `fen` in `unit`: at least two decimals, as many more as the amount needs (`1316.18`, `0.00`). */
export function formatFen(fen: bigint, unit: AmountUnit): string {
  if (fen === 0n) return '0.00';
  const exponent = FEN_EXPONENT[unit];
  const digits = (fen < 0n ? -fen : fen).toString().padStart(exponent + 1, '0');
  const point = digits.length - exponent;
  let end = digits.length;
  while (end > point + 2 && digits[end - 1] === '0') end--;
  return `${fen < 0n ? '-' : ''}${digits.slice(0, point)}.${digits.slice(point, end)}`;
}

/** Fen in one unit. */
export function fenIn(unit: AmountUnit): bigint {
  return 10n ** BigInt(FEN_EXPONENT[unit]);
}

/** The amount in its printed unit with its printed decimals, without blanks and separators. */
export function formatPrinted({ fen, unit, decimals }: Money): string {
  const exponent = FEN_EXPONENT[unit];
  const digits = (fen < 0n ? -fen : fen).toString().padStart(exponent + 1, '0');
  const fraction = digits.slice(-exponent).padEnd(decimals, '0').slice(0, decimals);
  return `${fen < 0n ? '-' : ''}${digits.slice(0, -exponent)}${decimals > 0 ? `.${fraction}` : ''}`;
}

const HALVES: readonly bigint[] = Array.from({ length: 11 }, (_, exponent) => 10n ** BigInt(exponent) / 2n);

/** Half a unit of the last printed digit, in fen: what rounding may hide in this amount. */
export function halfLastDigit({ unit, decimals }: Pick<Money, 'unit' | 'decimals'>): bigint {
  return HALVES[FEN_EXPONENT[unit] - decimals] ?? 0n;
}

/**
 * Whether printed parts add up to their printed total: exactly, within what rounding may hide (half a unit of the last printed
 * digit of every term, the total included), or not.
 */
export function judgeSum(total: Money, parts: readonly Money[]): 'EXACT' | 'ROUNDING' | 'BROKEN' {
  return judgeGap(absoluteFen(sumFen(parts) - total.fen), [total, ...parts]);
}

/** What a gap between printed terms is: none, what rounding may hide in them, or more. */
export function judgeGap(gap: bigint, terms: readonly Money[]): 'EXACT' | 'ROUNDING' | 'BROKEN' {
  if (gap <= 0n) return 'EXACT';
  return gap <= envelopeOf(terms) ? 'ROUNDING' : 'BROKEN';
}

/** What rounding may hide in a sum and its terms, in fen. */
export function envelopeOf(terms: readonly Money[]): bigint {
  return terms.reduce((envelope, money) => envelope + halfLastDigit(money), 0n);
}

export function sumFen(amounts: readonly Money[]): bigint {
  return amounts.reduce((sum, { fen }) => sum + fen, 0n);
}

export function absoluteFen(fen: bigint): bigint {
  return fen < 0n ? -fen : fen;
}

function quote(text: string): string {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);
}
