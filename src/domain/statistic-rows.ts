import { STATISTIC_KINDS } from './closed-lists.js';
import type { StatisticKind } from './closed-lists.js';
import type { Statistic } from './statistics.js';

/** The columns of statistics as text, in `seeds/reference` and in a user's file. */
export const STATISTIC_COLUMNS = ['kind', 'district', 'year', 'value', 'vintage', 'source'] as const;
export type StatisticColumn = (typeof STATISTIC_COLUMNS)[number];
export type StatisticCells = Readonly<Record<StatisticColumn, string>>;

/** A cell that can't be, and what would. */
export interface Misfit {
  readonly column: StatisticColumn;
  readonly expected: string;
  readonly got: string;
}

interface Rule {
  readonly column: StatisticColumn;
  readonly expected: string;
  readonly holds: (cells: StatisticCells) => boolean;
}

/** A year, or year and month, or a day, and a blank before what it is. */
const DATED = /^(19|20)\d{2}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)? \S/;
const DECIMAL = /^(0|[1-9]\d{0,11})(\.\d{1,8})?$/;

const RULES: readonly Rule[] = [
  {
    column: 'kind',
    expected: `one of ${STATISTIC_KINDS.join(', ')}`,
    holds: ({ kind }) => STATISTIC_KINDS.some((known) => known === kind),
  },
  {
    column: 'district',
    expected: 'a six-digit division code',
    holds: ({ kind, district }) => kind === 'DEFLATOR' || /^\d{6}$/.test(district),
  },
  {
    column: 'district',
    expected: 'nothing: the deflator is that of the country',
    holds: ({ kind, district }) => kind !== 'DEFLATOR' || district === '',
  },
  { column: 'year', expected: 'a year', holds: ({ year }) => /^(19|20)\d{2}$/.test(year) },
  {
    column: 'value',
    expected: 'a decimal above 0 such as 64.95, with 12 digits at most before the point and 8 after it',
    holds: ({ value }) => DECIMAL.test(value) && /[1-9]/.test(value),
  },
  {
    column: 'value',
    expected: '100: 2015 is the base of the deflator',
    holds: ({ kind, year, value }) => kind !== 'DEFLATOR' || year !== '2015' || /^100(\.0+)?$/.test(value),
  },
  {
    column: 'vintage',
    expected: 'the date of publication and what it is, such as "2020-03 first published" or "2022 yearbook"',
    holds: ({ vintage }) => DATED.test(vintage) && isLine(vintage, 100),
  },
  {
    column: 'source',
    expected: 'where it was published: a line of 1000 characters at most, without outer blanks',
    holds: ({ source }) => isLine(source, 1000),
  },
];

/** All cells of a row that don't fit, one a column. */
export function findMisfits(cells: StatisticCells): readonly Misfit[] {
  const broken = RULES.filter(({ holds }) => !holds(cells));
  const first = broken.filter(({ column }, place) => broken.findIndex((rule) => rule.column === column) === place);
  return first.map(({ column, expected }) => ({ column, expected, got: cells[column] }));
}

/** The statistic of a row without misfits. */
export function makeStatistic({ kind, district, year, value, vintage, source }: StatisticCells): Statistic {
  return { kind: kind as StatisticKind, districtCode: district || null, year: Number(year), value, vintage, source };
}

/** Text that can stand in one line, and be stored. */
function isLine(text: string, most: number): boolean {
  return text !== '' && text === text.trim() && text.length <= most && !/[\p{Cc}\p{Zl}\p{Zp}\p{Surrogate}]/u.test(text);
}
