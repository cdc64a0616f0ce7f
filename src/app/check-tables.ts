import { groupBy } from '../domain/group-by.js';
import type { PrintedUnit, Side } from '../domain/closed-lists.js';
import type { Finding } from '../domain/finding.js';
import { formatPrinted } from '../domain/money.js';
import type { Issue, LineItem, Report, StatementReading } from '../domain/report.js';
import { reconcile } from '../reconcile/reconcile.js';

/** A row as it was read: its amounts as printed, by the columns of its table. */
export interface CheckedRow {
  readonly line: number;
  readonly page: number | null;
  readonly code: string | null;
  /** Empty where the row has no name and its accounts stand in the heads. */
  readonly label: string;
  /** Whether the page tore the label. */
  readonly labelUncertain: boolean;
  /** The unit of the department (预算单位) that the row is about; null where it is the department. */
  readonly unitName: string | null;
  /** Null where nothing was printed, or what was could not be read. */
  readonly amounts: readonly (string | null)[];
  /** What stands at the row's lines. */
  readonly issues: readonly string[];
  /** The identities of its figures that don't hold. */
  readonly findings: readonly string[];
}

type RowNotes = Pick<CheckedRow, 'issues' | 'findings'>;

/** One side or lane of a statement, or all of one that has none. */
export interface CheckedSide {
  readonly side: Side | null;
  /** All from the first to the last that has a figure; one of which nothing was read has no label. */
  readonly columns: readonly { readonly column: number; readonly label: string | null }[];
  readonly rows: readonly CheckedRow[];
}

export interface CheckedStatement extends StatementReading {
  /** Usually one. */
  readonly units: readonly PrintedUnit[];
  readonly sides: readonly CheckedSide[];
}

export interface CheckedReport {
  readonly statements: readonly CheckedStatement[];
  /** The issues that stand at no row. */
  readonly issues: readonly Issue[];
  /** Of every rule for reports of its kind, in the order of the rules. */
  readonly findings: readonly Finding[];
}

/** The figures of a report as the tables that they were read from, each issue and each broken identity beside the row it stands at. */
export function layOutReport(report: Report): CheckedReport {
  const { statements, lineItems, issues } = report;
  const findings = reconcile(report);
  const rowOfIssue = new Map(issues.map((issue) => [issue, findRow(issue, lineItems)]));
  const issuesOf = groupBy(
    issues.filter((issue) => rowOfIssue.get(issue)),
    (issue) => rowOfIssue.get(issue) ?? '',
  );
  const brokenOf = groupBy(
    findings.filter(({ outcome }) => outcome === 'BROKEN'),
    ({ lineItems: [first] }) => (first ? keyOfRow(first) : ''),
  );
  const notesOf = (key: string): RowNotes => ({
    issues: (issuesOf.get(key) ?? []).map(({ message }) => message),
    findings: (brokenOf.get(key) ?? []).map(({ message }) => message),
  });
  const laidOut = statements.map((reading) => {
    const items = lineItems.filter(({ statement }) => statement === reading.statement);
    const units = [...new Set(items.map(({ amount }) => amount.unit))];
    const sides = [...groupBy(items, ({ side }) => side)].map(([side, own]) => layOutSide(side, own, notesOf));
    return { ...reading, units, sides };
  });
  return { statements: laidOut, issues: issues.filter((issue) => !rowOfIssue.get(issue)), findings };
}

function keyOfRow({ statement, side, row }: LineItem): string {
  return `${statement} ${side} ${row}`;
}

/**
 * The key of the row that an issue stands at: the one that begins in its line, and of two sides the one it names, else one that was printed
 * in that line too; null where there is none.
 */
function findRow({ statement, message, source: { line, page } }: Issue, items: readonly LineItem[]): string | null {
  const around = items.filter(
    ({ source, ...item }) =>
      item.statement === statement &&
      source.page === page &&
      source.line <= line &&
      line < source.line + source.text.split('\n').length,
  );
  const beginning = around.filter(({ source }) => source.line === line);
  const row = beginning.find(({ label }) => message.includes(`“${label}”`)) ?? beginning[0] ?? around.at(-1);
  return row ? keyOfRow(row) : null;
}

function layOutSide(side: Side | null, items: readonly LineItem[], notesOf: (key: string) => RowNotes): CheckedSide {
  const labels = new Map(items.map(({ column, columnLabel }) => [column, columnLabel]));
  const last = Math.max(...labels.keys());
  const columns = Array.from({ length: last }, (_, index) => index + 1).map((column) => ({
    column,
    label: labels.get(column) ?? null,
  }));
  const places = columns.map(({ column }) => column);
  const rows = [...groupBy(items, keyOfRow)].map(([key, own]) => layOutRow(own, places, notesOf(key)));
  return { side, columns, rows };
}

function layOutRow(items: readonly LineItem[], columns: readonly number[], notes: RowNotes): CheckedRow {
  const [first] = items as [LineItem];
  const named = items.every(({ label }) => label === first.label);
  const amounts = new Map(items.map(({ column, amount }) => [column, formatPrinted(amount)]));
  return {
    line: first.source.line,
    page: first.source.page,
    code: named ? first.account.code : null,
    label: named ? first.label : '',
    labelUncertain: named && first.labelUncertain,
    unitName: first.unitName,
    amounts: columns.map((column) => amounts.get(column) ?? null),
    ...notes,
  };
}
