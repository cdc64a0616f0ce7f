import { restateFigures } from '../compare/restate.js';
import type { CodedFigure, RestatedRow, RestatedTable } from '../compare/restate.js';
import { AppError } from '../domain/app-error.js';
import { FIRST_EDITION } from '../domain/account.js';
import type { Classification, ReportKind } from '../domain/closed-lists.js';
import { formatFen } from '../domain/money.js';
import type { Reference } from '../domain/reference.js';
import type { Report } from '../domain/report.js';
import { findAccountsByIds } from '../store/accounts.js';
import { findDepartmentsByIds } from '../store/departments.js';
import { readBatches } from '../store/export-batches.js';
import { findLineItems } from '../store/line-items.js';
import { findReportsByIds } from '../store/reports.js';
import type { Store } from '../store/store.js';
import { checkYears } from './check-years.js';

/** A report's coded rows on the accounts of another year. */
export interface RestatedReport {
  readonly title: string;
  readonly department: string;
  readonly kind: ReportKind;
  readonly year: number;
  readonly edition: number;
  readonly tables: readonly RestatedTable[];
}

/**
 * Restates a report as it was read.
 * @throws AppError BAD_USER_INPUT where the edition is no year that a list of accounts is of
 */
export function restateReport(report: Report, edition: number, reference: Reference): RestatedReport {
  checkEdition(edition);
  const { title, department, kind, year, lineItems } = report;
  const figures = lineItems.flatMap(({ account, amount, ...item }) =>
    toFigure(item, account.classification, account.code, amount.fen),
  );
  return { title, department, kind, year, edition, tables: restateFigures(figures, { year, edition }, reference) };
}

/**
 * Restates a report of the store, by its id.
 * @throws AppError BAD_USER_INPUT where no report has the id, and as `restateReport`
 */
export async function restateStoredReport(
  store: Store,
  id: string,
  edition: number,
  reference: Reference,
): Promise<RestatedReport> {
  checkEdition(edition);
  const report = (await findReportsByIds(store, [id])).get(id);
  if (!report) throw new AppError('BAD_USER_INPUT', `expected the id of a report, got ${JSON.stringify(id)}`);
  const { title, kind, year, departmentId } = report;
  const department = (await findDepartmentsByIds(store, [departmentId])).get(departmentId)?.name ?? departmentId;
  const figures: CodedFigure[] = [];
  for await (const items of readBatches((page) => findLineItems(store, { report: { eq: id } }, 'PRINTED', page))) {
    const accounts = await findAccountsByIds(store, [...new Set(items.map(({ accountId }) => accountId))]);
    for (const { accountId, amount, ...item } of items) {
      const account = accounts.get(accountId);
      if (account) figures.push(...toFigure(item, account.classification, account.code, amount.fen));
    }
  }
  return { title, department, kind, year, edition, tables: restateFigures(figures, { year, edition }, reference) };
}

function checkEdition(edition: number): void {
  checkYears([edition]);
  if (edition < FIRST_EDITION)
    throw new AppError('BAD_USER_INPUT', `expected an edition from ${FIRST_EDITION}, got ${edition}`);
}

type Coordinates = Omit<CodedFigure, 'classification' | 'code' | 'fen'>;

/** Empty for a row without a code. */
function toFigure(
  { statement, unitName, column, columnLabel, stage, fund, part, label }: Coordinates,
  classification: Classification,
  code: string | null,
  fen: bigint,
): CodedFigure[] {
  if (code === null || (classification !== 'FUNCTIONAL' && classification !== 'ECONOMIC')) return [];
  return [{ statement, unitName, column, columnLabel, stage, fund, part, classification, code, label, fen }];
}

/** As plain JSON: amounts in 万元 as exact decimal text, null where nothing is printed. */
export function toRestatedJson({ tables, ...report }: RestatedReport): Record<string, unknown> {
  return {
    ...report,
    tables: tables.map(({ rows, totals, ...table }) => ({
      ...table,
      rows: rows.map(toRowJson),
      totals: { before: formatAmounts(totals.before), after: formatAmounts(totals.after) },
    })),
  };
}

function toRowJson({ before, moved, after }: RestatedRow): Record<string, unknown> {
  return {
    before: before.map(({ amounts, ...account }) => ({ ...account, amounts: formatAmounts(amounts) })),
    moved: moved.map(({ from, to, ...mapping }) => ({ from: from?.code ?? null, to: to?.code ?? null, ...mapping })),
    after: { accounts: after.accounts, amounts: formatAmounts(after.amounts) },
  };
}

/** In 万元, as exact decimal text. */
export function formatAmounts(amounts: readonly (bigint | null)[]): (string | null)[] {
  return amounts.map((fen) => (fen === null ? null : formatFen(fen, 'WAN_YUAN')));
}
