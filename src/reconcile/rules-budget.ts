import { ACCOUNT_KEYS } from '../domain/account-keys.js';
import { pathKey } from '../domain/account-path.js';
import type { Fund, Part } from '../domain/closed-lists.js';
import type { ReconciliationRule, Identity } from './identity.js';
import { makeIdentity } from './identity.js';
import type { Selector } from './selector.js';
import { shortNameOf } from './statement-names.js';
import { THREE_PARTS } from './three-parts.js';

const SUMMARY = 'REVENUE_EXPENDITURE_SUMMARY';
const GENERAL = 'GENERAL_PUBLIC_EXPENDITURE';
const BASIC = 'GENERAL_PUBLIC_BASIC_EXPENDITURE';
const PROJECT = 'GENERAL_PUBLIC_PROJECT_EXPENDITURE';
const BY_UNIT = ['BASIC_EXPENDITURE_BY_UNIT', 'PROJECT_EXPENDITURE_BY_UNIT'] as const;

const made = (identity: Omit<Identity, 'reports'>): ReconciliationRule =>
  makeIdentity({ ...identity, reports: ['BUDGET'] });

const revenue = (fund: Fund): Selector => ({
  ...{ statement: 'REVENUE', keys: [ACCOUNT_KEYS.revenueTotal], fund, part: 'TOTAL' },
});
const expenditure = (part: Part): Selector => ({
  statement: 'EXPENDITURE',
  keys: [ACCOUNT_KEYS.expenditureTotal],
  part,
});

const spentOn = (part: Part): Selector => ({ statement: 'EXPENDITURE', level: 'CATEGORY', part });

/** Lines of the summary that join several columns of the revenue table. */
const JOINED_LINES: readonly (readonly [string, RegExp, readonly Fund[], string, string?])[] = [
  [
    'APPROPRIATION',
    /^预算拨款/,
    ['GENERAL_PUBLIC', 'GOVERNMENT_FUND', 'STATE_CAPITAL'],
    '预算拨款 = the three funds',
    '预算拨款 = 一般公共预算 + 政府性基金预算 + 国有资本经营预算',
  ],
  [
    'FISCAL_ACCOUNT',
    /^财政专户拨款/,
    ['EDUCATION_FEES', 'OTHER_FISCAL_ACCOUNT'],
    '财政专户拨款 = 教育收费 + 其他专户收入拨款',
  ],
  ['OWN_FUNDS', /^其他资金/, ['SERVICE', 'COMMERCIAL', 'OTHER'], '其他资金 = 事业收入 + 经营收入 + 其他收入'],
];

const betweenTables: readonly ReconciliationRule[] = [
  made({
    id: 'BUDGET.REVENUE.SUMMARY',
    kind: 'CROSS_TABLE',
    title: '收入总计: 收入表 合计 = 收支总表',
    scope: 'REPORT',
    whole: [revenue('ALL')],
    parts: [{ statement: SUMMARY, side: 'REVENUE', roles: ['TOTAL'] }],
  }),
  made({
    id: 'BUDGET.EXPENDITURE.SUMMARY',
    kind: 'CROSS_TABLE',
    title: '支出总计: 支出表 合计 = 收支总表',
    scope: 'REPORT',
    whole: [expenditure('TOTAL')],
    parts: [{ statement: SUMMARY, side: 'EXPENDITURE', roles: ['TOTAL'] }],
  }),
  ...JOINED_LINES.map(([name, pattern, funds, title, titleZh = title]) =>
    made({
      id: `BUDGET.REVENUE.LINE.${name}`,
      kind: 'CROSS_TABLE',
      title: `收支总表 ${title} of 收入表`,
      titleZh: `收支总表与收入表：${titleZh}`,
      scope: 'REPORT',
      whole: [{ statement: SUMMARY, side: 'REVENUE', roles: ['LINE'], name: pattern, called: title }],
      parts: funds.map(revenue),
    }),
  ),
  made({
    id: 'BUDGET.EXPENDITURE.CATEGORIES',
    kind: 'CROSS_TABLE',
    title:
      '类: 收支总表 = 基本支出 + 项目支出 + 经营支出 of 支出表, with what the summary prints below 本年支出合计 or without',
    titleZh: '类：收支总表 = 支出表 基本支出 + 项目支出 + 经营支出（总表列在本年支出合计之下的，计入或不计入）',
    scope: 'ACCOUNT',
    whole: [{ statement: SUMMARY, side: 'EXPENDITURE', coded: true, roles: ['LINE'] }],
    parts: [
      spentOn('BASIC'),
      { ...spentOn('PROJECT'), lenient: true },
      { ...spentOn('COMMERCIAL'), lenient: true },
      ...(['TO_SUBORDINATES', 'TO_ABOVE', 'CLOSING'] as const).map((part) => ({
        ...spentOn(part),
        optional: true as const,
      })),
    ],
  }),
  made({
    id: 'BUDGET.ECONOMIC',
    kind: 'CROSS_TABLE',
    title: '一般公共预算支出表 合计 = 基本支出表 合计 + 项目支出表 合计',
    scope: 'REPORT',
    whole: [{ statement: GENERAL, keys: [ACCOUNT_KEYS.generalPublicTotal], part: 'TOTAL' }],
    parts: [
      { statement: BASIC, keys: [ACCOUNT_KEYS.basicTotal] },
      { statement: PROJECT, keys: [ACCOUNT_KEYS.projectTotal] },
    ],
  }),
  made({
    id: 'BUDGET.ECONOMIC.PROJECT',
    kind: 'CROSS_TABLE',
    title: '项目支出: 一般公共预算支出表 合计 = 项目支出表 合计',
    scope: 'REPORT',
    whole: [{ statement: GENERAL, keys: [ACCOUNT_KEYS.generalPublicTotal], part: 'PROJECT' }],
    parts: [{ statement: PROJECT, keys: [ACCOUNT_KEYS.projectTotal] }],
  }),
  ...THREE_PARTS.map(({ name, key, called, codes, title }) =>
    made({
      id: `BUDGET.THREE_OFFICIAL_EXPENSES.${name}`,
      kind: 'CROSS_TABLE',
      title: `三公经费表 ${title('=')} of 基本支出表 + 项目支出表`,
      titleZh: `${called}：三公经费表 = 基本支出表 ${codes[0]} + 项目支出表 ${codes[0]}`,
      scope: 'REPORT',
      lenient: true,
      whole: [{ statement: 'THREE_OFFICIAL_EXPENSES', keys: [key], fund: 'GENERAL_PUBLIC' }],
      parts: ([BASIC, PROJECT] as const).map((statement) => ({ statement, keys: codes })),
    }),
  ),
];

