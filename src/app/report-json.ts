import type { Finding } from '../domain/finding.js';
import { formatFen } from '../domain/money.js';
import type { Evaluation, Issue, LineItem, PerformanceIndicator, Report, ReportedFact } from '../domain/report.js';

/** The canonical report with what came of checking it as plain JSON: amounts in 万元 as exact decimal text, enum names as in the API. */
export function toReportJson(report: Report, findings: readonly Finding[]): Record<string, unknown> {
  const { kind, title, department, district, year, sha256, unitScope, readerVersion, statements } = report;
  return {
    kind,
    title,
    department,
    district,
    year,
    sha256,
    unitScope,
    readerVersion,
    statements,
    lineItems: report.lineItems.map(toLineItemJson),
    performanceIndicators: report.evaluations.flatMap((evaluation) =>
      evaluation.indicators.map((indicator) => toIndicatorJson(evaluation, indicator)),
    ),
    findings: findings.map(toFindingJson),
    reportedFacts: report.reportedFacts.map(toFactJson),
    issues: report.issues.map(toIssueJson),
  };
}

function toLineItemJson(item: LineItem): Record<string, unknown> {
  const { statement, flow, stage, fund, part, column, columnLabel, label, labelUncertain, leaf, unitName } = item;
  const { classification, code, level, edition } = item.account;
  return {
    statement,
    flow,
    stage,
    fund,
    part,
    column,
    columnLabel,
    label,
    labelUncertain,
    leaf,
    unitName,
    account: { classification, code, level, edition },
    amount: formatFen(item.amount.fen, 'WAN_YUAN'),
    line: item.source.line,
    page: item.source.page,
    table: item.source.table,
    text: item.source.text,
  };
}

function toIndicatorJson(
  { scope, name: subject, evaluator }: Evaluation,
  { level1, level2, name, target, actual, weight, score, source }: PerformanceIndicator,
): Record<string, unknown> {
  const evaluation = { scope, name: subject, evaluator };
  return { evaluation, level1, level2, name, target, actual, weight, score, line: source.line, table: source.table };
}

function toFactJson(fact: ReportedFact): Record<string, unknown> {
  const { metric, account, label, kind, base, stage, year, value, valueUnit, source } = fact;
  const { line, page, section, text } = source;
  const accountCode = account?.code ?? null;
  return { metric, accountCode, label, kind, base, stage, year, value, valueUnit, line, page, section, text };
}

function toIssueJson({ message, statement, source }: Issue): Record<string, unknown> {
  return { message, statement, line: source.line, page: source.page, table: source.table, text: source.text };
}

/** A finding as plain JSON: amounts as exact decimal text in its unit. */
export function toFindingJson({ rule, outcome, message, source, ...amounts }: Finding): Record<string, unknown> {
  const { expected, actual, difference, tolerance, unit } = amounts;
  const figures = { expected, actual, difference, tolerance, unit };
  const place = { line: source.line, page: source.page, table: source.table };
  return { rule: rule.id, kind: rule.kind, outcome, message, ...figures, ...place };
}
