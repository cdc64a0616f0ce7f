import type { ColumnDefinition, StatementDefinition } from './statement-columns.js';
import {
  CAPITAL_HEADS,
  E,
  FUND_HEADS,
  GENERAL_HEADS,
  R,
  balanceColumns,
  column,
  optional,
  partColumns,
  sum,
  threeExpenseColumns,
} from './statement-columns.js';

const threeExpenses = (stage: 'BUDGET' | 'OUTTURN', group: readonly string[]): ColumnDefinition[] =>
  threeExpenseColumns(group).map((own) => ({ ...own, stage }));

const BASIC_TITLES = [
  '一般公共预算财政拨款基本支出决算表',
  '一般公共预算基本支出决算表',
  '一般公共预算财政拨款基本支出决算明细表',
  '公共预算财政拨款基本支出决算表',
  '一般公共预算财政拨款基本支出决算表(按经济分类)',
  '一般公共预算财政拨款基本支出情况表',
];

/** The statements of departmental final accounts (部门决算), as the national template of 2012 and its later years print them. */
export const FINAL_ACCOUNTS_STATEMENTS: readonly StatementDefinition[] = [
  {
    statement: 'REVENUE_EXPENDITURE_SUMMARY',
    kind: 'FINAL_ACCOUNTS',
    shape: 'SIDES',
    titles: [
      '收入支出决算总表',
      '收支决算总表',
      '收入支出决算表',
      '收支决算表',
      '收入支出决算总表(财决01表)',
      '收入支出总表',
    ],
    classification: null,
    columns: {
      REVENUE: [column(['决算数', '金额', '本年决算数'], R, 'ALL', 'TOTAL', '收入')],
      EXPENDITURE: [column(['决算数', '金额', '本年决算数'], E, 'ALL', 'TOTAL', '支出')],
    },
    rowIdentities: [],
    remark: false,
  },
  {
    statement: 'REVENUE',
    kind: 'FINAL_ACCOUNTS',
    shape: 'CODED',
    titles: ['收入决算表', '收入决算总表'],
    classification: 'FUNCTIONAL',
    columns: {
      NONE: [
        column(['本年收入合计', '合计', '本年收入'], R, 'ALL'),
        column(['财政拨款收入', '财政拨款'], R, 'APPROPRIATION'),
        column(['上级补助收入', '上级补助'], R, 'GRANT_FROM_ABOVE'),
        column(['事业收入'], R, 'SERVICE'),
        column(['经营收入'], R, 'COMMERCIAL'),
        column(['附属单位上缴收入', '附属单位缴款收入', '附属单位缴款'], R, 'REMITTANCE'),
        column(['其他收入'], R, 'OTHER'),
        ...optional(column(['其中:教育收费', '教育收费'], R, 'EDUCATION_FEES', 'TOTAL', '事业收入')),
      ],
    },
    rowIdentities: [sum(0, 1, 2, 3, 4, 5, 6)],
    remark: false,
  },
  {
    statement: 'EXPENDITURE',
    kind: 'FINAL_ACCOUNTS',
    shape: 'CODED',
    titles: ['支出决算表', '支出决算总表'],
    classification: 'FUNCTIONAL',
    columns: {
      NONE: [
        ...partColumns('ALL', ['本年支出合计', '合计', '本年支出']),
        column(['上缴上级支出'], E, 'ALL', 'TO_ABOVE'),
        column(['经营支出'], E, 'ALL', 'COMMERCIAL'),
        column(['对附属单位补助支出', '对附属单位补助'], E, 'ALL', 'TO_SUBORDINATES'),
      ],
    },
    rowIdentities: [sum(0, 1, 2, 3, 4, 5)],
    remark: false,
  },
  {
    statement: 'APPROPRIATION_SUMMARY',
    kind: 'FINAL_ACCOUNTS',
    shape: 'SIDES',
    titles: ['财政拨款收入支出决算总表', '财政拨款收支决算总表', '财政拨款收入支出总表'],
    classification: null,
    columns: {
      REVENUE: [column(['金额', '决算数'], R, 'APPROPRIATION', 'TOTAL', '收入')],
      EXPENDITURE: [
        column(['合计', '小计'], E, 'APPROPRIATION', 'TOTAL', '支出'),
        column(GENERAL_HEADS, E, 'GENERAL_PUBLIC', 'TOTAL', '支出'),
        column(FUND_HEADS, E, 'GOVERNMENT_FUND', 'TOTAL', '支出'),
        ...optional(column(CAPITAL_HEADS, E, 'STATE_CAPITAL', 'TOTAL', '支出')),
      ],
    },
    rowIdentities: [sum(0, 1, 2, 3)],
    remark: false,
  },
  {
    statement: 'GENERAL_PUBLIC_EXPENDITURE',
    kind: 'FINAL_ACCOUNTS',
    shape: 'CODED',
    titles: [
      '一般公共预算财政拨款支出决算表',
      '一般公共预算支出决算表',
      '公共预算财政拨款支出决算表',
      '一般公共预算财政拨款支出决算明细表',
      '一般公共预算财政拨款收入支出决算表',
      '一般公共预算财政拨款收支决算表',
    ],
    classification: 'FUNCTIONAL',
    columns: {
      NONE: [
        ...partColumns('GENERAL_PUBLIC', ['本年支出合计', '合计', '小计', '本年支出']),
        ...balanceColumns('GENERAL_PUBLIC'),
      ],
    },
    rowIdentities: [sum(0, 1, 2)],
    remark: false,
  },
  {
    statement: 'GENERAL_PUBLIC_BASIC_EXPENDITURE',
    kind: 'FINAL_ACCOUNTS',
    shape: 'LANES',
    titles: BASIC_TITLES,
    classification: 'ECONOMIC',
    columns: {
      PERSONNEL: [column(['金额', '决算数'], E, 'GENERAL_PUBLIC', 'BASIC', '人员经费')],
      OPERATING: [column(['金额', '决算数'], E, 'GENERAL_PUBLIC', 'BASIC', '公用经费')],
    },
    rowIdentities: [],
    remark: false,
  },
  {
    statement: 'GENERAL_PUBLIC_BASIC_EXPENDITURE',
    kind: 'FINAL_ACCOUNTS',
    shape: 'CODED',
    titles: BASIC_TITLES,
    classification: 'ECONOMIC',
    columns: { NONE: [column(['合计', '本年支出合计', '基本支出合计', '小计'], E, 'GENERAL_PUBLIC', 'BASIC')] },
    rowIdentities: [],
    remark: false,
  },
  {
    statement: 'THREE_OFFICIAL_EXPENSES',
    kind: 'FINAL_ACCOUNTS',
    shape: 'NAMELESS',
    titles: [
      '一般公共预算财政拨款三公经费支出决算表',
      '财政拨款三公经费支出决算表',
      '一般公共预算三公经费支出决算表',
      '三公经费支出决算表',
    ],
    classification: null,
    columns: {
      NONE: [
        ...threeExpenses('BUDGET', ['预算数', '年初预算数', '全年预算数']),
        ...threeExpenses('OUTTURN', ['决算数']),
      ],
    },
    rowIdentities: [sum(0, 1, 2, 5), sum(2, 3, 4), sum(6, 7, 8, 11), sum(8, 9, 10)],
    remark: false,
  },
  {
    statement: 'GOVERNMENT_FUND',
    kind: 'FINAL_ACCOUNTS',
    shape: 'CODED',
    titles: [
      '政府性基金预算财政拨款收入支出决算表',
      '政府性基金预算财政拨款收支决算表',
      '政府性基金预算收入支出决算表',
      '政府性基金预算财政拨款支出决算表',
    ],
    classification: 'FUNCTIONAL',
    columns: {
      NONE: [
        column(['年初结转和结余', '上年结转和结余', '年初结转结余'], null, 'GOVERNMENT_FUND', 'OPENING'),
        column(['本年收入'], R, 'GOVERNMENT_FUND'),
        ...partColumns('GOVERNMENT_FUND', ['小计', '合计'], '本年支出'),
        column(['年末结转和结余', '年末结转结余'], null, 'GOVERNMENT_FUND', 'CLOSING'),
      ],
    },
    rowIdentities: [sum(2, 3, 4)],
    remark: false,
  },
  {
    statement: 'STATE_CAPITAL',
    kind: 'FINAL_ACCOUNTS',
    shape: 'CODED',
    titles: [
      '国有资本经营预算财政拨款支出决算表',
      '国有资本经营预算支出决算表',
      '国有资本经营预算财政拨款收入支出决算表',
    ],
    classification: 'FUNCTIONAL',
    columns: {
      NONE: [...partColumns('STATE_CAPITAL', ['小计', '合计'], '本年支出'), ...balanceColumns('STATE_CAPITAL')],
    },
    rowIdentities: [sum(0, 1, 2)],
    remark: false,
  },
  {
    statement: 'NON_TAX_REVENUE',
    kind: 'FINAL_ACCOUNTS',
    shape: 'NAMED',
    titles: ['非税收入征缴情况表', '非税收入征缴表', '非税收入征缴情况决算表'],
    classification: null,
    columns: {
      NONE: [
        column(['合计'], R, 'ALL'),
        column(['纳入预算管理已缴国库小计', '纳入预算管理', '纳入预算管理已缴国库', '已缴国库小计'], R, 'TREASURY'),
        column(
          ['纳入财政专户管理已缴财政专户小计', '纳入财政专户管理', '纳入财政专户管理已缴财政专户', '已缴财政专户小计'],
          R,
          'FISCAL_ACCOUNT',
        ),
      ],
    },
    rowIdentities: [sum(0, 1, 2)],
    remark: false,
  },
];
