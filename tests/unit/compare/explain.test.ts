import { describe, expect, it } from '@jest/globals';
import { explainCell } from '../../../src/compare/explain.js';
import type { CellPart, ComparedCell } from '../../../src/domain/compared-cell.js';

/** 万元 with two decimals, in fen, of one row over another. */
function share(year: number, part: bigint, total: bigint): CellPart {
  const term = (fen: bigint) => ({ called: '', fen: fen * 10_000n, lineItemId: null, factId: null });
  return { departmentId: 'one', year, terms: [term(part)], total: [term(total)], others: [] };
}

describe('two shares held against each other', () => {
  // 1.00 of 3.00 and 1.00 of 6.00: rounded at 8 decimals first, the quotient would be 1.99999998.
  const cell: ComparedCell = {
    ...{ metric: 'BASIC_EXPENDITURE', districtCode: '440104', departmentId: null, year: 2019, stage: 'OUTTURN' },
    ...{ value: '0.33333333', unit: 'RATIO', status: 'DERIVED', missing: null },
    ...{ baseline: '0.16666667', baselineStage: 'OUTTURN', baselineMissing: null },
    ...{ difference: '0.16666667', ratio: '2', changeRate: '1', rank: null },
    ...{ warnings: [], lineItemIds: [], factIds: [] },
    parts: [share(2019, 100n, 300n)],
    baselineParts: [share(2018, 100n, 600n)],
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
