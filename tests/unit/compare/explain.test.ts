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
    over: { name: 'EXPENDITURE', scale: 'MONEY' },
  };
}

describe('two shares held against each other', () => {
  // 1.00 of 3.00 and 1.00 of 6.00: rounded at 8 decimals first, the quotient would be 1.99999998.
  const cell: ComparedCell = {
    ...{ metric: 'BASIC_EXPENDITURE', districtCode: '440104', departmentId: null, year: 2019, stage: 'OUTTURN' },
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
    const { steps } = explainCell(cell, () => '一局');
    expect(steps.slice(-4).map(({ label, expression, value }) => [label, expression, value])).toEqual([
      ['baseline: share, rounded half up at 8 decimals', '1.00 / 6.00', '0.16666667'],
      ['difference, rounded half up at 8 decimals', '(1.00 / 3.00) - (1.00 / 6.00)', '0.16666667'],
      ['ratio, rounded half up at 8 decimals', '(1.00 / 3.00) / (1.00 / 6.00)', '2'],
      ['rate of change, rounded half up at 8 decimals', '(1.00 / 3.00) / (1.00 / 6.00) - 1', '1'],
    ]);
  });
});
