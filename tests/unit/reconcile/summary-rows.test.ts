import type { Side } from '../../../src/domain/closed-lists.js';
import type { LineItem } from '../../../src/domain/report.js';
import { reconcile } from '../../../src/reconcile/reconcile.js';
import type { Column } from '../../support/coherent-report.js';
import { bindReport, coded, named, printTable, treeRows } from '../../support/coherent-report.js';

const SUMMARY = 'REVENUE_EXPENDITURE_SUMMARY';

type Printed = readonly [label: string, amount: number, code?: string];

/** One side of a summary; amounts in whole 万元. */
function printSide(side: Side, rows: readonly Printed[]): LineItem[] {
  const flow = side === 'REVENUE' ? 'REVENUE' : 'EXPENDITURE';
  return printTable(
    'FINAL_ACCOUNTS',
    SUMMARY,
    side,
    [['决算数', flow, 'ALL', 'TOTAL']],
    rows.map(([label, amount, code]) => ({
      label,
      account: code ? coded('FUNCTIONAL', code) : named(SUMMARY, side, [label]),
      amounts: [BigInt(amount) * 1_000_000n],
    })),
  );
}

function judgeSide(side: Side, rows: readonly Printed[]): Record<string, string> {
  const findings = reconcile(bindReport('FINAL_ACCOUNTS', 2021, [printSide(side, rows)]));
  const own = findings.filter(({ rule }) => rule.id.startsWith(`${SUMMARY}.${side}.`));
  return Object.fromEntries(own.map(({ rule, outcome }) => [rule.id.split('.').at(-1) ?? '', outcome]));
}

const EXACT = { LINES: 'EXACT', TOTAL: 'EXACT' };

const REVENUES: [string, Printed[]][] = [
  [
    'lines with 其中 and unnumbered funds below them',
    [
      ['一、财政拨款收入', 90],
      ['其中：政府性基金', 20],
      ['一般公共预算财政拨款', 70],
      ['二、其他收入', 10],
      ['本年收入合计', 100],
      ['总计', 100],
    ],
  ],
  [
    'lines with numbered details',
    [
      ['一、财政拨款收入', 90],
      ['（一）一般公共预算财政拨款', 70],
      ['（二）政府性基金预算财政拨款', 20],
      ['二、事业收入', 10],
      ['本年收入合计', 100],
      ['总计', 100],
    ],
  ],
  [
    'a line that lost its number',
    [
      ['一、财政拨款收入', 90],
      ['事业收入', 10],
      ['本年收入合计', 100],
      ['总计', 100],
    ],
  ],
  [
    'lines without numbers',
    [
      ['财政拨款收入', 90],
      ['事业收入', 10],
      ['本年收入合计', 100],
      ['上年结转', 5],
      ['收入总计', 105],
    ],
  ],
  [
    'balances with parts',
    [
      ['一、财政拨款收入', 100],
      ['本年收入合计', 100],
      ['使用非财政拨款结余', 1],
      ['年初结转和结余', 30],
      ['基本支出结转', 10],
      ['项目支出结转和结余', 15],
      ['经营结余', 5],
      ['总计', 131],
    ],
  ],
  [
    '本年收入 above lines numbered in brackets, 上年结转 with parts',
    [
      ['一、本年收入', 100],
      ['（一）一般公共预算拨款', 70],
      ['（二）政府性基金预算拨款', 30],
      ['二、上年结转', 8],
      ['（一）一般公共预算拨款', 8],
      ['收入总计', 108],
    ],
  ],
  [
    '本年收入 without a number above numbered lines',
    [
      ['本年收入', 100],
      ['一、一般公共预算拨款', 70],
      ['二、政府性基金预算拨款', 30],
      ['上年结转', 8],
      ['收入总计', 108],
    ],
  ],
  [
    '收入合计 in the place of 本年收入合计',
    [
      ['一、财政拨款收入', 100],
      ['收入合计', 100],
      ['上年结转', 8],
      ['收入总计', 108],
    ],
  ],
];

