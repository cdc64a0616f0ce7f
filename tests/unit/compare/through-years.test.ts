import { describe, expect, it } from '@jest/globals';
import { holdAgainstBudget } from '../../../src/compare/execution.js';
import { resolveMeasure, totalOf } from '../../../src/compare/measure.js';
import { followTrend } from '../../../src/compare/trend.js';
import { PLAIN, against } from '../../support/questions.js';
import { districtIn, evidenceOfFew } from './few-figures.js';
import type { Stated } from './few-figures.js';

const YUEXIU = '440104';

describe('A trend', () => {
  const follow = (stated: readonly Stated[], years: readonly number[] = [2017, 2018, 2019]) => {
    const evidence = evidenceOfFew(stated);
    const measures = [resolveMeasure({ key: 'EXPENDITURE' })];
    const entities = [districtIn(evidence, YUEXIU)];
    return followTrend({ ...PLAIN, measures, entities, years, baseline: against({ previousYear: true }) }, evidence);
  };

  it('keeps its gaps, and compounds growth over them', () => {
    const { points, ...trend } = follow([{ year: 2017, amount: 100 }, { amount: 121 }]);
    expect(points.map(({ cell }) => cell.value ?? cell.missing)).toEqual(['100.00', 'NOT_COVERED', '121.00']);
    expect(points[2]?.cell).toMatchObject({ baseline: null, baselineMissing: 'NOT_COVERED', changeRate: null });
    expect(trend).toMatchObject({ compoundGrowth: '0.1', growthMissing: null, verdict: 'COMPARABLE' });
  });

  it('has no growth of a sum over departments that are not the same', () => {
    const trend = follow([{ year: 2017, amount: 100 }, { amount: 121 }, { department: 'b', amount: 500 }]);
    expect(trend).toMatchObject({ compoundGrowth: null, growthMissing: 'NOT_APPLICABLE', verdict: 'WITH_WARNINGS' });
    expect(trend.points[2]?.breaks).toEqual([
      {
        code: 'PARTIAL_COVERAGE',
        verdict: 'WITH_WARNINGS',
        message: '越秀区 2017: 1 department; 越秀区 2019: 2 departments — not the same departments',
      },
    ]);
  });

  it('has no growth across a break: a budget is no outturn', () => {
    const { points, ...trend } = follow([{ year: 2017, stage: 'ORIGINAL_BUDGET', amount: 100 }, { amount: 121 }]);
    expect(points.map(({ breaks }) => breaks.map(({ code }) => code))).toEqual([[], [], ['STAGE_MISMATCH']]);
    expect(trend).toMatchObject({ growthMissing: 'NOT_APPLICABLE', verdict: 'NOT_COMPARABLE' });
  });

  it('has no growth from nothing, from one value, and to nothing', () => {
    expect(follow([{ year: 2017, amount: 0 }, { amount: 121 }])).toMatchObject({ growthMissing: 'ZERO_BASE' });
    expect(follow([{ amount: 121 }])).toMatchObject({ growthMissing: 'NOT_COVERED' });
    expect(follow([{ year: 2017, amount: 100 }, { amount: 0 }])).toMatchObject({ growthMissing: 'NOT_APPLICABLE' });
  });
});

