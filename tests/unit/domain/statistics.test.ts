import { describe, expect, it } from '@jest/globals';
import { findMisfits, makeStatistic } from '../../../src/domain/statistic-rows.js';
import type { StatisticCells } from '../../../src/domain/statistic-rows.js';
import { chooseStatistic, isSameStatistic, keyOfStatistic } from '../../../src/domain/statistics.js';
import type { Statistic } from '../../../src/domain/statistics.js';

const CELLS: StatisticCells = {
  ...{ kind: 'POPULATION', district: '440117', year: '2019', value: '64.95' },
  ...{ vintage: '2020-03 first published', source: 'a bulletin' },
};
const DEFLATOR: StatisticCells = { ...CELLS, kind: 'DEFLATOR', district: '', value: '110.81' };
const statistic = (change: Partial<StatisticCells> = {}): Statistic => makeStatistic({ ...CELLS, ...change });

describe('Of several vintages', () => {
  const known = [
    statistic(),
    statistic({ vintage: '2022 yearbook', value: '71.02' }),
    statistic({ vintage: '2021-05 census of 2020-11-01', value: '71.77', year: '2020' }),
    statistic({ district: '440104', value: '120.97' }),
    makeStatistic(DEFLATOR),
  ];
  const choose = (change: Partial<Parameters<typeof chooseStatistic>[1]>): string | undefined => {
    const key = { kind: 'POPULATION', districtCode: '440117', year: 2019, vintage: null } as const;
    return chooseStatistic(known, { ...key, ...change })?.value;
  };

  it('the newest that covers district and year is taken, whatever the order', () => {
    expect(choose({})).toBe('71.02');
    expect(chooseStatistic([...known].reverse(), { ...known[0]!, vintage: null })?.value).toBe('71.02');
    expect(choose({ districtCode: '440104' })).toBe('120.97');
  });

  it('the one that is asked for is taken, and no other where it does not cover district and year', () => {
    expect(choose({ vintage: '2020-03 first published' })).toBe('64.95');
    expect(choose({ vintage: '2022 yearbook', districtCode: '440104' })).toBeUndefined();
    expect(choose({ vintage: '2020-03' })).toBeUndefined();
  });

  it('none of another year, district or kind is taken', () => {
    expect(choose({ year: 2018 })).toBeUndefined();
    expect(choose({ districtCode: '440105' })).toBeUndefined();
    expect(choose({ districtCode: null })).toBeUndefined();
    expect(choose({ kind: 'DEFLATOR', districtCode: null })).toBe('110.81');
  });

  it('a year alone comes before its months, a month before its days', () => {
    const vintages = ['2022-03-04 c', '2022 a', '2022-03 b', '2021-12 z'];
    for (const [place, expected] of [
      [0, '2022-03-04 c'],
      [1, '2022-03 b'],
      [2, '2022 a'],
      [3, '2021-12 z'],
    ] as const) {
      const left = [...vintages]
        .sort()
        .reverse()
        .slice(place)
        .map((vintage) => statistic({ vintage }));
      expect(chooseStatistic(left, { ...statistic(), vintage: null })?.vintage).toBe(expected);
    }
  });
});

describe('A row of texts', () => {
  it('is a statistic as it stands, its value to the last digit', () => {
    expect(findMisfits(CELLS)).toEqual([]);
    expect(makeStatistic({ ...CELLS, value: '96.00' })).toEqual({
      ...{ kind: 'POPULATION', districtCode: '440117', year: 2019, value: '96.00' },
      ...{ vintage: '2020-03 first published', source: 'a bulletin' },
    });
    expect(makeStatistic(DEFLATOR).districtCode).toBeNull();
  });

  it.each([
    ['kind', 'population'],
    ['district', ''],
    ['district', '4401'],
    ['district', '从化区'],
    ['year', '19'],
    ['year', '2019年'],
    ['year', '1819'],
    ['value', ''],
    ['value', '0'],
    ['value', '0.00'],
    ['value', '-64.95'],
    ['value', '1,530.59'],
    ['value', '6.495e1'],
    ['value', '064.95'],
    ['value', '64.'],
    ['value', '1'.repeat(13)],
    ['value', `1.${'0'.repeat(9)}`],
    ['vintage', 'first published'],
    ['vintage', '2020-03'],
    ['vintage', '2020-13 first published'],
    ['vintage', '2020-3 first published'],
    ['vintage', '2020-03 first published '],
    ['vintage', `2020-03 ${'x'.repeat(100)}`],
    ['source', ''],
    ['source', ' a bulletin'],
    ['source', 'two\nlines'],
    ['source', 'x'.repeat(1001)],
  ] as const)('with the %s %j does not fit', (column, got) => {
    expect(findMisfits({ ...CELLS, [column]: got })).toEqual([{ column, expected: expect.any(String), got }]);
  });

  it.each(['0.01', '1', '999999999999.99999999', '100.10'])('may have the value %s', (value) => {
    expect(findMisfits({ ...CELLS, value })).toEqual([]);
  });

  it('of a deflator has no district, and 100 in 2015', () => {
    expect(findMisfits(DEFLATOR)).toEqual([]);
    expect(findMisfits({ ...DEFLATOR, district: '440117' })).toMatchObject([{ column: 'district' }]);
    expect(findMisfits({ ...DEFLATOR, year: '2015', value: '100.00' })).toEqual([]);
    expect(findMisfits({ ...DEFLATOR, year: '2015', value: '87.60' })).toMatchObject([{ column: 'value' }]);
  });

  it('names each column that does not fit, once', () => {
    const misfits = findMisfits({ kind: 'x', district: 'x', year: 'x', value: 'x', vintage: 'x', source: '' });
    expect(misfits.map(({ column }) => column)).toEqual(['kind', 'district', 'year', 'value', 'vintage', 'source']);
  });
});

describe('Two figures', () => {
  it('are one by kind, district, year and vintage', () => {
    const keys = [{}, { district: '440104' }, { year: '2018' }, { vintage: '2020-04 x' }].map((change) =>
      keyOfStatistic(statistic(change)),
    );
    expect(new Set([...keys, keyOfStatistic(makeStatistic(DEFLATOR))]).size).toBe(5);
    expect(keyOfStatistic(statistic({ value: '1', source: 'x' }))).toBe(keyOfStatistic(statistic()));
  });

  it('say the same where the number and the source are the same', () => {
    expect(isSameStatistic(statistic(), statistic({ value: '64.950' }))).toBe(true);
    expect(isSameStatistic(statistic(), statistic({ value: '64.96' }))).toBe(false);
    expect(isSameStatistic(statistic(), statistic({ source: 'another' }))).toBe(false);
  });
});
