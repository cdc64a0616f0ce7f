import { createHash } from 'node:crypto';
import type { Finding } from '../domain/finding.js';
import { MEASURES_VERSION, measureIndicator } from '../domain/performance-measures.js';
import type { Issue, LineItem, PerformanceIndicator, Report } from '../domain/report.js';
import { accountIdOf } from './account-rows.js';
import { FACT_COLUMNS, FINDING_COLUMNS, factRowsOf, findingRowsOf } from './finding-rows.js';
import type { FactRow, FindingRow } from './finding-rows.js';
import { toText } from './insert-rows.js';
import type { ColumnTypes, RowOf, Value } from './insert-rows.js';
import { INNER, SOURCE, sourceRow } from './source-columns.js';
import { makeInnerIds, makeReportId } from './ids.js';
import { toKey, toStorableValue } from './storable.js';

export const LINE_ITEM_COLUMNS = {
  ...INNER,
  ...{ accountId: 'text', statement: 'text', side: 'text', row: 'int', flow: 'text', stage: 'text', fund: 'text' },
  ...{ part: 'text', column: 'int', columnLabel: 'text', label: 'text', labelUncertain: 'boolean', leaf: 'boolean' },
  ...{ unitName: 'text', amount: 'bigint', amountUnit: 'text', amountDecimals: 'int' },
  ...SOURCE,
  ...{ classification: 'text', accountCode: 'text', accountKey: 'text', level: 'text' },
} as const satisfies ColumnTypes;

export const EVALUATION_COLUMNS = {
  ...INNER,
  ...{ scope: 'text', name: 'text', evaluator: 'text', weight: 'numeric', score: 'numeric' },
  ...{ amounts: 'jsonb', executionBase: 'text' },
  ...SOURCE,
} as const satisfies ColumnTypes;

export const INDICATOR_COLUMNS = {
  ...INNER,
  ...{ evaluationId: 'text', level1: 'text', level2: 'text', name: 'text', inferredName: 'text' },
  ...{ target: 'text', actual: 'text' },
  ...{ weight: 'numeric', score: 'numeric' },
  ...SOURCE,
} as const satisfies ColumnTypes;

/** What is made of an indicator's texts: no part of what was read, nor of its digest. */
export const MEASURE_COLUMNS = { met: 'boolean', measuresVersion: 'int' } as const satisfies ColumnTypes;

export const ISSUE_COLUMNS = { ...INNER, message: 'text', statement: 'text', ...SOURCE } as const satisfies ColumnTypes;

