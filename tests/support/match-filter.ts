import type { DecimalFilter, IntFilter, StringFilter } from '../../src/domain/filters.js';

/** The contract's filters, evaluated in memory as plainly as can be said: what the store's SQL is held against. */
type Maybe<T> = T | null | undefined;

const all = (...tests: readonly boolean[]): boolean => tests.every(Boolean);
/** Null and absent are no filter. */
const ifGiven = <T>(operator: Maybe<T>, holds: (value: T) => boolean): boolean =>
  operator === null || operator === undefined || holds(operator);

/** Nothing fits where there is no text. */
export function matchesText(text: string | null, filter: Maybe<StringFilter>): boolean {
  return ifGiven(filter, ({ eq, in: list, startsWith, endsWith, contains }) =>
    all(
      ifGiven(eq, (value) => text === value),
      ifGiven(list, (values) => text !== null && values.includes(text)),
      ifGiven(startsWith, (value) => text !== null && text.startsWith(value)),
      ifGiven(endsWith, (value) => text !== null && text.endsWith(value)),
      ifGiven(contains, (value) => text !== null && text.includes(value)),
    ),
  );
}

export function matchesInt(number: number, filter: Maybe<IntFilter>): boolean {
  return ifGiven(filter, ({ eq, in: list, gte, lte }) =>
    all(
      ifGiven(eq, (value) => number === value),
      ifGiven(list, (values) => values.includes(number)),
      ifGiven(gte, (value) => number >= value),
      ifGiven(lte, (value) => number <= value),
    ),
  );
}

export function matchesOneOf<T>(value: T | null, list: Maybe<readonly T[]>): boolean {
  return ifGiven(list, (values) => value !== null && values.includes(value));
}

/** Whole fen against decimals in 万元 of any length. */
export function matchesFen(fen: bigint, filter: Maybe<DecimalFilter>): boolean {
  return ifGiven(filter, ({ eq, gte, lte }) =>
    all(
      ifGiven(eq, (value) => compareToFen(value, fen) === 0),
      ifGiven(gte, (value) => compareToFen(value, fen) <= 0),
      ifGiven(lte, (value) => compareToFen(value, fen) >= 0),
    ),
  );
}

/** Whether no number can be in the range. */
export function isNoRange({ gte, lte }: IntFilter | DecimalFilter): boolean {
  if (gte === null || gte === undefined || lte === null || lte === undefined) return false;
  const [from, to] = [scale(String(gte), 40), scale(String(lte), 40)];
  return from > to;
}

/** Below, at or above an amount: negative, 0, positive. */
function compareToFen(decimal: string, fen: bigint): number {
  const [one, other] = [scale(decimal, 40), fen * 10n ** 34n];
  return one < other ? -1 : one > other ? 1 : 0;
}

/** A decimal times ten to this power. */
function scale(decimal: string, digits: number): bigint {
  const [whole = '', fraction = ''] = decimal.split('.');
  return BigInt((whole + fraction.padEnd(digits, '0')).replace('+', ''));
}