const total = (statement: (typeof BY_UNIT)[number], units: 'EACH' | 'WHOLE'): Selector => ({
  ...{ statement, keys: [pathKey(statement, null, ['合计'])], units },
});
const [BASIC_UNITS, PROJECT_UNITS] = BY_UNIT;

const byUnit: readonly ReconciliationRule[] = [
  ...BY_UNIT.flatMap((statement) => [
    made({
      id: `${statement}.UNITS`,
      kind: 'TABLE',
      title: `${shortNameOf(statement)}: 合计 ≈ Σ units`,
      titleZh: `${shortNameOf(statement)}：合计 ≈ Σ 各单位`,
      scope: 'COLUMN',
      whole: [total(statement, 'WHOLE')],
      parts: [total(statement, 'EACH')],
    }),
    made({
      id: `${statement}.UNIT`,
      kind: 'TABLE',
      title: `${shortNameOf(statement)}: a unit ≈ Σ of its rows`,
      titleZh: `${shortNameOf(statement)}：单位合计 ≈ Σ 该单位各行`,
      scope: 'UNIT',
      whole: [total(statement, 'EACH')],
      parts: [{ statement, units: 'EACH', exceptKeys: [pathKey(statement, null, ['合计'])] }],
    }),
  ]),
  made({
    id: `${BASIC_UNITS}.CATEGORIES`,
    kind: 'TABLE',
    title: '基本支出预算表: a 类合计 ≈ Σ of that 类 over the units',
    titleZh: '基本支出预算表：类合计 ≈ Σ 各单位该类',
    scope: 'ACCOUNT_AND_COLUMN',
    whole: [{ statement: BASIC_UNITS, coded: true, units: 'WHOLE' }],
    parts: [{ statement: BASIC_UNITS, coded: true, units: 'EACH' }],
  }),
  made({
    id: `${BASIC_UNITS}.TOTAL`,
    kind: 'TABLE',
    title: '基本支出预算表: 合计 ≈ Σ 类合计',
    scope: 'COLUMN',
    whole: [total(BASIC_UNITS, 'WHOLE')],
    parts: [{ statement: BASIC_UNITS, coded: true, units: 'WHOLE' }],
  }),
  made({
    id: `${BASIC_UNITS}.ECONOMIC`,
    kind: 'CROSS_TABLE',
    title: '类: 基本支出表 = 基本支出预算表, 一般公共预算',
    titleZh: '类：基本支出表 = 基本支出预算表 一般公共预算',
    scope: 'ACCOUNT',
    whole: [{ statement: BASIC, level: 'CATEGORY' }],
    parts: [{ statement: BASIC_UNITS, coded: true, units: 'WHOLE', fund: 'GENERAL_PUBLIC' }],
  }),
  made({
    id: `${BASIC_UNITS}.EXPENDITURE`,
    kind: 'CROSS_TABLE',
    title: '基本支出: 支出表 合计 = 基本支出预算表 合计',
    scope: 'REPORT',
    whole: [expenditure('BASIC')],
    parts: [{ ...total(BASIC_UNITS, 'WHOLE'), fund: 'ALL' }],
  }),
  made({
    id: `${PROJECT_UNITS}.EXPENDITURE`,
    kind: 'CROSS_TABLE',
    title: '项目支出预算表 合计 = 项目支出 of 支出表 合计, with the other expenditure or without',
    titleZh: '项目支出：项目支出预算表 合计 = 支出表 合计（其他各项支出计入或不计入）',
    scope: 'REPORT',
    whole: [{ ...total(PROJECT_UNITS, 'WHOLE'), fund: 'ALL' }],
    parts: [
      expenditure('PROJECT'),
      ...(['COMMERCIAL', 'TO_SUBORDINATES', 'TO_ABOVE'] as const).map((part) => ({
        ...expenditure(part),
        optional: true as const,
      })),
    ],
  }),
];

/** The identities of budgets: between their tables and inside those by unit. */
export const BUDGET_RULES: readonly ReconciliationRule[] = [...betweenTables, ...byUnit];
