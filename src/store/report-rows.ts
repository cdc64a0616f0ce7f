import { createHash } from 'node:crypto';
import type { Issue, LineItem, PerformanceIndicator, Report, Source } from '../domain/report.js';
import { accountIdOf } from './account-rows.js';
import { toText } from './insert-rows.js';
import type { ColumnTypes, RowOf } from './insert-rows.js';
import { makeInnerIds, makeReportId } from './ids.js';
import { toKey, toStorableValue } from './storable.js';

const INNER = { departmentId: 'text', id: 'text', reportId: 'text', position: 'int' } as const satisfies ColumnTypes;
const SOURCE = {
  sourceTable: 'text',
  sourceSection: 'text',
  sourceLine: 'int',
  sourcePage: 'int',
  sourceText: 'text',
} as const satisfies ColumnTypes;
const COPIED = { districtCode: 'text', year: 'int', current: 'boolean' } as const satisfies ColumnTypes;

export const LINE_ITEM_COLUMNS = {
  ...INNER,
  ...{ accountId: 'text', statement: 'text', side: 'text', row: 'int', flow: 'text', stage: 'text', fund: 'text' },
  ...{ part: 'text', column: 'int', columnLabel: 'text', label: 'text', labelUncertain: 'boolean', leaf: 'boolean' },
  ...{ unitName: 'text', amount: 'bigint', amountUnit: 'text', amountDecimals: 'int' },
  ...SOURCE,
  ...COPIED,
  ...{
    kind: 'text',
    unitScope: 'text',
    classification: 'text',
    accountCode: 'text',
    accountKey: 'text',
    level: 'text',
  },
} as const satisfies ColumnTypes;

export const EVALUATION_COLUMNS = {
  ...INNER,
  ...{ scope: 'text', name: 'text', evaluator: 'text', weight: 'numeric', score: 'numeric' },
  ...SOURCE,
  ...COPIED,
} as const satisfies ColumnTypes;

export const INDICATOR_COLUMNS = {
  ...INNER,
  ...{ evaluationId: 'text', level1: 'text', level2: 'text', name: 'text', target: 'text', actual: 'text' },
  ...{ weight: 'numeric', score: 'numeric' },
  ...SOURCE,
  ...COPIED,
} as const satisfies ColumnTypes;

export const ISSUE_COLUMNS = { ...INNER, message: 'text', statement: 'text', ...SOURCE } as const satisfies ColumnTypes;

/** Everything of a report that lies below it. */
export interface InnerRows {
  readonly lineItems: readonly RowOf<typeof LINE_ITEM_COLUMNS>[];
  readonly evaluations: readonly RowOf<typeof EVALUATION_COLUMNS>[];
  readonly indicators: readonly RowOf<typeof INDICATOR_COLUMNS>[];
  readonly issues: readonly RowOf<typeof ISSUE_COLUMNS>[];
}

/** A report's own row, but for what depends on the other reports of its department. */
export interface ReportRow {
  readonly departmentId: string;
  readonly id: string;
  readonly districtCode: string;
  readonly kind: string;
  readonly year: number;
  readonly unitScope: string;
  readonly title: string;
  readonly departmentName: string;
  readonly sha256: string;
  readonly placeInDocument: number;
  readonly readerVersion: number;
  /** JSON. */
  readonly statements: string;
  readonly lineItemCount: number;
  readonly contentDigest: string;
}

/** The rows of a report and their digest, which neither time nor the version of the reader nor any other report changes. */
export function reportRowsOf(
  report: Report,
  department: { readonly id: string; readonly districtCode: string; readonly name: string },
): { readonly row: ReportRow; readonly inner: InnerRows } {
  const { sha256, placeInDocument, readerVersion, kind, year, title, ...rest } = toStorableReport(report);
  const id = makeReportId(department.id, sha256, placeInDocument);
  const unitScope = toKey(rest.unitScope);
  const owner = { departmentId: department.id, reportId: id };
  const copied = { districtCode: department.districtCode, year, current: true };
  const inner: InnerRows = {
    lineItems: lineItemRows(rest.lineItems, owner, { ...copied, kind, unitScope }),
    ...evaluationRows(rest.evaluations, owner, copied),
    issues: issueRows(rest.issues, owner),
  };
  const row = {
    ...{ departmentId: department.id, id, districtCode: department.districtCode, departmentName: department.name },
    ...{ kind, year, unitScope, title, sha256, placeInDocument },
    statements: JSON.stringify(
      rest.statements.map(({ statement, title: printed, recognisedBy, rowsSeen, rowsRead }) => {
        return { statement, title: printed, recognisedBy, rowsSeen, rowsRead };
      }),
    ),
    lineItemCount: rest.lineItems.length,
  };
  return { row: { ...row, readerVersion, contentDigest: digestOf(row, inner) }, inner };
}

