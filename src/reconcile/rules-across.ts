import { ACCOUNT_KEYS } from '../domain/account-keys.js';
import { REPORT_KINDS } from '../domain/closed-lists.js';
import type { Fund, ReportKind, Statement } from '../domain/closed-lists.js';
import type { ReconciliationRule } from './identity.js';
import { makeIdentity } from './identity.js';
import type { Selector } from './selector.js';
import { shortNameOf } from './statement-names.js';

const SUMMARY = 'REVENUE_EXPENDITURE_SUMMARY';
const APPROPRIATION = 'APPROPRIATION_SUMMARY';
const EXPENDITURE = 'EXPENDITURE';

/** The statements of single funds with the key of their 合计. */
const FUND_STATEMENTS = [
  ['GENERAL_PUBLIC_EXPENDITURE', 'GENERAL_PUBLIC', ACCOUNT_KEYS.generalPublicTotal],
  ['GOVERNMENT_FUND', 'GOVERNMENT_FUND', ACCOUNT_KEYS.governmentFundTotal],
  ['STATE_CAPITAL', 'STATE_CAPITAL', ACCOUNT_KEYS.stateCapitalTotal],
] as const satisfies readonly (readonly [Statement, Fund, string])[];

const THREE_TABLES = '一般公共预算、政府性基金、国有资本经营三表';

const spent = (statement: Statement): Selector => ({ statement, flow: 'EXPENDITURE', part: 'TOTAL' });
const categoriesOf = (statement: Statement): Selector => ({ ...spent(statement), coded: true, level: 'CATEGORY' });

/** What a column of 收入表 is called in the summary. */
const REVENUE_LINES: readonly (readonly [Fund, string, RegExp])[] = [
  ['APPROPRIATION', '财政拨款收入', /^(?:财政拨款|一般公共预算|政府性基金|国有资本经营)/],
  ['GENERAL_PUBLIC', '一般公共预算收入', /^一般公共预算/],
  ['GOVERNMENT_FUND', '政府性基金预算收入', /^政府性基金/],
  ['STATE_CAPITAL', '国有资本经营预算收入', /^国有资本经营/],
  ['GRANT_FROM_ABOVE', '上级补助收入', /^上级补助/],
  ['SERVICE', '事业收入', /^事业收入/],
  ['COMMERCIAL', '经营收入', /^(?:事业单位)?经营收入/],
  ['REMITTANCE', '附属单位上缴收入', /^附属单位(?:上缴|缴款)/],
  ['OTHER', '其他收入', /^其他收入/],
  ['FISCAL_ACCOUNT', '财政专户管理资金收入', /^财政专户管理/],
  ['BALANCES_USED', '用事业基金弥补收支差额', /^(?:用事业基金|使用非财政拨款结余)/],
];

/** Columns that only one kind of report has. */
const BUDGETS_ONLY: readonly Fund[] = [
  ...(['GENERAL_PUBLIC', 'GOVERNMENT_FUND', 'STATE_CAPITAL', 'FISCAL_ACCOUNT', 'BALANCES_USED'] as const),
];
const kindsOf = (fund: Fund): readonly ReportKind[] =>
  BUDGETS_ONLY.includes(fund) ? ['BUDGET'] : fund === 'APPROPRIATION' ? ['FINAL_ACCOUNTS'] : REPORT_KINDS;

