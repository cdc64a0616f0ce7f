import { ACCOUNT_KEYS } from '../domain/account-keys.js';
import type { ReconciliationRule, Identity } from './identity.js';
import { makeIdentity } from './identity.js';
import type { Selector } from './selector.js';
import { THREE_PARTS } from './three-parts.js';

const SUMMARY = 'REVENUE_EXPENDITURE_SUMMARY';
const APPROPRIATION = 'APPROPRIATION_SUMMARY';
const BASIC = 'GENERAL_PUBLIC_BASIC_EXPENDITURE';
const GENERAL = 'GENERAL_PUBLIC_EXPENDITURE';

const made = (identity: Omit<Identity, 'reports'>): ReconciliationRule =>
  makeIdentity({ ...identity, reports: ['FINAL_ACCOUNTS'] });

const FUNDS = [
  ['GENERAL_PUBLIC', /^一般公共预算/, '一般公共预算财政拨款收入'],
  ['GOVERNMENT_FUND', /^政府性基金/, '政府性基金预算财政拨款收入'],
  ['STATE_CAPITAL', /^国有资本经营/, '国有资本经营预算财政拨款收入'],
] as const;

/** What holds on basic expenditure: a functional 项 is an economic 款. */
const SAME_MONEY = [
  [
    'HOUSING_FUND',
    '2210201',
    { statement: BASIC, keys: ['30113', '30311'], name: /公积金/ },
    '2210201 = 30113 (30311 until 2017)',
    '2210201 = 30113（2017年及以前为30311）',
  ],
  ['BASIC_PENSION', '2080505', { statement: BASIC, keys: ['30108'] }, '2080505 = 30108', '2080505 = 30108'],
  ['OCCUPATIONAL_ANNUITY', '2080506', { statement: BASIC, keys: ['30109'] }, '2080506 = 30109', '2080506 = 30109'],
] as const satisfies readonly (readonly [string, string, Selector, string, string])[];

/** Between the tables of final accounts, and between the two classifications. */
export const FINAL_ACCOUNTS_RULES: readonly ReconciliationRule[] = [
  made({
    id: 'REVENUE.SUMMARY',
    kind: 'CROSS_TABLE',
    title: '本年收入合计: 收入表 合计 = 收支总表',
    scope: 'REPORT',
    whole: [{ statement: 'REVENUE', keys: [ACCOUNT_KEYS.revenueTotal], fund: 'ALL' }],
    parts: [{ statement: SUMMARY, side: 'REVENUE', roles: ['YEAR_TOTAL'] }],
  }),
  made({
    id: 'EXPENDITURE.SUMMARY',
    kind: 'CROSS_TABLE',
    title: '本年支出合计: 支出表 合计 = 收支总表',
    scope: 'REPORT',
    whole: [{ statement: 'EXPENDITURE', keys: [ACCOUNT_KEYS.expenditureTotal], part: 'TOTAL' }],
    parts: [{ statement: SUMMARY, side: 'EXPENDITURE', roles: ['YEAR_TOTAL'] }],
  }),
  made({
    id: `${APPROPRIATION}.REVENUE`,
    kind: 'CROSS_TABLE',
    title: '财政拨款收入: 收入表 合计 = 财政拨款收支总表 本年收入合计',
    scope: 'REPORT',
    whole: [{ statement: 'REVENUE', keys: [ACCOUNT_KEYS.revenueTotal], fund: 'APPROPRIATION' }],
    parts: [{ statement: APPROPRIATION, side: 'REVENUE', roles: ['YEAR_TOTAL'] }],
  }),
  ...FUNDS.map(([fund, pattern, name]) =>
    made({
      id: `${APPROPRIATION}.REVENUE.${fund}`,
      kind: 'CROSS_TABLE',
      title: `${name}: 收支总表 = 财政拨款收支总表`,
      scope: 'REPORT',
      whole: [{ statement: SUMMARY, side: 'REVENUE', roles: ['LINE'], name: pattern, called: name }],
      parts: [{ statement: APPROPRIATION, side: 'REVENUE', roles: ['LINE'], name: pattern, called: name }],
    }),
  ),
  made({
    id: `${APPROPRIATION}.OPENING`,
    kind: 'CROSS_TABLE',
    title: '年初结转和结余: 收支总表 ≥ 财政拨款收支总表',
    scope: 'REPORT',
    relation: 'AT_MOST',
    whole: [{ statement: SUMMARY, keys: [ACCOUNT_KEYS.openingBalance] }],
    parts: [{ statement: APPROPRIATION, side: 'REVENUE', roles: ['CARRIED'], name: /^年初/, called: '年初结转和结余' }],
  }),
  made({
    id: `${APPROPRIATION}.CLOSING`,
    kind: 'CROSS_TABLE',
    title: '年末结转和结余: 收支总表 ≥ 财政拨款收支总表',
    scope: 'REPORT',
    relation: 'AT_MOST',
    whole: [{ statement: SUMMARY, keys: [ACCOUNT_KEYS.closingBalance] }],
    parts: [
      {
        ...{ statement: APPROPRIATION, side: 'EXPENDITURE', fund: 'APPROPRIATION', roles: ['CARRIED'] },
        ...{ name: /^年末/, called: '年末结转和结余' },
      },
    ],
  }),
  made({
    id: `${BASIC}.LANES`,
    kind: 'CROSS_TABLE',
    title: '基本支出: 一般公共预算支出表 合计 = 人员经费合计 + 公用经费合计',
    scope: 'REPORT',
    whole: [{ statement: GENERAL, keys: [ACCOUNT_KEYS.generalPublicTotal], part: 'BASIC' }],
    parts: [
      { statement: BASIC, keys: [ACCOUNT_KEYS.personnelTotal] },
      { statement: BASIC, keys: [ACCOUNT_KEYS.operatingTotal] },
    ],
  }),
  ...THREE_PARTS.map(({ name, key, called, codes, title }) =>
    made({
      id: `THREE_OFFICIAL_EXPENSES.${name}`,
      kind: 'CROSS_TABLE',
      title: `三公经费表 ${title('≥')} of 基本支出表`,
      titleZh: `${called}：三公经费表 ≥ 基本支出表 ${codes[0]}`,
      scope: 'REPORT',
      relation: 'AT_MOST',
      whole: [{ statement: 'THREE_OFFICIAL_EXPENSES', keys: [key], stage: 'OUTTURN' }],
      parts: [{ statement: BASIC, keys: codes }],
    }),
  ),
  ...SAME_MONEY.map(([name, code, part, title, titleZh]) =>
    made({
      id: `FUNCTIONAL_ECONOMIC.${name}`,
      kind: 'CROSS_CLASSIFICATION',
      title: `基本支出: ${title}`,
      titleZh: `基本支出：${titleZh}`,
      scope: 'REPORT',
      whereBothOccur: true,
      whole: [{ statement: GENERAL, keys: [code], part: 'BASIC' }],
      parts: [part],
    }),
  ),
];
