import type { Fund } from '../../src/domain/closed-lists.js';
import { STATE_CAPITAL_FROM } from '../../src/domain/usual-statements.js';
import type { Telling } from './coded-tables.js';
import { zipSides } from './printed-tables.js';
import type { PrintedTable } from './printed-tables.js';
import {
  categoryRows,
  coming,
  expenditureRow,
  numberedRows,
  openSummary,
  opening,
  revenueRow,
} from './summary-rows.js';

/** The first year whose summaries print the appropriation by fund. */
const FUNDS_FROM = 2019;

/** The three budgets, those of them that the year's template has. */
function fundsOf(year: number): readonly (readonly [name: string, fund: Fund])[] {
  const funds = {
    一般公共预算: 'GENERAL_PUBLIC',
    政府性基金预算: 'GOVERNMENT_FUND',
    国有资本经营预算: 'STATE_CAPITAL',
  } as const;
  return Object.entries(funds).slice(0, year < STATE_CAPITAL_FROM ? 2 : 3);
}

/** 收入支出决算总表: where the money of a year came from and where it went. */
export function summaryTable(telling: Telling): PrintedTable {
  const { year } = telling.own;
  const summary = openSummary(telling, 'REVENUE_EXPENDITURE_SUMMARY');
  const funds = fundsOf(year).map(([name, fund]) => [`${name}财政拨款收入`, coming(fund)] as const);
  const appropriation = year < FUNDS_FROM ? [['财政拨款收入', coming('APPROPRIATION')] as const] : funds;
  const others = ['上级补助收入', '事业收入', '经营收入', '附属单位上缴收入'].map((name) => [name, null] as const);
  const lines = numberedRows(summary, [...appropriation, ...others, ['其他收入', coming('OTHER')]]);
  const left = [
    revenueRow(summary, ['本年收入合计'], [coming('ALL')]),
    revenueRow(summary, [year < STATE_CAPITAL_FROM ? '用事业基金弥补收支差额' : '使用非财政拨款结余'], []),
    revenueRow(summary, ['年初结转和结余'], [opening('ALL')]),
    revenueRow(summary, ['总计'], [coming('ALL'), opening('ALL')]),
  ];
  const right = [
    expenditureRow(summary, '本年支出合计', ['TOTAL']),
    expenditureRow(summary, '结余分配', []),
    expenditureRow(summary, '年末结转和结余', ['CLOSING']),
    expenditureRow(summary, '总计', ['TOTAL', 'CLOSING']),
  ];
  return { template: summary.template, lines: [...zipSides(lines, categoryRows(summary)), ...zipSides(left, right)] };
}

/** 财政拨款收入支出决算总表: the same of the three budgets' money, by fund. */
export function appropriationTable(telling: Telling): PrintedTable {
  const { year } = telling.own;
  const summary = openSummary(telling, 'APPROPRIATION_SUMMARY');
  const funds = fundsOf(year).map(([name, fund]) => [`${name}财政拨款`, fund] as const);
  const lines = numberedRows(
    summary,
    funds.map(([name, fund]) => [name, coming(fund)] as const),
  );
  const carried = '年初财政拨款结转和结余';
  const left = [
    revenueRow(summary, ['本年收入合计'], [coming('APPROPRIATION')]),
    revenueRow(summary, [carried], [opening('APPROPRIATION')]),
    ...funds.map(([name, fund]) => revenueRow(summary, [carried, name], [opening(fund)])),
  ];
  const right = [
    expenditureRow(summary, '本年支出合计', ['TOTAL']),
    expenditureRow(summary, year < FUNDS_FROM ? '年末结转和结余' : '年末财政拨款结转和结余', ['CLOSING']),
  ];
  const totals = [
    revenueRow(summary, ['总计'], [coming('APPROPRIATION'), opening('APPROPRIATION')]),
    expenditureRow(summary, '总计', ['TOTAL', 'CLOSING']),
  ];
  return {
    template: summary.template,
    lines: [...zipSides(lines, categoryRows(summary)), ...zipSides(left, right), totals],
  };
}

/** 收支总体情况表 of a budget. */
export function budgetSummaryTable(telling: Telling): PrintedTable {
  const summary = openSummary(telling, 'REVENUE_EXPENDITURE_SUMMARY');
  const lines = numberedRows(summary, [
    ['预算拨款', coming('APPROPRIATION')],
    ['财政专户拨款', null],
    ['其他资金', coming('OTHER')],
  ]);
  return {
    template: summary.template,
    lines: [
      ...zipSides(lines, categoryRows(summary)),
      [revenueRow(summary, ['本年收入合计'], [coming('ALL')]), expenditureRow(summary, '本年支出合计', ['TOTAL'])],
      [revenueRow(summary, ['收入总计'], [coming('ALL')]), expenditureRow(summary, '支出总计', ['TOTAL'])],
    ],
  };
}

/** 财政拨款收支总体情况表 of a budget. */
export function budgetAppropriationTable(telling: Telling): PrintedTable {
  const summary = openSummary(telling, 'APPROPRIATION_SUMMARY');
  const funds = fundsOf(STATE_CAPITAL_FROM).map(([name, fund]) => [name, coming(fund)] as const);
  const appropriation = [coming('APPROPRIATION')];
  return {
    template: summary.template,
    lines: [
      ...zipSides(numberedRows(summary, funds), categoryRows(summary)),
      [revenueRow(summary, ['本年收入合计'], appropriation), expenditureRow(summary, '本年支出合计', ['TOTAL'])],
      [revenueRow(summary, ['收入总计'], appropriation), expenditureRow(summary, '支出总计', ['TOTAL'])],
    ],
  };
}