const EXPENDITURES: [string, Printed[]][] = [
  [
    '类 with 其中 and the same money by nature',
    [
      ['一、一般公共服务支出', 60, '201'],
      ['其中：行政运行', 40],
      ['八、社会保障和就业支出', 40, '208'],
      ['一、基本支出', 70],
      ['人员经费', 50],
      ['日常公用经费', 20],
      ['二、项目支出', 30],
      ['本年支出合计', 100],
      ['总计', 100],
    ],
  ],
  [
    'expenditure by nature alone',
    [
      ['一、基本支出', 70],
      ['人员经费', 50],
      ['公用经费', 20],
      ['二、项目支出', 25],
      ['三、事业单位经营支出', 5],
      ['本年支出合计', 100],
      ['结转下年', 4],
      ['支出总计', 104],
    ],
  ],
  [
    '结余分配 and 年末结转和结余 with their parts',
    [
      ['一、一般公共服务支出', 100, '201'],
      ['本年支出合计', 100],
      ['结余分配', 6],
      ['交纳所得税', 2],
      ['提取职工福利基金', 4],
      ['年末结转和结余', 20],
      ['项目支出结转和结余', 20],
      ['总计', 126],
    ],
  ],
  [
    'a negative balance',
    [
      ['一、一般公共服务支出', 100, '201'],
      ['本年支出合计', 100],
      ['年末结转和结余', -3],
      ['总计', 97],
    ],
  ],
];

describe('rows of a summary', () => {
  test.each(REVENUES)('add up on the revenue side: %s', (_, rows) => {
    expect(judgeSide('REVENUE', rows)).toEqual(EXACT);
  });

  test.each(EXPENDITURES)('add up on the expenditure side: %s', (_, rows) => {
    expect(judgeSide('EXPENDITURE', rows)).toEqual(EXACT);
  });

  test.each([
    ...REVENUES.map(([name, rows]) => ['REVENUE', name, rows] as const),
    ...EXPENDITURES.map(([name, rows]) => ['EXPENDITURE', name, rows] as const),
  ])('do not with another amount in 总计 (%s: %s)', (side, _, rows) => {
    const wrong = rows.map(([label, amount, code]): Printed => [
      label,
      /总计$/.test(label) ? amount + 1 : amount,
      code,
    ]);
    expect(judgeSide(side, wrong)).toEqual({ LINES: 'EXACT', TOTAL: 'BROKEN' });
  });

  test('lines that the page lost leave the totals, not a broken sum', () => {
    const rows: Printed[] = [
      ['本年收入合计', 100],
      ['年初结转和结余', 30],
      ['总计', 130],
    ];
    expect(judgeSide('REVENUE', rows)).toEqual({ LINES: 'NOT_EVALUABLE', TOTAL: 'EXACT' });
  });
});

describe('columns and 类 of other budgets', () => {
  const columns: Column[] = [
    ['合计', 'REVENUE', 'ALL', 'TOTAL'],
    ['一般公共预算', 'REVENUE', 'GENERAL_PUBLIC', 'TOTAL'],
    ['事业收入', 'REVENUE', 'SERVICE', 'TOTAL'],
    ['单位资金', 'REVENUE', 'OWN_FUNDS', 'TOTAL'],
  ];
  const judgeRow = (...amounts: bigint[]): string[] => {
    const rows = treeRows('REVENUE', new Map([['2010301', amounts.map((own) => own * 1_000_000n)]]));
    const report = bindReport('BUDGET', 2023, [printTable('BUDGET', 'REVENUE', null, columns, rows)]);
    const own = reconcile(report).filter(({ rule }) => rule.id === 'BUDGET.REVENUE.ROW');
    return [...new Set(own.map(({ outcome }) => outcome))];
  };

  test('单位资金 may join 事业收入 or stand beside it', () => {
    expect(judgeRow(100n, 90n, 10n, 10n)).toEqual(['EXACT']);
    expect(judgeRow(110n, 90n, 10n, 10n)).toEqual(['EXACT']);
    expect(judgeRow(105n, 90n, 10n, 10n)).toEqual(['BROKEN']);
  });

  test('the 类 of a summary may hold what is carried to the next year', () => {
    const parts = ['TOTAL', 'BASIC', 'PROJECT', 'CLOSING'] as const;
    const expenditure = printTable(
      'BUDGET',
      'EXPENDITURE',
      null,
      parts.map((part): Column => [part, 'EXPENDITURE', 'ALL', part]),
      treeRows('EXPENDITURE', new Map([['2010301', [100n, 60n, 30n, 10n].map((own) => own * 1_000_000n)]])),
    );
    const judge = (amount: number): (string | undefined)[] => {
      const side = printSide('EXPENDITURE', [['一、一般公共服务支出', amount, '201']]);
      return reconcile(bindReport('BUDGET', 2023, [side, expenditure]))
        .filter(({ rule }) => rule.id === 'BUDGET.EXPENDITURE.CATEGORIES')
        .map(({ outcome }) => outcome);
    };
    expect([90, 100, 95].map(judge)).toEqual([['EXACT'], ['EXACT'], ['BROKEN']]);
  });
});