function toStorableReport(report: Report): Report {
  const { lineItems, ...rest } = report;
  const storable = toStorableValue({
    ...rest,
    lineItems: lineItems.map((item) => ({ ...item, amount: { ...item.amount, fen: item.amount.fen.toString() } })),
  });
  return {
    ...storable,
    lineItems: storable.lineItems.map((item) => ({
      ...item,
      amount: { ...item.amount, fen: BigInt(item.amount.fen) },
    })),
  };
}

interface Owner {
  readonly departmentId: string;
  readonly reportId: string;
}
type Copied = Readonly<Record<keyof typeof COPIED, string | number | boolean>>;

function lineItemRows(
  items: readonly LineItem[],
  owner: Owner,
  copied: Copied & { readonly kind: string; readonly unitScope: string },
): InnerRows['lineItems'] {
  const makeId = makeInnerIds(owner.reportId, 'line item');
  return items.map(({ account, amount, source, ...item }, position) => ({
    ...owner,
    id: makeId(item.statement, item.side, item.row, item.column),
    position,
    ...item,
    accountId: accountIdOf(account),
    ...{ amount: amount.fen, amountUnit: amount.unit, amountDecimals: amount.decimals },
    ...sourceRow(source),
    ...copied,
    classification: account.classification,
    accountCode: account.code,
    accountKey: toKey(account.key),
    level: account.level,
  }));
}

function evaluationRows(
  evaluations: Report['evaluations'],
  owner: Owner,
  copied: Copied,
): Pick<InnerRows, 'evaluations' | 'indicators'> {
  const makeId = makeInnerIds(owner.reportId, 'evaluation');
  const makeIndicatorId = makeInnerIds(owner.reportId, 'indicator');
  const rows = evaluations.map(({ indicators, source, ...evaluation }, position) => {
    const id = makeId(source.line);
    const row = { ...owner, id, position, ...evaluation, ...sourceRow(source), ...copied };
    return { row, indicators: indicators.map((indicator) => ({ evaluationId: id, indicator })) };
  });
  return {
    evaluations: rows.map(({ row }) => row),
    indicators: rows
      .flatMap(({ indicators }) => indicators)
      .map(({ evaluationId, indicator }, position) => ({
        ...owner,
        id: makeIndicatorId(indicator.source.line),
        position,
        evaluationId,
        ...indicatorRow(indicator),
        ...copied,
      })),
  };
}

function indicatorRow({ source, ...indicator }: PerformanceIndicator) {
  return { ...indicator, ...sourceRow(source) };
}

function issueRows(issues: readonly Issue[], owner: Owner): InnerRows['issues'] {
  const makeId = makeInnerIds(owner.reportId, 'issue');
  return issues.map(({ message, statement, source }, position) => ({
    ...owner,
    id: makeId(source.line, message),
    position,
    message,
    statement,
    ...sourceRow(source),
  }));
}

function sourceRow({ table, section, line, page, text }: Source) {
  return { sourceTable: table, sourceSection: section, sourceLine: line, sourcePage: page, sourceText: text };
}

/** Column by column: the order of an object's fields, or fields that are not stored, make no difference. */
function digestOf(row: Readonly<Record<string, unknown>>, inner: InnerRows): string {
  const own = Object.keys(row)
    .sort()
    .map((name) => [name, row[name]]);
  const tables = [
    pickColumns(LINE_ITEM_COLUMNS, inner.lineItems),
    pickColumns(EVALUATION_COLUMNS, inner.evaluations),
    pickColumns(INDICATOR_COLUMNS, inner.indicators),
    pickColumns(ISSUE_COLUMNS, inner.issues),
  ];
  return createHash('sha256')
    .update(JSON.stringify([own, ...tables]))
    .digest('hex');
}

function pickColumns<T extends ColumnTypes>(types: T, rows: readonly RowOf<T>[]): (string | null)[][] {
  return rows.map((row) => Object.keys(types).map((name) => toText(row[name])));
}
