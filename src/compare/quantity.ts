import { AppError } from '../domain/app-error.js';
import type { AmountUnit, Normalisation, Unit } from '../domain/closed-lists.js';
import type { Scale } from '../domain/compared-cell.js';
import { roundRatio } from '../domain/exact.js';
import type { Exact } from '../domain/exact.js';
import { fenIn, formatFen } from '../domain/money.js';

/** A quotient of two numbers of one kind is a plain number. */
export type QuotientScale = Scale | 'PLAIN';

/** What values of a cell are numbers of. */
export interface Quantity {
  readonly scale: QuotientScale;
  readonly unit: Unit;
}

/** Counts and points are kept in millionths, as the store and the sums of cells know whole numbers only. */
export const MILLION = 1_000_000n;

/**
 * What a quotient of two numbers is: of the same kind a ratio, money or points over a count the same for one piece.
 * @throws AppError BAD_USER_INPUT where it would mean nothing
 */
export function scaleOfQuotient(scale: Scale, over: Scale): QuotientScale {
  if (scale === over) return 'PLAIN';
  if (over === 'COUNT' && (scale === 'MONEY' || scale === 'POINTS')) return scale;
  throw new AppError(
    'BAD_USER_INPUT',
    `expected amounts over amounts, counts over counts, points over points, or amounts or points over a count, got ${NAMES[scale]} over ${NAMES[over]}`,
  );
}

const NAMES: Readonly<Record<Scale, string>> = { MONEY: 'amounts', COUNT: 'counts', POINTS: 'points' };

/** What values of that scale are once they are normalised, and the unit that they are given in. */
export function quantityOf(scale: QuotientScale, normalise: Normalisation, unit: AmountUnit): Quantity {
  if (normalise === 'SHARE_OF_TOTAL' || normalise === 'SHARE_OF_PARENT') return { scale: 'PLAIN', unit: 'RATIO' };
  if (normalise === 'INDEX') return { scale: 'PLAIN', unit: 'INDEX' };
  if (normalise === 'PER_CAPITA') return { scale: 'PLAIN', unit: 'YUAN_PER_CAPITA' };
  const units: Readonly<Record<QuotientScale, Unit>> = {
    MONEY: unit,
    COUNT: 'COUNT',
    POINTS: 'POINTS',
    PLAIN: 'RATIO',
  };
  return { scale, unit: units[scale] };
}

/**
 * A number as exact decimal text in the unit of its quantity (`1316.18`, `9`, `0.4744`); what is no whole number of fen or millionths is
 * rounded half up, once, at 8 decimals.
 */
export function formatExact({ num, den }: Exact, { scale, unit }: Quantity): string {
  if (scale === 'PLAIN') return roundRatio({ num, den });
  const isWhole = num % den === 0n;
  if (scale !== 'MONEY') return isWhole ? formatMillionths(num / den) : roundRatio({ num, den: den * MILLION });
  const amountUnit = unit as AmountUnit;
  if (isWhole) return formatFen(num / den, amountUnit);
  return withTwoDecimals(roundRatio({ num, den: den * fenIn(amountUnit) }));
}

/** Millionths as plain decimal text, without trailing zeros (`9`, `99.84`). */
function formatMillionths(millionths: bigint): string {
  return formatFen(millionths, 'WAN_YUAN').replace(/\.?0+$/, '');
}

function withTwoDecimals(text: string): string {
  const [integer, fraction = ''] = text.split('.');
  return `${integer}.${fraction.padEnd(2, '0')}`;
}
