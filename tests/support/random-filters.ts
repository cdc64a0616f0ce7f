import fc from 'fast-check';
import type * as filters from '../../src/domain/filters.js';
import { ODD_NAMES } from './odd-reports.js';

/** Operators given, null or absent. */
type Operators<T> = { [K in keyof T]?: T[K] | null };
export const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 4 });
const operators = <T extends object>(model: { [K in keyof T]: fc.Arbitrary<NonNullable<T[K]>> }) =>
  fc.record(
    Object.fromEntries(Object.entries(model).map(([key, value]) => [key, maybe(value as fc.Arbitrary<unknown>)])),
    { requiredKeys: [] },
  ) as unknown as fc.Arbitrary<Operators<T>>;

/** Texts that are there, parts of them, and others; wildcards of LIKE among them. */
export function texts(values: readonly string[]): fc.Arbitrary<filters.StringFilter | null> {
  const value = fc.constantFrom(...new Set([...values, ...ODD_NAMES, '', '%', '_', '\\']));
  const part = fc
    .tuple(value, fc.nat({ max: 6 }), fc.nat({ max: 6 }))
    .map(([text, from, to]) => [...text].slice(Math.min(from, to), Math.max(from, to)).join(''));
  const whole = { eq: value, in: fc.array(value, { maxLength: 4 }) };
  return maybe(
    fc.oneof(
      operators<filters.StringFilter>(whole),
      operators<filters.StringFilter>({ startsWith: part, endsWith: part, contains: part }),
      operators<filters.StringFilter>({ ...whole, contains: part }),
    ) as fc.Arbitrary<filters.StringFilter>,
  );
}

export function ints(min: number, max: number): fc.Arbitrary<filters.IntFilter | null> {
  const value = fc.oneof({ weight: 9, arbitrary: fc.integer({ min, max }) }, fc.constantFrom(-(2 ** 31), 2 ** 31 - 1));
  return maybe(
    operators<filters.IntFilter>({
      eq: value,
      in: fc.array(value, { maxLength: 3 }),
      gte: value,
      lte: value,
    }) as fc.Arbitrary<filters.IntFilter>,
  );
}

/** Amounts in 万元 that are there, some with digits below one fen, and the ends of what the store can hold. */
export function decimals(fen: readonly bigint[]): fc.Arbitrary<filters.DecimalFilter | null> {
  const printed = fc.constantFrom(...fen).map((own) => {
    const digits = String(own < 0n ? -own : own).padStart(7, '0');
    return `${own < 0n ? '-' : ''}${digits.slice(0, -6)}.${digits.slice(-6)}`;
  });
  const value = fc.oneof(
    printed,
    printed.map((text) => `${text}0001`),
    fc.constantFrom(
      '0',
      '-0',
      '0.5',
      '-0.0000001',
      '99999999999999999999.9',
      '-99999999999999999999',
      '9223372036854.775807',
      '9223372036854.7758071',
    ),
  );
  return maybe(
    operators<filters.DecimalFilter>({ eq: value, gte: value, lte: value }) as fc.Arbitrary<filters.DecimalFilter>,
  );
}

export const oneOf = <T>(list: readonly T[]) => maybe(fc.subarray([...list]));

/** A few fields at once: with all of them nothing would ever match. */
export function filterOf<T extends object>(fields: { readonly [K in keyof T]-?: fc.Arbitrary<T[K]> }): fc.Arbitrary<T> {
  const names = Object.keys(fields) as (keyof T)[];
  return fc
    .uniqueArray(fc.constantFrom(...names), { maxLength: 3 })
    .chain((some) => fc.record(Object.fromEntries(some.map((name) => [name, fields[name]])))) as fc.Arbitrary<T>;
}
