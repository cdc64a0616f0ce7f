import type { CheckedReport, CheckedRow, CheckedSide, CheckedStatement } from '../app/check-tables.js';
import { countRefusals } from '../app/refusals.js';
import type { FindingOutcome, PrintedUnit, Side } from '../domain/closed-lists.js';
import type { Finding } from '../domain/finding.js';
import type { Evaluation, Report } from '../domain/report.js';
import { toPlain } from './display-width.js';
import { describeIssue } from './import-text.js';
import { layOutTable } from './text-table.js';
import type { TextColumn } from './text-table.js';

const UNIT_NAMES: Readonly<Record<PrintedUnit, string>> = {
  YUAN: '元',
  QIAN_YUAN: '千元',
  WAN_YUAN: '万元',
  YI_YUAN: '亿元',
};
const SIDE_NAMES: Readonly<Record<Side, string>> = {
  REVENUE: '收入',
  EXPENDITURE: '支出',
  PERSONNEL: '人员经费',
  OPERATING: '公用经费',
};

/** A report as people compare it with its document: statement by statement; `width` null where lines may be of any length. */
export function describeReport(
  path: string,
  report: Report,
  { statements, issues, findings }: CheckedReport,
  width: number | null,
): string {
  const { title, department, district, year, kind, sha256 } = report;
  const lines = [
    `${toPlain(path)}: ${toPlain(title)}`,
    `${toPlain(department)} · ${district} · ${year} · ${kind} · sha256 ${sha256}`,
    ...statements.flatMap((statement) => ['', ...describeStatement(statement, width)]),
    ...describeEvaluations(report.evaluations),
    ...(issues.length > 0 ? ['', 'issues beside no row'] : []),
    ...issues.map((issue) => `  ${describeIssue(issue)}`),
    '',
    summarise(report, findings),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function describeStatement(own: CheckedStatement, width: number | null): string[] {
  const { statement, title, recognisedBy, units, rowsRead, rowsSeen, sides } = own;
  const how = recognisedBy === 'TITLE' ? 'by title' : 'by column heads';
  const unit = units.map((name) => UNIT_NAMES[name]).join(', ') || 'no amounts';
  const name = title === null ? statement : `${toPlain(title)} (${statement})`;
  return [
    `${name}: ${how}, ${unit}, ${rowsRead} of ${rowsSeen} rows`,
    ...sides.flatMap((side) => describeSide(side, width)),
  ];
}

function describeSide({ side, columns, rows }: CheckedSide, width: number | null): string[] {
  const withCodes = rows.some(({ code }) => code !== null);
  const withPages = rows.some(({ page }) => page !== null);
  const named: TextColumn[] = [
    ...(withPages ? [{ head: 'page', align: 'RIGHT' as const }] : []),
    { head: 'line', align: 'RIGHT' },
    ...(withCodes ? [{ head: 'code', align: 'LEFT' as const }] : []),
    { head: side === null ? 'row' : SIDE_NAMES[side], align: 'LEFT' },
  ];
  const cellsOf = ({ page, line, code, amounts, ...row }: CheckedRow): string[] => [
    ...(withPages ? [String(page ?? '')] : []),
    String(line),
    ...(withCodes ? [code ?? ''] : []),
    toPlain(row.labelUncertain ? `${row.label} (?)` : row.label),
    ...amounts.map((amount) => amount ?? ''),
  ];
  const table = {
    named,
    columns: columns.map(({ column, label }) => ({
      head: toPlain(label ?? `column ${column}`),
      align: 'RIGHT' as const,
    })),
    rows: rows.map((row, index) => ({
      cells: cellsOf(row),
      heading: headingOf(row, rows[index - 1]),
      notes: [
        ...row.issues.map((text) => `      ! ${toPlain(text)}`),
        ...row.findings.map((text) => `      ≠ ${toPlain(text)}`),
      ],
    })),
  };
  return layOutTable(table, width);
}

/** A unit of the department where its rows begin, unless the first of them bears its name. */
function headingOf({ unitName, label }: CheckedRow, before: CheckedRow | undefined): string | null {
  if (unitName === null || unitName === before?.unitName || unitName === label) return null;
  return `      ${toPlain(unitName)}:`;
}

function describeEvaluations(evaluations: readonly Evaluation[]): string[] {
  const lines = evaluations.map(({ scope, name, score, indicators }) => {
    const subject = name === null ? '' : ` ${toPlain(name)}`;
    const points = score === null ? '' : `, score ${score}`;
    return `${scope.toLowerCase()} evaluation${subject}: ${indicators.length} indicators${points}`;
  });
  return lines.length > 0 ? ['', ...lines] : [];
}

function summarise(report: Report, findings: readonly Finding[]): string {
  const { statements, lineItems, issues } = report;
  const refusals = countRefusals(report);
  const unread = refusals > 0 ? `, ${refusals} rows or tables not read` : '';
  const count = (own: FindingOutcome): number => findings.filter(({ outcome }) => outcome === own).length;
  const unchecked = findings.filter(({ outcome }) => outcome === 'NOT_EVALUABLE');
  const nowhere = unchecked.filter((finding) => finding.lineItems.length === 0);
  return [
    `${statements.length} statements, ${lineItems.length} figures, ${issues.length} issues${unread}`,
    `identities: ${count('EXACT')} exact, ${count('ROUNDING')} within rounding, ${count('BROKEN')} broken, ${unchecked.length} not evaluable`,
    ...unchecked
      .filter((finding) => !nowhere.includes(finding))
      .map(({ rule, message, source }) => `  line ${source.line}: ${rule.title}: ${toPlain(message)}`),
    ...(nowhere.length > 0 ? [`  without figures: ${nowhere.map(({ rule }) => rule.id).join(', ')}`] : []),
  ].join('\n');
}
