import type { Side, Statement } from '../domain/closed-lists.js';
import { normaliseName } from '../domain/account-path.js';
import { bareLabel, isNumbered, squeeze } from '../domain/label.js';
import type { LineItem, Report } from '../domain/report.js';

/**
 * What a row of a two-sided summary is to the totals below it: a line of 本年合计, that total itself, what stands between it and
 * 总计, 总计, or a detail that is added to none of them.
 */
export type Role = 'LINE' | 'YEAR_TOTAL' | 'CARRIED' | 'TOTAL' | 'DETAIL';

/** A report's figures by statement, with the roles of the rows of its summaries. */
export interface ReportFigures {
  readonly report: Report;
  readonly of: (statement: Statement) => readonly LineItem[];
  readonly roleOf: (item: LineItem) => Role | null;
}

/** Prepares a report for its rules; no figure is copied or changed. */
export function gatherFigures(report: Report): ReportFigures {
  const byStatement = new Map<Statement, LineItem[]>();
  for (const item of report.lineItems) {
    const own = byStatement.get(item.statement);
    if (own) own.push(item);
    else byStatement.set(item.statement, [item]);
  }
  const roles = new Map<LineItem, Role>();
  for (const statement of ['REVENUE_EXPENDITURE_SUMMARY', 'APPROPRIATION_SUMMARY'] as const)
    for (const side of ['REVENUE', 'EXPENDITURE'] as const) setRoles(byStatement.get(statement) ?? [], side, roles);
  return {
    report,
    of: (statement) => byStatement.get(statement) ?? [],
    roleOf: (item) => roles.get(item) ?? null,
  };
}

function setRoles(items: readonly LineItem[], side: Side, roles: Map<LineItem, Role>): void {
  const rows = new Map<number, LineItem[]>();
  for (const item of items) if (item.side === side) rows.set(item.row, [...(rows.get(item.row) ?? []), item]);
  const printed = [...rows.values()];
  rolesOfRows(printed.map(([first]) => first as LineItem)).forEach((role, index) => {
    for (const item of printed[index] ?? []) roles.set(item, role);
  });
}

const YEAR_TOTAL = /^本年(?:收入|支出)合计$/;
const BY_NATURE = /^(?:基本支出|项目支出|人员(?:经费|支出)|(?:日常)?公用(?:经费|支出))$/;
const INNER_NUMBER = /^[((][一二三四五六七八九十]+[))]/;

/** 本年合计 usually follows its lines; some templates print it as the heading of theirs. */
function rolesOfRows(rows: readonly LineItem[]): Role[] {
  const names = rows.map(({ label }) => normaliseName(label));
  const year = names.findIndex((name) => YEAR_TOTAL.test(name));
  const leads = year >= 0 && !rows.slice(0, year).some(isTopLevel);
  let carried = false;
  return rows.map((row, at) => {
    const name = names[at] as string;
    if (at === year) return 'YEAR_TOTAL';
    if (name === '总计') return 'TOTAL';
    if (!isTopLevel(row)) return 'DETAIL';
    if (!leads) return year >= 0 && at > year ? 'CARRIED' : 'LINE';
    const inner = INNER_NUMBER.test(squeeze(row.label)) || row.account.code !== null;
    if (!inner) carried = true;
    return inner && carried ? 'DETAIL' : inner ? 'LINE' : 'CARRIED';
  });
}

function isTopLevel({ label, account }: LineItem): boolean {
  if (account.code !== null) return true;
  if (account.parentKey !== null || /^其中/.test(squeeze(label))) return false;
  return (
    !BY_NATURE.test(bareLabel(label)) && (isNumbered(label) || account.classification !== 'REVENUE' || !isDetail(label))
  );
}

function isDetail(label: string): boolean {
  return /^(?:\d{1,2}[.、]|\(\d)/.test(squeeze(label));
}
