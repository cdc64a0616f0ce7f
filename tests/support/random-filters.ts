import fc from 'fast-check';
import type * as filters from '../../src/domain/filters.js';
import { ODD_NAMES } from './odd-reports.js';

export const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 6 });

/** Often one operator alone, else several, each given, null or absent. */
function operators<T extends object>(model: { readonly [K in keyof T]-?: fc.Arbitrary<T[K]> }): fc.Arbitrary<T | null> {
  const names = Object.keys(model) as (keyof T)[];
  const one = fc.constantFrom(...names).chain((name) => fc.record({ [name]: model[name] }));
  const nullable = Object.fromEntries(names.map((name) => [name, maybe(model[name])]));
  const several = fc.record(nullable, { requiredKeys: [] });
  return maybe(fc.oneof({ weight: 2, arbitrary: one }, several)) as fc.Arbitrary<T | null>;
}

/** Texts that are there, parts of them, and others; wildcards of LIKE among them. */
export function texts(values: readonly string[]): fc.Arbitrary<filters.StringFilter | null> {
  const odd = fc.constantFrom(...ODD_NAMES, '', '%', '_', '\\');
  const value = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...new Set(values)) }, odd);
  const part = fc
    .tuple(value, fc.nat({ max: 6 }), fc.nat({ max: 6 }))
    .map(([text, from, to]) => [...text].slice(Math.min(from, to), Math.max(from, to)).join(''));
  const list = fc.array(value, { maxLength: 4 });
  return operators<filters.StringFilter>({ eq: value, in: list, startsWith: part, endsWith: part, contains: part });
}

export function ints(min: number, max: number): fc.Arbitrary<filters.IntFilter | null> {
  const value = fc.oneof({ weight: 9, arbitrary: fc.integer({ min, max }) }, fc.constantFrom(-(2 ** 31), 2 ** 31 - 1));
  return operators<filters.IntFilter>({ eq: value, in: fc.array(value, { maxLength: 3 }), gte: value, lte: value });
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
  return operators<filters.DecimalFilter>({ eq: value, gte: value, lte: value });
}

export const oneOf = <T>(list: readonly T[]) => maybe(fc.subarray([...list]));

/** What each field of a filter may be. */
export type Fields<T> = { readonly [K in keyof T]-?: fc.Arbitrary<T[K]> };

/** A few fields at once: with all of them nothing would ever match. */
export function filterOf<T extends object>(fields: Fields<T>): fc.Arbitrary<T> {
  const names = Object.keys(fields) as (keyof T)[];
  return fc
    .uniqueArray(fc.constantFrom(...names), { maxLength: 3 })
    .chain((some) => fc.record(Object.fromEntries(some.map((name) => [name, fields[name]])))) as fc.Arbitrary<T>;
}
