import type { StatisticKind } from './closed-lists.js';
import { compareDecimals } from './exact-decimal.js';

/** A figure by which others are normalised. */
export interface Statistic {
  readonly kind: StatisticKind;
  /** Six-digit division code; null: the country, for deflators. */
  readonly districtCode: string | null;
  readonly year: number;
  /** Exact decimal text above 0: 万人 of a population, 2015 = 100 of a deflator. */
  readonly value: string;
  /** When and how it was published, the date first: of two the later text is the newer. */
  readonly vintage: string;
  readonly source: string;
}

/** The vintage of a figure that the question itself gives: it stands before all stored ones. */
export const OWN_VINTAGE = 'given with the question';

/** Which ones are wanted. */
export interface StatisticRequest {
  /** Null: all districts. */
  readonly districtCodes: readonly string[] | null;
  /** Null: all years. */
  readonly years: readonly number[] | null;
}

/** What one of them is asked for by. */
export interface StatisticKey extends Pick<Statistic, 'kind' | 'districtCode' | 'year'> {
  /** Null: the newest that covers district and year. */
  readonly vintage: string | null;
}

/** The figure of exactly that kind, district and year, never one of a neighbouring year; null: there is none. */
export function chooseStatistic(statistics: readonly Statistic[], key: StatisticKey): Statistic | null {
  const { kind, districtCode, year, vintage } = key;
  return statistics
    .filter((own) => own.kind === kind && own.districtCode === districtCode && own.year === year)
    .filter((own) => vintage === null || own.vintage === vintage)
    .reduce<Statistic | null>((newest, own) => (newest && newest.vintage >= own.vintage ? newest : own), null);
}

/** What tells figures apart: of one key there is one. */
export function keyOfStatistic({ kind, districtCode, year, vintage }: Omit<Statistic, 'value' | 'source'>): string {
  return [kind, districtCode ?? '', year, vintage].join(' ');
}

/** Whether two figures of one key say the same: the same number, from the same source. */
export function isSameStatistic(one: Statistic, other: Statistic): boolean {
  return compareDecimals(one.value, other.value) === 0 && one.source === other.source;
}
