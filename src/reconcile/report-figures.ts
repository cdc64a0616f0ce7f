import { groupBy } from '../domain/group-by.js';
import type { Side, Statement } from '../domain/closed-lists.js';
import type { LineItem, Report } from '../domain/report.js';
import type { Role } from './roles.js';
import { rolesOfRows } from './roles.js';
import { fits } from './selector.js';
import type { Selector } from './selector.js';
import { gatherPlaces } from './table-places.js';
import type { TablePlaces } from './table-places.js';

/** A report's figures by statement, with the roles of the rows of its summaries. */
export interface ReportFigures {
  readonly report: Report;
  readonly of: (statement: Statement) => readonly LineItem[];
  /** As printed, in all statements. */
  readonly ofAccount: (key: string) => readonly LineItem[];
  readonly roleOf: (item: LineItem) => Role | null;
  /** The figures that a term takes, as printed. */
  readonly select: (selector: Selector) => readonly LineItem[];
  /** Where the figures and issues of a statement stand. */
  readonly placesIn: (statement: Statement) => TablePlaces;
}

/** Prepares a report for its rules; no figure is copied or changed. */
export function gatherFigures(report: Report): ReportFigures {
  const byStatement = groupBy(report.lineItems, ({ statement }) => statement);
  const of = (statement: Statement): readonly LineItem[] => byStatement.get(statement) ?? [];
  const roles = new Map<LineItem, Role>();
  for (const statement of ['REVENUE_EXPENDITURE_SUMMARY', 'APPROPRIATION_SUMMARY'] as const)
    for (const side of ['REVENUE', 'EXPENDITURE'] as const) setRoles(of(statement), side, roles);
  const roleOf = (item: LineItem): Role | null => roles.get(item) ?? null;
  const byAccount = groupBy(report.lineItems, ({ statement, account }) => `${statement} ${account.key}`);
  const candidatesOf = ({ statement, keys }: Selector): readonly LineItem[] =>
    keys ? keys.flatMap((key) => byAccount.get(`${statement} ${key}`) ?? []) : of(statement);
  const selections = new Map<Selector, readonly LineItem[]>();
  const select = (selector: Selector): readonly LineItem[] => {
    const known = selections.get(selector) ?? candidatesOf(selector).filter((item) => fits(item, selector, roleOf));
    selections.set(selector, known);
    return known;
  };
  const tables = new Map<Statement, TablePlaces>();
  const placesIn = (statement: Statement): TablePlaces => {
    const known = tables.get(statement) ?? gatherPlaces(report, statement, of(statement));
    tables.set(statement, known);
    return known;
  };
  const byKey = groupBy(report.lineItems, ({ account }) => account.key);
  const ofAccount = (key: string): readonly LineItem[] => byKey.get(key) ?? [];
  return { report, of, ofAccount, roleOf, select, placesIn };
}

function setRoles(items: readonly LineItem[], side: Side, roles: Map<LineItem, Role>): void {
  const own = items.filter((item) => item.side === side);
  const rows = [...groupBy(own, ({ row }) => row).values()];
  rolesOfRows(rows.map(([first]) => first as LineItem)).forEach((role, at) => {
    for (const item of rows[at] ?? []) roles.set(item, role);
  });
}
