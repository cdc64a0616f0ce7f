import { divide, toFen, toWanYuan } from '../../bench/questions/figures.js';
import { shareOut } from '../../bench/questions/shares.js';
import { rankByGrowth } from '../../bench/questions/ranking.js';

describe('Figures of the benchmark', () => {
  it.each([
    ['13.45', 13_450_000n],
    ['-0.000001', -1n],
    ['2', 2_000_000n],
    ['1316.18', 1_316_180_000n],
  ])('%s 万元 are %d fen', (wanYuan, fen) => {
    expect(toFen(wanYuan)).toBe(fen);
  });

  it.each([
    [13_450_000n, '13.45'],
    [13_000_000n, '13.00'],
    [-1n, '-0.000001'],
    [1_234_500n, '1.2345'],
  ])('%d fen are %s 万元', (fen, wanYuan) => {
    expect(toWanYuan(fen)).toBe(wanYuan);
  });

  it.each([
    [130_392n, 141_899n, '0.91890711'],
    [1n, 3n, '0.33333333'],
    [2n, 3n, '0.66666667'],
    [-1n, 8n, '-0.125'],
    [4n, 2n, '2'],
    [1n, 0n, null],
  ])('%d over %d is %s', (upper, lower, ratio) => {
    expect(divide(upper, lower)).toBe(ratio);
  });
});

const EXPENDITURE = 'REVENUE_EXPENDITURE_SUMMARY/EXPENDITURE/本年支出合计';

describe('What peers are read for', () => {
  it('divides the sums of the departments that have both', () => {
    const of = (departmentId: string, accountKey: string, amount: string, part = 'TOTAL') => ({
      departmentId,
      districtCode: '440103',
      accountKey,
      part,
      amount,
    });
    const rows = [
      of('education', EXPENDITURE, '100'),
      of('education', '205', '80'),
      of('health', EXPENDITURE, '300'),
      of('health', 'EXPENDITURE/合计', '90', 'BASIC'),
      of('unreported', '205', '50'),
    ];
    expect(shareOut(rows)).toEqual([
      { metric: 'FUNCTIONAL:205', district: { code: '440103' }, value: '0.8' },
      { metric: 'BASIC_EXPENDITURE', district: { code: '440103' }, value: '0.3' },
    ]);
  });

  it('ranks by growth, equal ones by division and department, and leaves out what has no year before', () => {
    const of = (departmentId: string, year: number, amount: string) => ({
      departmentId,
      districtCode: '440103',
      year,
      amount,
    });
    const rows = [
      ...[of('b', 2019, '100'), of('b', 2020, '150'), of('a', 2019, '10'), of('a', 2020, '15')],
      ...[of('c', 2019, '10'), of('c', 2020, '20'), of('new', 2020, '999')],
    ];
    expect(rankByGrowth(rows, 2020)).toEqual(['c 2', 'a 1.5', 'b 1.5']);
  });
});
