import { describe, expect, it } from '@jest/globals';
import { explainCell } from '../../../src/compare/explain.js';
import type { ComparedCell, ValueTrace } from '../../../src/domain/compared-cell.js';

/** 万元 with two decimals, in fen, of one row over another. */
function share(year: number, part: bigint, total: bigint): ValueTrace {
  const reading = (fen: bigint) => ({ fen: fen * 10_000n, figures: [] });
  return {
    ...{
      year,
      stage: 'OUTTURN',
      value: { num: part, den: total },
      statistics: [],
      lacks: null,
      base: null,
      average: null,
    },
    parts: [{ departmentId: 'one', reading: reading(part), over: reading(total) }],
    over: { name: 'EXPENDITURE', nameZh: '本年支出', scale: 'MONEY' },
  };
}

const NAMES = { department: () => '一局', district: () => '越秀区' };

describe('two shares held against each other', () => {
  // 1.00 of 3.00 and 1.00 of 6.00: rounded at 8 decimals first, the quotient would be 1.99999998.
  const cell: ComparedCell = {
    ...{
      metric: 'BASIC_EXPENDITURE',
      metricZh: '基本支出',
      districtCode: '440104',
      departmentId: null,
      year: 2019,
      stage: 'OUTTURN',
    },
    ...{ value: '0.33333333', unit: 'RATIO', status: 'DERIVED', missing: null },
    ...{ baseline: '0.16666667', baselineStage: 'OUTTURN', baselineMissing: null },
    ...{ difference: '0.16666667', ratio: '2', changeRate: '1', percentagePoints: '16.66666667' },
    ...{ rank: null, distanceFromMedian: null, zScore: null, warnings: [], lineItemIds: [], factIds: [] },
    ...{ statistics: [], normalise: 'SHARE_OF_TOTAL', scale: 'MONEY' },
    trace: share(2019, 100n, 300n),
    baselineTrace: share(2018, 100n, 600n),
    ranked: () => cell,
  };

  it('are taken as they are, not as they are shown', () => {
    const { steps } = explainCell(cell, NAMES);
    expect(steps.slice(-4).map(({ label, expression, value }) => [label, expression, value])).toEqual([
      ['baseline: share, rounded half up at 8 decimals', '1.00 / 6.00', '0.16666667'],
      ['difference, rounded half up at 8 decimals', '(1.00 / 3.00) - (1.00 / 6.00)', '0.16666667'],
      ['ratio, rounded half up at 8 decimals', '(1.00 / 3.00) / (1.00 / 6.00)', '2'],
      ['rate of change, rounded half up at 8 decimals', '(1.00 / 3.00) / (1.00 / 6.00) - 1', '1'],
    ]);
  });

  it('are explained in Chinese with the same figures', () => {
    const { formula, formulaZh, steps } = explainCell(cell, NAMES);
    expect([formula, formulaZh]).toEqual([
      'BASIC_EXPENDITURE / total, against its baseline',
      '基本支出 / 本年支出，与对比基数相比',
    ]);
    expect(steps.map(({ labelZh, expressionZh }) => [labelZh, expressionZh])).toEqual([
      ['一局2019年决算数：基本支出', '1.00'],
      ['一局2019年：本年支出', '3.00'],
      ['占比（四舍五入，保留8位小数）', '1.00 / 3.00'],
      ['对比基数：一局2018年决算数：基本支出', '1.00'],
      ['一局2018年：本年支出', '6.00'],
      ['对比基数：占比（四舍五入，保留8位小数）', '1.00 / 6.00'],
      ['差额（四舍五入，保留8位小数）', '(1.00 / 3.00) - (1.00 / 6.00)'],
      ['比值（四舍五入，保留8位小数）', '(1.00 / 3.00) / (1.00 / 6.00)'],
      ['变动率（四舍五入，保留8位小数）', '(1.00 / 3.00) / (1.00 / 6.00) - 1'],
    ]);
  });
});
