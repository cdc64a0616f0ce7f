import type { Flow, Fund, Part, ReportKind, Side, Stage, Statement } from './closed-lists.js';

/**
 * What the statements look like: titles, columns and the identities inside a row. Reader and reconciler share it.
 * Heads and titles are written squeezed (no blanks, no quotes, half width); the first of a list is the usual one.
 */
export interface ColumnDefinition {
  readonly heads: readonly string[];
  /** The head that spans this column and its neighbours, where the template has one. */
  readonly groups: readonly string[];
  readonly flow: Flow | null;
  readonly fund: Fund;
  readonly part: Part;
  /** Only where columns of one table differ in it. */
  readonly stage?: 'BUDGET' | 'OUTTURN';
}

/** `total` ≈ Σ `parts` in one row; places of columns within their side, from 0. */
export interface RowIdentity {
  readonly total: number;
  readonly parts: readonly number[];
}

/** How the rows of a statement are laid out. */
export type Shape =
  /** 收入 | 支出 with named rows. */
  | 'SIDES'
  /** 人员经费 | 公用经费 with economic codes. */
  | 'LANES'
  /** Rows with account codes. */
  | 'CODED'
  /** Rows with names only. */
  | 'NAMED'
  /** One row without a name, the accounts in the heads. */
  | 'NAMELESS'
  /** Units with their accounts or projects. */
  | 'BY_UNIT';

export interface StatementDefinition {
  readonly statement: Statement;
  readonly kind: ReportKind;
  readonly shape: Shape;
  readonly titles: readonly string[];
  readonly classification: 'FUNCTIONAL' | 'ECONOMIC' | null;
  /** Columns by side; one-sided tables have the side NONE. */
  readonly columns: Readonly<Partial<Record<Side | 'NONE', readonly ColumnDefinition[]>>>;
  readonly rowIdentities: readonly RowIdentity[];
  /** Whether a column of running text (绩效目标) stands beside the money. */
  readonly remark: boolean;
}

type Heads = string | readonly string[];

function column(
  heads: Heads,
  flow: Flow | null,
  fund: Fund,
  part: Part = 'TOTAL',
  groups: Heads = [],
): ColumnDefinition {
  return { heads: [heads].flat(), groups: [groups].flat(), flow, fund, part };
}

function sum(total: number, ...parts: number[]): RowIdentity {
  return { total, parts };
}

const R = 'REVENUE';
const E = 'EXPENDITURE';
const GENERAL_HEADS = ['一般公共预算财政拨款', '一般公共预算', '一般公共', '一般公共预算拨款', '一般预算财政拨款'];
const FUND_HEADS = [
  '政府性基金预算财政拨款',
  '政府性基金预算',
  '政府性基金',
  '政府性基金预算拨款',
  '政府性基金财政拨款',
];
const CAPITAL_HEADS = ['国有资本经营预算财政拨款', '国有资本经营预算', '国有资本经营', '国有资本经营预算拨款'];

const BASIC_HEADS = ['基本支出', '其中:基本支出'];
const BUDGET_BASIC_HEADS = [...BASIC_HEADS].reverse();

function partColumns(fund: Fund, totals: Heads, groups: Heads = [], basic: Heads = BASIC_HEADS): ColumnDefinition[] {
  return [
    column(totals, E, fund, 'TOTAL', groups),
    column(basic, E, fund, 'BASIC', groups),
    column(['项目支出', '其中:项目支出'], E, fund, 'PROJECT', groups),
  ];
}