describe('The outturn against the budget', () => {
  const hold = (items: readonly (readonly [code: `${number}`, budget: number | null, outturn: number | null])[]) => {
    const stated = items.flatMap(([of, budget, outturn]): Stated[] => [
      ...(budget === null ? [] : [{ of, stage: 'ORIGINAL_BUDGET' as const, amount: budget }]),
      ...(outturn === null ? [] : [{ of, amount: outturn }]),
    ]);
    const evidence = evidenceOfFew(stated);
    const measures = items.map(([code]) => resolveMeasure({ account: { classification: 'FUNCTIONAL', code } }));
    const years = [{ year: 2019, total: totalOf({ classification: 'FUNCTIONAL' }), items: measures }];
    const bases = ['ORIGINAL_BUDGET', 'REVISED_BUDGET'] as const;
    return holdAgainstBudget({ entity: districtIn(evidence, YUEXIU), bases, unit: 'WAN_YUAN', years }, evidence);
  };

  it('is a rate and a deviation, item by item, and no mismatch of stages', () => {
    const { years, verdict } = hold([
      ['2010301', 100, 120],
      ['2010302', 50, null],
      ['2010350', null, 5],
    ]);
    const rows = (years[0]?.items ?? []).map(({ original, outturn }) => [
      original.value,
      outturn.value,
      outturn.ratio,
      outturn.difference,
    ]);
    expect(rows).toEqual([
      ['100.00', '120.00', '1.2', '20.00'],
      ['50.00', null, null, null],
      [null, '5.00', null, null],
    ]);
    expect(verdict).toBe('COMPARABLE');
  });

  it('varies in composition by the deviations from the budget scaled to the outturn (PEFA PI-2)', () => {
    // 200 were budgeted and 180 spent, so the scaled budgets are 90, 45, 45: (30 + 5 + 25) / 180
    const { years } = hold([
      ['2010301', 100, 120],
      ['2010302', 50, 40],
      ['2010350', 50, 20],
      ['2010399', null, 7],
    ]);
    expect(years[0]).toMatchObject({
      compositionVariance: '0.33333333',
      varianceBase: 'ORIGINAL_BUDGET',
      varianceItems: 3,
    });
  });

  it('does not vary where every item was spent in proportion, and takes more than twenty items as twenty-one', () => {
    const codes = Array.from({ length: 25 }, (_, at) => `20103${String(at + 1).padStart(2, '0')}` as `${number}`);
    expect(hold(codes.map((code, at) => [code, at + 1, (at + 1) * 2])).years[0]).toMatchObject({
      compositionVariance: '0',
    });
    // twenty budgets of 10 spent as they were, five of 1 that are one item of 5: only within it money moved
    const moved = codes.map((code, at) => [code, at < 20 ? 10 : 1, at < 20 ? 10 : at === 20 ? 5 : 0] as const);
    expect(hold(moved).years[0]).toMatchObject({ compositionVariance: '0', varianceItems: 25 });
  });

  it('varies over the departments with both sides alone: who publishes no budget deviates from none', () => {
    const stated: Stated[] = [
      ...(['2010301', '2010302'] as const).flatMap((of, at): Stated[] => [
        { of, stage: 'ORIGINAL_BUDGET', amount: [60, 40][at] as number },
        { of, amount: [55, 45][at] as number },
        { of, department: 'b', amount: [900, 0][at] as number },
      ]),
    ];
    const evidence = evidenceOfFew(stated);
    const items = ['2010301', '2010302'].map((code) =>
      resolveMeasure({ account: { classification: 'FUNCTIONAL', code } }),
    );
    const years = [{ year: 2019, total: totalOf({ classification: 'FUNCTIONAL' }), items }];
    const question = { entity: districtIn(evidence, YUEXIU), bases: ['ORIGINAL_BUDGET'] as const, years };
    const answer = holdAgainstBudget({ ...question, unit: 'WAN_YUAN' }, evidence);
    // (5 + 5) / 100, of a alone; the rates are those of the sums, and say so
    expect(answer.years[0]).toMatchObject({ compositionVariance: '0.1', varianceItems: 2 });
    expect(answer.warnings.map(({ message }) => message)).toContain(
      'FUNCTIONAL:2010301, FUNCTIONAL:2010302: 越秀区 2019 ORIGINAL_BUDGET: 1 department; 越秀区 2019 OUTTURN: 2 departments — not the same departments',
    );
  });

  it('has no variance without a budget, or of one item', () => {
    expect(hold([['2010301', null, 120]]).years[0]).toMatchObject({ varianceMissing: 'NO_DENOMINATOR' });
    expect(hold([['2010301', 100, 120]]).years[0]).toMatchObject({ varianceMissing: 'NOT_APPLICABLE' });
  });
});
