import { AppError } from '../domain/app-error.js';
import type { DecimalFilter, IntFilter, StringFilter } from '../domain/filters.js';
import { Prisma } from './generated/client.js';
import { toStorable } from './storable.js';

/**
 * The contract's filters as SQL conditions, values as parameters only. Null and absent are no condition, an empty list is one that nothing
 * meets. `column` is SQL of our own, such as `l."label"`.
 */
export type Condition = Prisma.Sql;
type Maybe<T> = T | null | undefined;

/** All conditions together, TRUE where there are none. */
export function allOf(conditions: readonly Condition[]): Prisma.Sql {
  return conditions.length === 0 ? Prisma.sql`TRUE` : Prisma.join([...conditions], ' AND ');
}

/** Texts as a parameter; what the store could not hold is levelled as it is on the way in. */
export function texts(values: readonly string[]): Prisma.Sql {
  return Prisma.sql`${values.map(toStorable)}::text[]`;
}

export function matchText(column: string, filter: Maybe<StringFilter>): Condition[] {
  if (!filter) return [];
  const own = Prisma.raw(column);
  const like = (pattern: string): Condition => Prisma.sql`${own} LIKE ${toStorable(pattern)}`;
  return [
    ...given(filter.eq, (value) => Prisma.sql`${own} = ${toStorable(value)}`),
    ...given(filter.in, (values) => Prisma.sql`${own} = ANY(${texts(values)})`),
    ...given(filter.startsWith, (value) => like(`${escapeLike(value)}%`)),
    ...given(filter.endsWith, (value) => like(`%${escapeLike(value)}`)),
    ...given(filter.contains, (value) => like(`%${escapeLike(value)}%`)),
  ];
}

/**
 * A column of whole numbers.
 * @throws AppError BAD_USER_INPUT where the range is none
 */
export function matchInt(column: string, filter: Maybe<IntFilter>): Condition[] {
  if (!filter) return [];
  checkRange(filter);
  const own = Prisma.raw(column);
  return [
    ...given(filter.eq, (value) => Prisma.sql`${own} = ${value}::int`),
    ...given(filter.in, (values) => Prisma.sql`${own} = ANY(${values.map(String)}::text[]::int[])`),
    ...given(filter.gte, (value) => Prisma.sql`${own} >= ${value}::int`),
    ...given(filter.lte, (value) => Prisma.sql`${own} <= ${value}::int`),
  ];
}

/** A column that holds one of a closed list. */
export function matchOneOf(column: string, values: Maybe<readonly string[]>): Condition[] {
  return given(values, (list) => Prisma.sql`${Prisma.raw(column)} = ANY(${texts(list)})`);
}

export function matchBoolean(column: string, value: Maybe<boolean>): Condition[] {
  return given(value, (wanted) => Prisma.sql`${Prisma.raw(column)} = ${wanted}`);
}

/** The greatest amount of fen in a column: of figures what 64 bits hold, of sums more than any number of figures adds up to. */
const MOST_FEN = { bigint: 2n ** 63n - 1n, numeric: 2n ** 126n } as const;

/**
 * A column of whole fen, figures or sums (numeric), against amounts in 万元.
 * @throws AppError BAD_USER_INPUT where an amount is no decimal, or the range is none
 */
export function matchFen(
  column: string,
  filter: Maybe<DecimalFilter>,
  type: keyof typeof MOST_FEN = 'bigint',
): Condition[] {
  if (!filter) return [];
  checkRange(filter);
  const [own, most] = [Prisma.raw(column), MOST_FEN[type]];
  const nothing = Prisma.sql`FALSE`;
  const compare = (operator: string, fen: bigint): Condition =>
    Prisma.sql`${own} ${Prisma.raw(operator)} ${fen.toString()}::${Prisma.raw(type)}`;
  return [
    ...given(filter.eq, (text) => {
      const { floor, ceiling } = fenAround(text);
      return floor === ceiling && floor <= most && floor >= -most ? compare('=', floor) : nothing;
    }),
    ...given(filter.gte, (text) => {
      const { ceiling } = fenAround(text);
      return ceiling > most ? nothing : compare('>=', max(ceiling, -most));
    }),
    ...given(filter.lte, (text) => {
      const { floor } = fenAround(text);
      return floor < -most ? nothing : compare('<=', floor > most ? most : floor);
    }),
  ];
}

/**
 * @throws AppError BAD_USER_INPUT where nothing can be both at least `gte` and at most `lte`
 */
export function checkRange({ gte, lte }: IntFilter | DecimalFilter): void {
  if (gte === null || gte === undefined || lte === null || lte === undefined) return;
  if (isGreater(String(gte), String(lte)))
    throw new AppError('BAD_USER_INPUT', `expected gte <= lte, got ${gte} > ${lte}`);
}

/** 1 万元 = 10^6 fen. */
const FEN_DIGITS = 6;
const DECIMAL = /^([+-]?)(\d+)(?:\.(\d+))?$/;

/** The whole fen at and around an amount in 万元: both the same unless it has digits below one fen. */
function fenAround(text: string): { readonly floor: bigint; readonly ceiling: bigint } {
  const { isNegative, whole, fraction } = readDecimal(text);
  const below = BigInt(whole + fraction.slice(0, FEN_DIGITS).padEnd(FEN_DIGITS, '0'));
  const above = /[1-9]/.test(fraction.slice(FEN_DIGITS)) ? below + 1n : below;
  return isNegative ? { floor: -above, ceiling: -below } : { floor: below, ceiling: above };
}

interface DecimalParts {
  readonly isNegative: boolean;
  /** Digits before and after the point. */
  readonly whole: string;
  readonly fraction: string;
}

function readDecimal(text: string): DecimalParts {
  const [matched, sign, whole = '', fraction = ''] = DECIMAL.exec(text) ?? [];
  if (matched === undefined)
    throw new AppError('BAD_USER_INPUT', `expected a decimal number such as 1316.18, got ${JSON.stringify(text)}`);
  return { isNegative: sign === '-', whole, fraction };
}

/** Whether one decimal is greater than another, however many digits they have. */
function isGreater(one: string, other: string): boolean {
  const numbers = [readDecimal(one), readDecimal(other)];
  const digits = Math.max(...numbers.map(({ fraction }) => fraction.length));
  const [a = 0n, b = 0n] = numbers.map(({ isNegative, whole, fraction }) => {
    const magnitude = BigInt(whole + fraction.padEnd(digits, '0'));
    return isNegative ? -magnitude : magnitude;
  });
  return a > b;
}

function max(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}

/** Wildcards of LIKE stand for themselves. */
export function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}

function given<T>(value: Maybe<T>, make: (value: T) => Condition): Condition[] {
  return value === null || value === undefined ? [] : [make(value)];
}
