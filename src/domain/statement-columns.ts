import type { Flow, Fund, Part, ReportKind, Side, Statement } from './closed-lists.js';

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
  /** Whether some publishers, or some years, print it only. */
  readonly optional?: true;
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

export type Heads = string | readonly string[];

/** A column by its heads (the usual one first) and those that span it and its neighbours. */
export function column(
  heads: Heads,
  flow: Flow | null,
  fund: Fund,
  part: Part = 'TOTAL',
  groups: Heads = [],
): ColumnDefinition {
  return { heads: [heads].flat(), groups: [groups].flat(), flow, fund, part };
}

/** The same columns as ones that not every publisher prints. */
export function optional(...columns: readonly ColumnDefinition[]): ColumnDefinition[] {
  return columns.map((own) => ({ ...own, optional: true }));
}

/** The six columns of 三公 under heads of `group`, where there are any. */
export function threeExpenseColumns(group: readonly string[]): ColumnDefinition[] {
  const vehicle = ['公务用车购置及运行费', '公务用车购置及运行维护费', '公务用车购置及运行'];
  const make = (heads: Heads, groups: readonly string[] = group): ColumnDefinition =>
    column(heads, E, 'GENERAL_PUBLIC', 'TOTAL', groups);
  const inner = group.length === 0 ? vehicle : group.flatMap((outer) => vehicle.map((name) => `${outer} ${name}`));
  return [
    make(['合计', '三公经费合计']),
    make(['因公出国(境)费', '因公出国(境)费用', '因公出国(境)']),
    make(['小计'], inner),
    make(['公务用车购置费', '公务用车购置'], inner),
    make(['公务用车运行费', '公务用车运行维护费', '公务用车运行', '公务用车运行维护'], inner),
    make(['公务接待费', '公务接待']),
  ];
}

/** Opening balance, this year's revenue and closing balance of one fund, as some publishers print them beside expenditure. */
export function balanceColumns(fund: Fund): ColumnDefinition[] {
  return optional(
    column(['年初结转和结余', '上年结转和结余', '年初结转结余'], null, fund, 'OPENING'),
    column(['本年收入'], 'REVENUE', fund),
    column(['年末结转和结余', '年末结转结余'], null, fund, 'CLOSING'),
  );
}

/** The identity `total` ≈ Σ `parts`. */
export function sum(total: number, ...parts: number[]): RowIdentity {
  return { total, parts };
}

export const R = 'REVENUE';
export const E = 'EXPENDITURE';
/** A fund's heads: with 财政拨款, 拨款 or 收入 behind its name or without. */
const fundHeads = (name: string): string[] => [
  `${name}财政拨款`,
  name,
  `${name}拨款`,
  `${name}拨款收入`,
  `${name}财政拨款收入`,
  `${name}收入`,
  `${name}资金`,
];
export const GENERAL_HEADS = [...fundHeads('一般公共预算'), '一般预算财政拨款'];
export const FUND_HEADS = [...fundHeads('政府性基金预算'), '政府性基金财政拨款', '政府性基金'];
export const CAPITAL_HEADS = fundHeads('国有资本经营预算');
const BASIC_HEADS = ['基本支出', '其中:基本支出'];
export const BUDGET_BASIC_HEADS = [...BASIC_HEADS].reverse();

/** 合计, 基本支出 and 项目支出 of one fund. */
export function partColumns(
  fund: Fund,
  totals: Heads,
  groups: Heads = [],
  basic: Heads = BASIC_HEADS,
): ColumnDefinition[] {
  return [
    column(totals, E, fund, 'TOTAL', groups),
    column(basic, E, fund, 'BASIC', groups),
    column(['项目支出', '其中:项目支出'], E, fund, 'PROJECT', groups),
  ];
}
