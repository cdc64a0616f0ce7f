import { AppError } from '../domain/app-error.js';
import type { AccountRef } from '../domain/account.js';
import { formatPrinted, parseMoney } from '../domain/money.js';
import type { PrintedUnit } from '../domain/closed-lists.js';
import type { Evaluation, Issue, LineItem, Report, ReportedFact, Source } from '../domain/report.js';

/**
 * A seed is a report as text: one JSON record a line, in printed order, so that a change of one figure is a change of one
 * line. `report` comes first; `columns` lists the columns of a statement before its rows; `row` holds a printed row and
 * the figures read from it by column; `evaluation`, `fact`, `templateText` and `issue` follow.
 */
type SeedRecord =
  | { readonly report: SeedHead }
  | { readonly columns: SeedColumn }
  | { readonly row: SeedRow }
  | { readonly evaluation: Evaluation }
  | { readonly fact: ReportedFact }
  | { readonly templateText: Source }
  | { readonly issue: Issue };

type SeedHead = Omit<Report, 'lineItems' | 'evaluations' | 'reportedFacts' | 'templateTexts' | 'issues'>;

interface SeedColumn extends Pick<
  LineItem,
  'statement' | 'side' | 'column' | 'columnLabel' | 'flow' | 'stage' | 'fund' | 'part'
> {
  readonly unit: PrintedUnit;
}

interface SeedRow extends Pick<
  LineItem,
  'statement' | 'side' | 'row' | 'label' | 'labelUncertain' | 'leaf' | 'unitName' | 'account'
> {
  /** Printed decimals by column. */
  readonly figures: readonly (readonly [number, string])[];
  readonly source: Source;
}

/** The report as the lines of a seed file, each ended by a line feed. */
export function encodeSeed(report: Report): string {
  const { lineItems, evaluations, reportedFacts, templateTexts, issues, ...head } = report;
  const records: SeedRecord[] = [{ report: head }];
  for (const statement of new Set(lineItems.map((item) => item.statement))) {
    const own = lineItems.filter((item) => item.statement === statement);
    records.push(...columnsOf(own).map((columns) => ({ columns })), ...rowsOf(own).map((row) => ({ row })));
  }
  records.push(
    ...evaluations.map((evaluation) => ({ evaluation })),
    ...reportedFacts.map((fact) => ({ fact })),
    ...templateTexts.map((templateText) => ({ templateText })),
    ...issues.map((issue) => ({ issue })),
  );
  return records.map((record) => `${JSON.stringify(record)}\n`).join('');
}

/**
 * The report that a seed file holds.
 * @throws AppError UNREADABLE_DOCUMENT with the line that is no record
 */
export function decodeSeed(text: string, fileName: string): Report {
  let head: SeedHead | null = null;
  const columns = new Map<string, SeedColumn>();
  const lineItems: LineItem[] = [];
  const evaluations: Evaluation[] = [];
  const reportedFacts: ReportedFact[] = [];
  const templateTexts: Source[] = [];
  const issues: Issue[] = [];
  text.split('\n').forEach((line, index) => {
    if (line === '') return;
    const record = parseRecord(line, fileName, index + 1);
    if ('report' in record) head = record.report;
    else if ('columns' in record) columns.set(columnKey(record.columns, record.columns.column), record.columns);
    else if ('row' in record) lineItems.push(...itemsOf(record.row, columns, fileName, index + 1));
    else if ('evaluation' in record) evaluations.push(record.evaluation);
    else if ('fact' in record) reportedFacts.push(record.fact);
    else if ('templateText' in record) templateTexts.push(record.templateText);
    else issues.push(record.issue);
  });
  if (!head) throw new AppError('UNREADABLE_DOCUMENT', `expected a report record first in ${fileName}, got none`);
  return { ...(head as SeedHead), lineItems, evaluations, reportedFacts, templateTexts, issues };
}

function columnsOf(items: readonly LineItem[]): SeedColumn[] {
  const distinct = new Map(items.map(columnOf).map((column) => [JSON.stringify(column), column]));
  return [...distinct.values()];
}

/** Neighbouring figures of one printed row share a record. */
function rowsOf(items: readonly LineItem[]): SeedRow[] {
  const rows: SeedRow[] = [];
  let open = { key: '', figures: [] as [number, string][] };
  for (const item of items) {
    const row = rowOf(item);
    const key = JSON.stringify(row);
    if (open.key !== key) {
      open = { key, figures: [] };
      rows.push({ ...row, figures: open.figures });
    }
    open.figures.push([item.column, formatPrinted(item.amount)]);
  }
  return rows;
}

function columnOf({ statement, side, column, columnLabel, flow, stage, fund, part, amount }: LineItem): SeedColumn {
  return { statement, side, column, columnLabel, flow, stage, fund, part, unit: amount.unit };
}

function rowOf(item: LineItem): Omit<SeedRow, 'figures'> {
  const { statement, side, row, label, labelUncertain, leaf, unitName, account, source } = item;
  return { statement, side, row, label, labelUncertain, leaf, unitName, account, source };
}

function columnKey({ statement, side }: Pick<SeedColumn, 'statement' | 'side'>, column: number): string {
  return `${statement}/${side ?? ''}/${column}`;
}

function itemsOf(row: SeedRow, columns: ReadonlyMap<string, SeedColumn>, fileName: string, line: number): LineItem[] {
  const { figures, ...rest } = row;
  return figures.map(([number, decimal]) => {
    const column = columns.get(columnKey(row, number));
    if (!column)
      throw new AppError(
        'UNREADABLE_DOCUMENT',
        `expected column ${number} of ${row.statement} before its rows, got none`,
        {
          file: fileName,
          line,
        },
      );
    const { unit, ...coordinates } = column;
    return { ...coordinates, ...rest, account: rest.account as AccountRef, amount: parseMoney(decimal, unit) };
  });
}

function parseRecord(line: string, file: string, number: number): SeedRecord {
  try {
    return JSON.parse(line) as SeedRecord;
  } catch {
    throw new AppError(
      'UNREADABLE_DOCUMENT',
      `expected a JSON record in line ${number} of ${file}, got ${JSON.stringify(line.slice(0, 60))}`,
    );
  }
}
