import { pathKey } from '../domain/account-path.js';
import type { Side, Statement } from '../domain/closed-lists.js';
import type { ReconciliationRule } from './identity.js';
import { makeIdentity } from './identity.js';
import type { Selector } from './selector.js';
import { shortNameOf } from './statement-names.js';
import { makeTree } from './tree.js';

const CODED = [
  'REVENUE',
  'EXPENDITURE',
  'GENERAL_PUBLIC_EXPENDITURE',
  'GENERAL_PUBLIC_BASIC_EXPENDITURE',
  'GOVERNMENT_FUND',
  'STATE_CAPITAL',
] as const;

const levelsOf = (statement: Statement) => ({
  title: `${shortNameOf(statement)}: 合计 ≈ Σ 类, 类 ≈ Σ 款, 款 ≈ Σ 项`,
});

/** Along 类, 款 and 项, and along the lines of the tables without codes. */
export const TREE_RULES: readonly ReconciliationRule[] = [
  ...CODED.map((statement) => makeTree(statement, levelsOf(statement))),
  makeTree('GENERAL_PUBLIC_PROJECT_EXPENDITURE', levelsOf('GENERAL_PUBLIC_PROJECT_EXPENDITURE'), ['BUDGET']),
  makeTree(
    'NON_TAX_REVENUE',
    {
      title: '非税收入表: 合计 ≈ Σ 一、…九、, a line ≈ Σ of the details below it',
      titleZh: '非税收入表：合计 ≈ Σ 一、…九、各行，各行 ≈ Σ 其下明细',
    },
    ['FINAL_ACCOUNTS'],
  ),
  makeTree(
    'APPROPRIATION_SUMMARY',
    {
      title: '财政拨款收支总表: 年初财政拨款结转和结余 ≈ Σ of the funds below it',
      titleZh: '财政拨款收支总表：年初财政拨款结转和结余 ≈ Σ 其下各类资金',
    },
    ['FINAL_ACCOUNTS'],
  ),
];

const SUMMARIES = ['REVENUE_EXPENDITURE_SUMMARY', 'APPROPRIATION_SUMMARY'] as const;
const SIDES = [
  ['REVENUE', '收入', 'Σ revenue lines', 'Σ 收入各行'],
  ['EXPENDITURE', '支出', 'Σ 类', 'Σ 类'],
] as const satisfies readonly (readonly [Side, string, string, string])[];

const sideRules = SUMMARIES.flatMap((statement) =>
  SIDES.flatMap(([side, name, lines, linesZh]) => {
    const table = shortNameOf(statement);
    return [
      makeIdentity({
        id: `${statement}.${side}.LINES`,
        kind: 'TABLE',
        title: `${table}: ${lines} ≈ 本年${name}合计`,
        titleZh: `${table}：${linesZh} ≈ 本年${name}合计`,
        scope: 'COLUMN',
        whole: [{ statement, side, roles: ['YEAR_TOTAL'] }],
        parts: [
          { statement, side, roles: ['LINE'] },
          { statement, side, roles: ['LINE_OR_DETAIL'], optional: true },
        ],
      }),
      makeIdentity({
        id: `${statement}.${side}.TOTAL`,
        kind: 'TABLE',
        title: `${table}: 本年${name}合计 + balances ≈ 总计`,
        titleZh: `${table}：本年${name}合计 + 结转结余等 ≈ 总计`,
        scope: 'COLUMN',
        whole: [{ statement, side, roles: ['TOTAL'] }],
        parts: [
          { statement, side, roles: ['YEAR_TOTAL'] },
          { statement, side, roles: ['CARRIED'], lenient: true },
          { statement, side, roles: ['CARRIED_OR_DETAIL'], optional: true },
        ],
      }),
    ];
  }),
);

const bothSides = SUMMARIES.map((statement) =>
  makeIdentity({
    id: `${statement}.SIDES`,
    kind: 'TABLE',
    title: `${shortNameOf(statement)}: 收入总计 = 支出总计`,
    scope: 'REPORT',
    whole: [
      {
        ...{ statement, side: 'EXPENDITURE', roles: ['TOTAL'] },
        fund: statement === 'APPROPRIATION_SUMMARY' ? 'APPROPRIATION' : 'ALL',
      },
    ],
    parts: [{ statement, side: 'REVENUE', roles: ['TOTAL'] }],
  }),
);

const THREE = 'THREE_OFFICIAL_EXPENSES';
const three = (...names: string[]): Selector[] =>
  names.map((name) => ({ statement: THREE, keys: [pathKey(THREE, null, [name])] }));

const BASIC = 'GENERAL_PUBLIC_BASIC_EXPENDITURE';
const basicTotal = (side: Side, name: string): Selector => ({ statement: BASIC, keys: [pathKey(BASIC, side, [name])] });

/** The identities of one table besides its rows and trees. */
export const TABLE_RULES: readonly ReconciliationRule[] = [
  ...sideRules,
  ...bothSides,
  makeIdentity({
    id: `${THREE}.TOTAL`,
    kind: 'TABLE',
    title: '三公经费表: “三公”经费 ≈ 因公出国(境)费 + 公务用车购置及运行费 + 公务接待费',
    scope: 'STAGE',
    whole: three('三公经费'),
    parts: three('因公出国(境)费', '公务用车购置及运行费', '公务接待费'),
  }),
  makeIdentity({
    id: `${THREE}.VEHICLES`,
    kind: 'TABLE',
    title: '三公经费表: 公务用车购置及运行费 ≈ 公务用车购置费 + 公务用车运行费',
    scope: 'STAGE',
    whole: three('公务用车购置及运行费'),
    parts: three('公务用车购置费', '公务用车运行费'),
  }),
  makeIdentity({
    id: `BUDGET.${THREE}.ROW`,
    kind: 'ROW',
    title: '三公经费表: 合计 ≈ 一般公共预算 + 政府性基金预算 + 国有资本经营预算',
    reports: ['BUDGET'],
    scope: 'ROW',
    whole: [{ statement: THREE, fund: 'APPROPRIATION' }],
    parts: (['GENERAL_PUBLIC', 'GOVERNMENT_FUND', 'STATE_CAPITAL'] as const).map((own) => ({
      statement: THREE,
      fund: own,
    })),
  }),
  makeIdentity({
    id: `${BASIC}.PERSONNEL`,
    kind: 'TABLE',
    title: '基本支出表: 人员经费合计 ≈ 301 + 303',
    reports: ['FINAL_ACCOUNTS'],
    scope: 'REPORT',
    whole: [basicTotal('PERSONNEL', '人员经费合计')],
    parts: [{ statement: BASIC, level: 'CATEGORY', keys: ['301', '303'] }],
  }),
  makeIdentity({
    id: `${BASIC}.OPERATING`,
    kind: 'TABLE',
    title: '基本支出表: 公用经费合计 ≈ 302 and the 类 beside it',
    titleZh: '基本支出表：公用经费合计 ≈ 302 + 同列其他各类',
    reports: ['FINAL_ACCOUNTS'],
    scope: 'REPORT',
    whole: [basicTotal('OPERATING', '公用经费合计')],
    parts: [{ statement: BASIC, level: 'CATEGORY', exceptKeys: ['301', '303'] }],
  }),
];
