import { describe, expect, it } from '@jest/globals';
import { makeGrid } from '../../../src/web/page/report/statement-grid';
import { makeHeads } from '../../../src/web/page/report/statement-heads';
import { printItem } from './printed';

describe('a statement is put back into its table', () => {
  it('stands with its two sides apart, each figure on its own line (越秀 2019, 收入支出决算总表)', () => {
    const grid = makeGrid([
      summarise('REVENUE', 1, '一、一般公共预算财政拨款收入', '2795.08'),
      summarise('EXPENDITURE', 1, '一、一般公共服务支出', '1066.66'),
      summarise('EXPENDITURE', 2, '二、外交支出', '0.00'),
    ]);
    expect(grid.sections.map(({ side, rows }) => [side, rows.map(({ label }) => label)])).toEqual([
      ['REVENUE', ['一、一般公共预算财政拨款收入']],
      ['EXPENDITURE', ['一、一般公共服务支出', '二、外交支出']],
    ]);
    expect(grid.sections.map(makeHeads)).toEqual([
      { over: '收入', rows: [[{ key: '0', label: '决算数', span: 1, depth: 1 }]] },
      { over: '支出', rows: [[{ key: '0', label: '决算数', span: 1, depth: 1 }]] },
    ]);
  });

  it('keeps the lanes of the economic table apart: both count their columns from 1', () => {
    const statement = 'GENERAL_PUBLIC_BASIC_EXPENDITURE';
    const grid = makeGrid([
      printItem({ statement, code: '301', columnLabel: '人员经费 金额', amount: '546.08' }),
      printItem({ statement, code: '302', columnLabel: '公用经费 金额', amount: '57.05' }),
    ]);
    expect(grid.sections.map(({ lane, rows }) => [lane, rows[0]?.code, rows[0]?.items.get(1)?.amount])).toEqual([
      ['人员经费', '301', '546.08'],
      ['公用经费', '302', '57.05'],
    ]);
    expect(grid.sections.map((section) => makeHeads(section).over)).toEqual(['人员经费', '公用经费']);
  });

  it('prints the 三公 table of final accounts as the one row that it is (越秀 2019)', () => {
    const printed = ['3.40', '0.00', '2.50', '0.00', '2.50', '0.90', '0.78', '0.00', '0.62', '0.00', '0.62', '0.16'];
    const [section] = makeGrid(printThreeOfficial(printed)).sections;
    expect(section?.rows).toHaveLength(1);
    const [row] = section!.rows;
    expect(row?.label).toBe('');
    expect(section?.columns.map(({ column }) => row?.items.get(column)?.amount)).toEqual(printed);
  });

  it('keeps rows of one line apart where they fill the same column', () => {
    const statement = 'THREE_OFFICIAL_EXPENSES';
    const [section] = makeGrid([
      printItem({ statement, label: '1.因公出国(境)费用', amount: '6.00' }),
      printItem({ statement, label: '2.公务接待费', amount: '2.40' }),
    ]).sections;
    expect(section?.rows.map(({ label }) => label)).toEqual(['1.因公出国(境)费用', '2.公务接待费']);
  });

  it('keeps the tables of units apart, and an empty cell empty', () => {
    const grid = makeGrid([
      printItem({ label: '合计', amount: '13931.00' }),
      printItem({ unitName: '本级', label: '工作经费', column: 2, amount: '6.00' }),
    ]);
    expect(grid.sections.map(({ unitName }) => unitName)).toEqual([null, '本级']);
    expect(grid.sections[1]?.rows[0]?.items.get(1)).toBeUndefined();
  });

  it('knows wholes: totals, and 类 with parts below them', () => {
    const [section] = makeGrid([
      printItem({ line: 1, label: '合计', leaf: false }),
      printItem({ line: 2, label: '一般公共服务支出', code: '201', leaf: false }),
      printItem({ line: 3, label: '政府办公厅（室）及相关机构事务', code: '20103', leaf: false }),
      printItem({ line: 4, label: '外交支出', code: '202' }),
    ]).sections;
    expect(section?.rows.map(({ isWhole }) => isWhole)).toEqual([true, true, false, false]);
  });
});

describe('heads stand over one another as printed', () => {
  it('joins heads of three levels (三公 of final accounts)', () => {
    const [section] = makeGrid(printThreeOfficial(Array.from({ length: 12 }, () => '0.00'))).sections;
    const { over, rows } = makeHeads(section!);
    expect(over).toBeNull();
    expect(rows.map((heads) => heads.map(({ label, span, depth }) => `${label} ${span}×${depth}`))).toEqual([
      ['预算数 6×1', '决算数 6×1'],
      [
        ...['合计 1×2', '因公出国(境)费 1×2', '公务用车购置及运行费 3×1', '公务接待费 1×2'],
        ...['合计 1×2', '因公出国(境)费 1×2', '公务用车购置及运行费 3×1', '公务接待费 1×2'],
      ],
      ['小计 1×1', '公务用车购置费 1×1', '公务用车运行费 1×1', '小计 1×1', '公务用车购置费 1×1', '公务用车运行费 1×1'],
    ]);
  });

  it('lets a head without parts reach down to its figures, and joins neighbours alone', () => {
    const labels = ['总计', '财政拨款 合计', '财政拨款 一般公共预算', '其他资金', '财政拨款 合计'];
    const [section] = makeGrid(labels.map((columnLabel, at) => printItem({ column: at + 1, columnLabel }))).sections;
    expect(makeHeads(section!).rows.map((heads) => heads.map(({ label, span }) => `${label} ${span}`))).toEqual([
      ['总计 1', '财政拨款 2', '其他资金 1', '财政拨款 1'],
      ['合计 1', '一般公共预算 1', '合计 1'],
    ]);
  });
});

function summarise(flow: 'REVENUE' | 'EXPENDITURE', line: number, label: string, amount: string) {
  const side = flow === 'REVENUE' ? '收入' : '支出';
  return printItem({
    statement: 'REVENUE_EXPENDITURE_SUMMARY',
    id: `${flow} ${line}`,
    columnLabel: `${side} 决算数`,
    ...{ flow, line, label, amount },
  });
}

function printThreeOfficial(amounts: readonly string[]) {
  const vehicles = '公务用车购置及运行费';
  const heads = [
    '合计',
    '因公出国(境)费',
    `${vehicles} 小计`,
    `${vehicles} 公务用车购置费`,
    `${vehicles} 公务用车运行费`,
    '公务接待费',
  ];
  const labels = ['预算数', '决算数'].flatMap((over) => heads.map((head) => `${over} ${head}`));
  return labels.map((columnLabel, at) =>
    printItem({
      statement: 'THREE_OFFICIAL_EXPENSES',
      column: at + 1,
      label: heads[at % 6]!,
      columnLabel,
      amount: amounts[at]!,
    }),
  );
}
