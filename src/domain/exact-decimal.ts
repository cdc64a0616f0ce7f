import { Decimal } from 'decimal.js';
import type { Exact as Quotient } from './exact.js';

/** Digits enough for every product and quotient of printed numbers; what is rounded is rounded once, half up. */
const Exact = Decimal.clone({ precision: 120, rounding: Decimal.ROUND_HALF_UP, toExpNeg: -1e9, toExpPos: 1e9 });

/** Decimals of every computed ratio. */
const RATIO_DECIMALS = 8;

/** Negative, 0, positive: the first decimal is less than, equal to, greater than the second (99.9 < 100, 1 = 1.00). */
export function compareDecimals(a: string, b: string): number {
  return new Exact(a).comparedTo(b);
}

/** The exact sum as decimal text, without trailing zeros; `0` of none. */
export function addDecimals(values: readonly string[]): string {
  return values.reduce((sum, value) => sum.plus(value), new Exact(0)).toFixed();
}

/** The exact product as decimal text. */
export function multiplyDecimals(a: string, b: string): string {
  return new Exact(a).times(b).toFixed();
}

/** `a / b` rounded half up at 8 decimals, without trailing zeros; null where `b` is zero. */
export function divideDecimals(a: string, b: string): string | null {
  const base = new Exact(b);
  return base.isZero() ? null : new Exact(a).div(base).toDecimalPlaces(RATIO_DECIMALS).toFixed();
}

/** Half a unit of the last printed digit: 0.005 of `6.99`, 0.5 of `10`. */
export function halfOfLastDigit(printed: string): string {
  const decimals = printed.split('.')[1]?.length ?? 0;
  return new Exact(10).pow(-decimals).div(2).toFixed();
}

/** The exact difference `a - b` as decimal text. */
export function subtractDecimals(a: string, b: string): string {
  return new Exact(a).minus(b).toFixed();
}

/** Without its sign. */
export function absoluteOf(value: string): string {
  return new Exact(value).abs().toFixed();
}

/** The yearly rate that, compounded over so many years, makes this factor, which is above zero; rounded half up at 8 decimals. */
export function compoundRate({ num, den }: Quotient, years: number): string {
  const factor = new Exact(num.toString()).div(den.toString()).pow(new Exact(1).div(years));
  return factor.minus(1).toDecimalPlaces(RATIO_DECIMALS).toFixed();
}
