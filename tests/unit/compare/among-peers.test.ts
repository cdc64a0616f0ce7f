import { describe, expect, it } from '@jest/globals';
import { compare } from '../../../src/compare/compare.js';
import { resolveMeasure } from '../../../src/compare/measure.js';
import { showStretch, sortCells, stretchOf } from '../../../src/compare/rank-cells.js';
import { PLAIN, against } from '../../support/questions.js';
import { districtIn, evidenceOfFew } from './few-figures.js';
import type { Stated } from './few-figures.js';

const CODES = ['440103', '440104', '440105', '440106', '440111', '440112'] as const;

/** Expenditure of 2019 by district, in 万元, with what else is stated. */
function ask(
  amounts: readonly number[],
  rest: Partial<Parameters<typeof compare>[0]> = {},
  further: readonly Stated[] = [],
) {
  const stated = amounts.map((amount, at) => ({ district: CODES[at] as string, amount }));
  const evidence = evidenceOfFew([...stated, ...further]);
  const entities = stated.map(({ district }) => districtIn(evidence, district));
  const measures = [resolveMeasure({ key: 'EXPENDITURE' })];
  return compare({ ...PLAIN, measures, entities, years: [2019], ...rest }, evidence);
}

describe('An average as the baseline', () => {
  it('is the mean or the median of all that is compared, itself included', () => {
    const mean = ask([100, 50, 75], { baseline: against({ average: 'MEAN' }) });
    expect(mean.cells.map(({ baseline, difference }) => [baseline, difference])).toEqual([
      ...[
        ['75.00', '25.00'],
        ['75.00', '-25.00'],
        ['75.00', '0.00'],
      ],
    ]);
    const median = ask([100, 50, 75, 60], { baseline: against({ average: 'MEDIAN' }) });
    expect(median.cells.map(({ baseline }) => baseline)).toEqual(['67.50', '67.50', '67.50', '67.50']);
    expect([mean.verdict, mean.warnings]).toEqual(['COMPARABLE', []]);
  });

  it('is rounded half up at 8 decimals where it is no whole number of fen', () => {
    const { cells } = ask([1, 1, 2], { baseline: against({ average: 'MEAN' }) });
    expect(cells[2]).toMatchObject({ baseline: '1.33333333', difference: '0.66666667', ratio: '1.5' });
  });

  it('of the year before is of the values of that year; who has none is left out', () => {
    const before: Stated[] = [
      { district: CODES[0], year: 2018, amount: 80 },
      { district: CODES[1], year: 2018, amount: 40 },
    ];
    const { cells, verdict } = ask(
      [90, 50, 70],
      { baseline: against({ average: 'MEAN', previousYear: true }) },
      before,
    );
    expect(cells.map(({ baseline }) => baseline)).toEqual(['60.00', '60.00', '60.00']);
    expect(verdict).toBe('COMPARABLE');
  });

  it('is missing where nobody has a value', () => {
    const { cells } = ask([90], { baseline: against({ average: 'MEDIAN', year: 2015 }) });
    expect(cells[0]).toMatchObject({ baseline: null, baselineMissing: 'NOT_COVERED', difference: null });
  });
});

describe('Among five values or more', () => {
  it('each has its distance from the median and its z-score', () => {
    // mean 40, population variance (900 + 400 + 100 + 0 + 3600) / 5 = 1000
    const { cells } = ask([10, 20, 30, 40, 100]);
    expect(cells.map(({ distanceFromMedian }) => distanceFromMedian)).toEqual([
      '-20.00',
      '-10.00',
      '0.00',
      '10.00',
      '70.00',
    ]);
    expect(cells.map(({ zScore }) => zScore)).toEqual([
      ...['-0.9486833', '-0.63245553', '-0.31622777', '0', '1.8973666'],
    ]);
  });

  it('fewer have neither, and equal ones no z-score', () => {
    expect(ask([10, 20, 30, 40]).cells[0]).toMatchObject({ distanceFromMedian: null, zScore: null, rank: 4 });
    expect(ask([7, 7, 7, 7, 7]).cells[0]).toMatchObject({ distanceFromMedian: '0.00', zScore: null, rank: 1 });
  });
});

describe('A ranking', () => {
  const rank = (by: 'VALUE' | 'DIFFERENCE' | 'RATIO', rest: { descending?: boolean; atLeast?: string } = {}) => {
    const before: Stated[] = [
      { district: CODES[0], year: 2018, amount: 10 },
      { district: CODES[1], year: 2018, amount: 25 },
    ];
    const { cells } = ask([20, 30, 20, 5], { baseline: against({ previousYear: true }), unit: 'YUAN' }, before);
    const ranking = { by, descending: true, atLeast: null, ...rest };
    const sorted = sortCells(cells, ranking);
    const whole = stretchOf(sorted, ranking);
    return showStretch(sorted, whole, whole).map((cell) => [cell.districtCode, cell.rank]);
  };

  it('is by value, ties by division and with one rank; the smallest first where asked', () => {
    expect(rank('VALUE')).toEqual([
      [CODES[1], 1],
      [CODES[0], 2],
      [CODES[2], 2],
      [CODES[3], 4],
    ]);
    expect(rank('VALUE', { descending: false })).toEqual([
      [CODES[3], 1],
      [CODES[0], 2],
      [CODES[2], 2],
      [CODES[1], 4],
    ]);
  });

  it('leaves out what has no such figure', () => {
    expect(rank('DIFFERENCE')).toEqual([
      [CODES[0], 1],
      [CODES[1], 2],
    ]);
    expect(rank('RATIO', { descending: false })).toEqual([
      [CODES[1], 1],
      [CODES[0], 2],
    ]);
  });

  it('leaves out lesser amounts, in 万元 whatever the unit, and lesser ratios', () => {
    expect(rank('VALUE', { atLeast: '20' })).toEqual([
      [CODES[1], 1],
      [CODES[0], 2],
      [CODES[2], 2],
    ]);
    expect(rank('RATIO', { atLeast: '1.5' })).toEqual([[CODES[0], 1]]);
  });
});