/** Between tables, in budgets and final accounts alike. */
export const ACROSS_RULES: readonly ReconciliationRule[] = [
  ...REVENUE_LINES.map(([fund, name, pattern]) =>
    makeIdentity({
      id: `REVENUE.LINE.${fund}`,
      kind: 'CROSS_TABLE',
      title: `${name}: 收入表 合计 = 收支总表`,
      reports: kindsOf(fund),
      scope: 'REPORT',
      whole: [{ statement: 'REVENUE', keys: [ACCOUNT_KEYS.revenueTotal], fund }],
      parts: [{ statement: SUMMARY, side: 'REVENUE', roles: ['LINE', 'CARRIED'], name: pattern, called: name }],
    }),
  ),
  makeIdentity({
    id: `${EXPENDITURE}.CATEGORIES`,
    kind: 'CROSS_TABLE',
    title: '类: 收支总表 = 支出表',
    reports: ['FINAL_ACCOUNTS'],
    scope: 'ACCOUNT',
    whole: [{ statement: SUMMARY, side: 'EXPENDITURE', coded: true, roles: ['LINE'] }],
    parts: [{ ...categoriesOf(EXPENDITURE), fund: 'ALL' }],
  }),
  ...FUND_STATEMENTS.flatMap(([statement, fund, key]) => {
    const summary: Selector = { statement: APPROPRIATION, side: 'EXPENDITURE', fund };
    return [
      makeIdentity({
        id: `${statement}.TOTAL`,
        kind: 'CROSS_TABLE',
        title: `本年支出合计: 财政拨款收支总表 = ${shortNameOf(statement)} 合计`,
        scope: 'REPORT',
        whole: [{ ...summary, roles: ['YEAR_TOTAL'] }],
        parts: [{ ...spent(statement), keys: [key] }],
      }),
      makeIdentity({
        id: `${statement}.CATEGORIES`,
        kind: 'CROSS_TABLE',
        title: `类: 财政拨款收支总表 = ${shortNameOf(statement)}`,
        scope: 'ACCOUNT',
        whole: [{ ...summary, roles: ['LINE'], coded: true }],
        parts: [categoriesOf(statement)],
      }),
    ];
  }),
  makeIdentity({
    id: `${APPROPRIATION}.FUNDS`,
    kind: 'CROSS_TABLE',
    title: '本年支出合计: 财政拨款收支总表 = the 合计 of the three funds',
    titleZh: `本年支出合计：财政拨款收支总表 = ${THREE_TABLES}合计之和`,
    scope: 'REPORT',
    whole: [{ statement: APPROPRIATION, side: 'EXPENDITURE', fund: 'APPROPRIATION', roles: ['YEAR_TOTAL'] }],
    parts: FUND_STATEMENTS.map(([statement, , key], at) => ({
      ...spent(statement),
      keys: [key],
      ...(at > 0 && { lenient: true as const }),
    })),
  }),
  makeIdentity({
    id: `${APPROPRIATION}.CATEGORIES`,
    kind: 'CROSS_TABLE',
    title: '类: 收支总表 ≥ 财政拨款收支总表',
    scope: 'ACCOUNT',
    relation: 'AT_MOST',
    whole: [{ statement: SUMMARY, side: 'EXPENDITURE', coded: true, roles: ['LINE'] }],
    parts: [{ statement: APPROPRIATION, side: 'EXPENDITURE', fund: 'APPROPRIATION', coded: true, roles: ['LINE'] }],
  }),
  makeIdentity({
    id: `${EXPENDITURE}.FUNDS`,
    kind: 'CROSS_TABLE',
    title: '类, 款, 项: 支出表 ≥ the three funds together',
    titleZh: `类、款、项：支出表 ≥ ${THREE_TABLES}之和`,
    scope: 'ACCOUNT',
    relation: 'AT_MOST',
    whole: [{ ...spent(EXPENDITURE), fund: 'ALL', coded: true }],
    parts: FUND_STATEMENTS.map(([statement]) => ({ ...spent(statement), coded: true })),
  }),
  ...(
    [
      ['BASIC', '基本支出'],
      ['PROJECT', '项目支出'],
    ] as const
  ).map(([part, name]) =>
    makeIdentity({
      id: `${EXPENDITURE}.${part}`,
      kind: 'CROSS_TABLE',
      title: `${name} of each 类, 款, 项: 支出表 ≥ the three funds together`,
      titleZh: `类、款、项的${name}：支出表 ≥ ${THREE_TABLES}之和`,
      scope: 'ACCOUNT',
      relation: 'AT_MOST',
      whole: [{ statement: EXPENDITURE, part, coded: true }],
      parts: FUND_STATEMENTS.map(([statement]) => ({ statement, part, coded: true })),
    }),
  ),
  makeIdentity({
    id: 'GENERAL_PUBLIC_BASIC_EXPENDITURE.TOTAL',
    kind: 'CROSS_TABLE',
    title: '基本支出: 一般公共预算支出表 合计 = 基本支出表 合计',
    scope: 'REPORT',
    whole: [{ statement: 'GENERAL_PUBLIC_EXPENDITURE', keys: [ACCOUNT_KEYS.generalPublicTotal], part: 'BASIC' }],
    parts: [{ statement: 'GENERAL_PUBLIC_BASIC_EXPENDITURE', keys: [ACCOUNT_KEYS.basicTotal] }],
  }),
];
