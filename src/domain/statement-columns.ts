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

/** The identity `total` ≈ Σ `parts`. */
export function sum(total: number, ...parts: number[]): RowIdentity {
  return { total, parts };
}

export const R = 'REVENUE';
export const E = 'EXPENDITURE';
export const GENERAL_HEADS = ['一般公共预算财政拨款', '一般公共预算', '一般公共预算拨款', '一般预算财政拨款'];
export const FUND_HEADS = ['政府性基金预算财政拨款', '政府性基金预算', '政府性基金预算拨款', '政府性基金财政拨款'];
export const CAPITAL_HEADS = ['国有资本经营预算财政拨款', '国有资本经营预算', '国有资本经营预算拨款'];
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