/** Everything of a report that lies below it, but for the columns that it has from the report. */
export interface InnerRows {
  readonly lineItems: readonly RowOf<typeof LINE_ITEM_COLUMNS>[];
  readonly evaluations: readonly RowOf<typeof EVALUATION_COLUMNS>[];
  readonly indicators: readonly RowOf<typeof INDICATOR_COLUMNS & typeof MEASURE_COLUMNS>[];
  readonly issues: readonly RowOf<typeof ISSUE_COLUMNS>[];
  readonly facts: readonly FactRow[];
  readonly findings: readonly FindingRow[];
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

/** The rows of a report and of its findings, and their digest, which neither time nor the version of the reader nor any other report changes. */
export function reportRowsOf(
  report: Report,
  findings: readonly Finding[],
  department: { readonly id: string; readonly districtCode: string; readonly name: string },
): { readonly row: ReportRow; readonly inner: InnerRows } {
  const { sha256, placeInDocument, readerVersion, kind, year, title, ...rest } = toStorableValue(report);
  const id = makeReportId(department.id, sha256, placeInDocument);
  const unitScope = toKey(rest.unitScope);
  const [lineItems, facts] = [lineItemRows(rest.lineItems, id), factRowsOf(rest.reportedFacts, id)];
  const ids = { lineItems: lineItems.map((item) => item.id as string), facts: facts.map((fact) => fact.id as string) };
  const inner: InnerRows = {
    lineItems,
    ...evaluationRows(rest.evaluations, id),
    issues: issueRows(rest.issues, id),
    facts,
    findings: findingRowsOf(findings, report, ids, id),
  };
  const row = {
    ...{ departmentId: department.id, id, districtCode: department.districtCode, departmentName: department.name },
    ...{ kind, year, unitScope, title, sha256, placeInDocument },
    statements: JSON.stringify(
      rest.statements.map(({ statement, title: printed, recognisedBy, unit, unitBasis, confidence, ...rows }) => {
        const { rowsSeen, rowsRead } = rows;
        return { statement, title: printed, recognisedBy, unit, unitBasis, confidence, rowsSeen, rowsRead };
      }),
    ),
    lineItemCount: rest.lineItems.length,
  };
  return { row: { ...row, readerVersion, contentDigest: digestOf(row, inner) }, inner };
}

/** Written out: rows made of pieces take several times as long, and there are many. */
function lineItemRows(items: readonly LineItem[], reportId: string): InnerRows['lineItems'] {
  const makeId = makeInnerIds(reportId, 'line item');
  return items.map((item, position) => ({
    id: makeId(item.statement, item.side, item.row, item.column),
    position,
    accountId: accountIdOf(item.account),
    statement: item.statement,
    side: item.side,
    row: item.row,
    flow: item.flow,
    stage: item.stage,
    fund: item.fund,
    part: item.part,
    column: item.column,
    columnLabel: item.columnLabel,
    label: item.label,
    labelUncertain: item.labelUncertain,
    leaf: item.leaf,
    unitName: item.unitName,
    amount: item.amount.fen,
    amountUnit: item.amount.unit,
    amountDecimals: item.amount.decimals,
    sourceTable: item.source.table,
    sourceSection: item.source.section,
    sourceLine: item.source.line,
    sourcePage: item.source.page,
    sourceText: item.source.text,
    classification: item.account.classification,
    accountCode: item.account.code,
    accountKey: toKey(item.account.key),
    level: item.account.level,
  }));
}

function evaluationRows(
  evaluations: Report['evaluations'],
  reportId: string,
): Pick<InnerRows, 'evaluations' | 'indicators'> {
  const makeId = makeInnerIds(reportId, 'evaluation');
  const makeIndicatorId = makeInnerIds(reportId, 'indicator');
  const rows = evaluations.map((evaluation, position) => {
    const { scope, name, evaluator, weight, score, executionBase, source, indicators } = evaluation;
    const row = {
      ...{ id: makeId(source.line), position, scope, name, evaluator, weight, score, executionBase },
      amounts: JSON.stringify(evaluation.amounts.map(({ stage, decimal, unit }) => ({ stage, decimal, unit }))),
      ...sourceRow(source),
    };
    return { row, indicators };
  });
  const indicators = rows.flatMap(({ row, indicators: own }) =>
    own.map((indicator) => ({
      id: makeIndicatorId(indicator.source.line),
      evaluationId: row.id,
      ...indicatorRow(indicator),
    })),
  );
  return {
    evaluations: rows.map(({ row }) => row),
    indicators: indicators.map((indicator, position) => ({ position, ...indicator })),
  };
}

function indicatorRow(indicator: PerformanceIndicator) {
  const { level1, level2, name, inferredName, target, actual, weight, score, source } = indicator;
  return {
    ...{ level1, level2, name, inferredName, target, actual, weight, score },
    ...{ met: measureIndicator(indicator).met, measuresVersion: MEASURES_VERSION },
    ...sourceRow(source),
  };
}

function issueRows(issues: readonly Issue[], reportId: string): InnerRows['issues'] {
  const makeId = makeInnerIds(reportId, 'issue');
  return issues.map(({ message, statement, source }, position) => ({
    id: makeId(source.line, message),
    position,
    message,
    statement,
    ...sourceRow(source),
  }));
}

/** Column by column: the order of an object's fields, or fields that are not stored, make no difference. */
function digestOf(row: Readonly<Record<string, unknown>>, inner: InnerRows): string {
  const own = Object.keys(row)
    .sort()
    .map((name) => [name, row[name]]);
  const digest = createHash('sha256').update(`[${JSON.stringify(own)}`);
  const add = <T extends ColumnTypes>(types: T, rows: readonly RowOf<T>[]): void => {
    digest.update(`,[${rows.map((row) => spellRow(Object.keys(types), row)).join(',')}]`);
  };
  add(LINE_ITEM_COLUMNS, inner.lineItems);
  add(EVALUATION_COLUMNS, inner.evaluations);
  add(INDICATOR_COLUMNS, inner.indicators);
  add(ISSUE_COLUMNS, inner.issues);
  add(FACT_COLUMNS, inner.facts);
  add(FINDING_COLUMNS, inner.findings);
  return digest.update(']').digest('hex');
}

const ESCAPED_IN_JSON = /["\\\u0000-\u001f]/;

/** A list of texts, and null, as JSON; made by hand because there are many. */
function spellRow(names: readonly string[], row: Readonly<Record<string, Value>>): string {
  let json = '[';
  for (const name of names) {
    const text = toText(row[name]);
    if (json !== '[') json += ',';
    if (text === null) json += 'null';
    else json += ESCAPED_IN_JSON.test(text) ? JSON.stringify(text) : `"${text}"`;
  }
  return `${json}]`;
}