function threeExpenses(stage: 'BUDGET' | 'OUTTURN', group: readonly string[]): ColumnDefinition[] {
  const vehicle = ['公务用车购置及运行费', '公务用车购置及运行维护费', '公务用车购置及运行'];
  const make = (heads: Heads, groups: readonly string[] = group): ColumnDefinition => ({
    ...column(heads, E, 'GENERAL_PUBLIC', 'TOTAL', groups),
    stage,
  });
  const inner = group.flatMap((outer) => vehicle.map((name) => `${outer} ${name}`));
  return [
    make(['合计', '三公经费合计']),
    make(['因公出国(境)费', '因公出国(境)费用', '因公出国(境)']),
    make(['小计'], inner),
    make(['公务用车购置费', '公务用车购置'], inner),
    make(['公务用车运行费', '公务用车运行维护费', '公务用车运行', '公务用车运行维护'], inner),
    make(['公务接待费', '公务接待']),
  ];
}

const FINAL_ACCOUNTS: readonly StatementDefinition[] = [
  {
    statement: 'REVENUE_EXPENDITURE_SUMMARY',
    kind: 'FINAL_ACCOUNTS',
    shape: 'SIDES',
    titles: ['收入支出决算总表', '收支决算总表', '收入支出决算总表(财决01表)', '收入支出总表'],
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
        column(CAPITAL_HEADS, E, 'STATE_CAPITAL', 'TOTAL', '支出'),
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
    ],
    classification: 'FUNCTIONAL',
    columns: { NONE: partColumns('GENERAL_PUBLIC', ['本年支出合计', '合计', '小计', '本年支出']) },
    rowIdentities: [sum(0, 1, 2)],
    remark: false,
  },
  {
    statement: 'GENERAL_PUBLIC_BASIC_EXPENDITURE',
    kind: 'FINAL_ACCOUNTS',
    shape: 'LANES',
    titles: [
      '一般公共预算财政拨款基本支出决算表',
      '一般公共预算基本支出决算表',
      '一般公共预算财政拨款基本支出决算明细表',
      '公共预算财政拨款基本支出决算表',
    ],
    classification: 'ECONOMIC',
    columns: {
      PERSONNEL: [column(['金额', '决算数'], E, 'GENERAL_PUBLIC', 'BASIC', '人员经费')],
      OPERATING: [column(['金额', '决算数'], E, 'GENERAL_PUBLIC', 'BASIC', '公用经费')],
    },
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
    columns: { NONE: partColumns('STATE_CAPITAL', ['小计', '合计', '本年支出合计'], '本年支出') },
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

const UNIT_COLUMNS = (part: Part): ColumnDefinition[] => [
  column(['总计', '合计'], E, 'ALL', part),
  column(['合计', '小计'], E, 'APPROPRIATION', part, ['财政拨款']),
  column(GENERAL_HEADS, E, 'GENERAL_PUBLIC', part, ['财政拨款']),
  column(FUND_HEADS, E, 'GOVERNMENT_FUND', part, ['财政拨款']),
  column(CAPITAL_HEADS, E, 'STATE_CAPITAL', part, ['财政拨款']),
  column(['财政专户拨款', '财政专户管理资金', '财政专户'], E, 'FISCAL_ACCOUNT', part),
  column(['其他资金', '单位资金'], E, 'OWN_FUNDS', part),
];

const BUDGET: readonly StatementDefinition[] = [
  {
    statement: 'REVENUE_EXPENDITURE_SUMMARY',
    kind: 'BUDGET',
    shape: 'SIDES',
    titles: ['收支总体情况表', '收支总表', '收支预算总表', '收入支出总体情况表', '收入支出预算总表'],
    classification: null,
    columns: {
      REVENUE: [column(['预算', '预算数', '金额'], R, 'ALL', 'TOTAL', '收入')],
      EXPENDITURE: [column(['预算', '预算数', '金额'], E, 'ALL', 'TOTAL', '支出')],
    },
    rowIdentities: [],
    remark: false,
  },
  {
    statement: 'REVENUE',
    kind: 'BUDGET',
    shape: 'CODED',
    titles: ['收入总体情况表', '收入总表', '收入预算总表', '收入预算表'],
    classification: 'FUNCTIONAL',
    columns: {
      NONE: [
        column(['合计', '总计'], R, 'ALL'),
        column(GENERAL_HEADS, R, 'GENERAL_PUBLIC', 'TOTAL', '财政拨款收入'),
        column(FUND_HEADS, R, 'GOVERNMENT_FUND', 'TOTAL', '财政拨款收入'),
        column(CAPITAL_HEADS, R, 'STATE_CAPITAL', 'TOTAL', '财政拨款收入'),
        column(['教育收费'], R, 'EDUCATION_FEES', 'TOTAL', '财政专户拨款收入'),
        column(['其他专户收入拨款'], R, 'OTHER_FISCAL_ACCOUNT', 'TOTAL', '财政专户拨款收入'),
        column(['事业收入'], R, 'SERVICE', 'TOTAL', '其他资金收入'),
        column(['经营收入', '事业单位经营收入'], R, 'COMMERCIAL', 'TOTAL', '其他资金收入'),
        column(['其他收入'], R, 'OTHER', 'TOTAL', '其他资金收入'),
        column(['上级补助收入'], R, 'GRANT_FROM_ABOVE'),
        column(['附属单位上缴收入'], R, 'REMITTANCE'),
        column(['用事业基金弥补收支差额', '使用非财政拨款结余'], R, 'BALANCES_USED'),
      ],
    },
    rowIdentities: [sum(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)],
    remark: false,
  },
  {
    statement: 'EXPENDITURE',
    kind: 'BUDGET',
    shape: 'CODED',
    titles: ['支出总体情况表', '支出总表', '支出预算总表', '支出预算表'],
    classification: 'FUNCTIONAL',
    columns: {
      NONE: [
        ...partColumns('ALL', ['合计', '总计']),
        column(['事业单位经营支出', '经营支出'], E, 'ALL', 'COMMERCIAL'),
        column(['对附属单位补助支出', '对附属单位补助'], E, 'ALL', 'TO_SUBORDINATES'),
        column(['上缴上级支出'], E, 'ALL', 'TO_ABOVE'),
        column(['结转下年'], E, 'ALL', 'CLOSING'),
      ],
    },
    rowIdentities: [sum(0, 1, 2, 3, 4, 5, 6)],
    remark: false,
  },
  {
    statement: 'APPROPRIATION_SUMMARY',
    kind: 'BUDGET',
    shape: 'SIDES',
    titles: ['财政拨款收支总体情况表', '财政拨款收支总表', '财政拨款收支预算总表', '财政拨款收入支出总体情况表'],
    classification: null,
    columns: {
      REVENUE: [column(['预算', '预算数', '金额'], R, 'APPROPRIATION', 'TOTAL', '收入')],
      EXPENDITURE: [column(['预算', '预算数', '金额', '合计'], E, 'APPROPRIATION', 'TOTAL', '支出')],
    },
    rowIdentities: [],
    remark: false,
  },
  {
    statement: 'GENERAL_PUBLIC_EXPENDITURE',
    kind: 'BUDGET',
    shape: 'CODED',
    titles: [
      '一般公共预算支出情况表',
      '一般公共预算支出表',
      '一般公共预算支出预算表',
      '一般公共预算支出情况表(按功能分类科目)',
    ],
    classification: 'FUNCTIONAL',
    columns: { NONE: partColumns('GENERAL_PUBLIC', ['小计', '合计'], '一般公共预算支出', BUDGET_BASIC_HEADS) },
    rowIdentities: [sum(0, 1, 2)],
    remark: false,
  },
  {
    statement: 'GENERAL_PUBLIC_BASIC_EXPENDITURE',
    kind: 'BUDGET',
    shape: 'CODED',
    titles: ['一般公共预算基本支出情况表', '一般公共预算基本支出表', '一般公共预算基本支出情况表(按经济分类科目)'],
    classification: 'ECONOMIC',
    columns: { NONE: [column(['预算', '预算数', '金额', '合计'], E, 'GENERAL_PUBLIC', 'BASIC')] },
    rowIdentities: [],
    remark: false,
  },
  {
    statement: 'GENERAL_PUBLIC_PROJECT_EXPENDITURE',
    kind: 'BUDGET',
    shape: 'CODED',
    titles: ['一般公共预算项目支出情况表', '一般公共预算项目支出表', '一般公共预算项目支出情况表(按经济分类科目)'],
    classification: 'ECONOMIC',
    columns: { NONE: [column(['预算', '预算数', '金额', '合计'], E, 'GENERAL_PUBLIC', 'PROJECT')] },
    rowIdentities: [],
    remark: false,
  },
  {
    statement: 'THREE_OFFICIAL_EXPENSES',
    kind: 'BUDGET',
    shape: 'NAMED',
    titles: [
      '财政拨款安排的行政经费及三公经费预算表',
      '行政经费及三公经费预算表',
      '三公经费预算表',
      '一般公共预算三公经费支出表',
      '财政拨款安排的行政(参公)单位机关运行经费及三公经费预算表',
    ],
    classification: null,
    columns: {
      NONE: [
        column(['合计', '总计', '预算数'], E, 'APPROPRIATION'),
        column(GENERAL_HEADS, E, 'GENERAL_PUBLIC'),
        column(FUND_HEADS, E, 'GOVERNMENT_FUND'),
        column(CAPITAL_HEADS, E, 'STATE_CAPITAL'),
      ],
    },
    rowIdentities: [sum(0, 1, 2, 3)],
    remark: false,
  },
  {
    statement: 'GOVERNMENT_FUND',
    kind: 'BUDGET',
    shape: 'CODED',
    titles: ['政府性基金预算支出情况表', '政府性基金预算支出表'],
    classification: 'FUNCTIONAL',
    columns: { NONE: partColumns('GOVERNMENT_FUND', ['小计', '合计'], '政府性基金预算支出', BUDGET_BASIC_HEADS) },
    rowIdentities: [sum(0, 1, 2)],
    remark: false,
  },
  {
    statement: 'STATE_CAPITAL',
    kind: 'BUDGET',
    shape: 'CODED',
    titles: ['国有资本经营预算支出情况表', '国有资本经营预算支出表'],
    classification: 'FUNCTIONAL',
    columns: { NONE: partColumns('STATE_CAPITAL', ['小计', '合计'], '国有资本经营预算支出', BUDGET_BASIC_HEADS) },
    rowIdentities: [sum(0, 1, 2)],
    remark: false,
  },
  {
    statement: 'BASIC_EXPENDITURE_BY_UNIT',
    kind: 'BUDGET',
    shape: 'BY_UNIT',
    titles: ['部门预算基本支出预算表', '基本支出预算表'],
    classification: null,
    columns: { NONE: UNIT_COLUMNS('BASIC') },
    rowIdentities: [sum(0, 1, 5, 6), sum(1, 2, 3, 4)],
    remark: false,
  },
  {
    statement: 'PROJECT_EXPENDITURE_BY_UNIT',
    kind: 'BUDGET',
    shape: 'BY_UNIT',
    titles: [
      '部门预算项目支出及其他支出预算表',
      '部门预算项目支出预算表',
      '项目支出预算表',
      '项目支出及其他支出预算表',
    ],
    classification: null,
    columns: { NONE: UNIT_COLUMNS('PROJECT') },
    rowIdentities: [sum(0, 1, 5, 6), sum(1, 2, 3, 4)],
    remark: true,
  },
];

/** Every known statement template, final accounts first. */
export const STATEMENT_DEFINITIONS: readonly StatementDefinition[] = [...FINAL_ACCOUNTS, ...BUDGET];

/** The stage of a column where the report's kind decides it; null where the table's note has to (三公 budget columns). */
export function stageOf(kind: ReportKind, column: ColumnDefinition | null): Stage | null {
  if (column?.stage === 'BUDGET') return null;
  return kind === 'BUDGET' ? 'ORIGINAL_BUDGET' : 'OUTTURN';
}
