import { AppError } from '../domain/app-error.js';
import type { PrintedUnit } from '../domain/closed-lists.js';
import { STATEMENTS } from '../domain/closed-lists.js';
import type { Issue, Report, Source } from '../domain/report.js';
import { squeeze } from '../domain/label.js';
import { readContents } from './contents-list.js';
import { UNIT_NAMES } from './furniture.js';
import { readNumber } from './printed-number.js';
import type { PrintedLine } from './printed-line.js';
import type { ReaderReference } from './reader-reference.js';
import { readPerformanceTables } from './indicators.js';
import { readHeading } from './report-heading.js';
import { readStatementLines } from './statement-lines.js';
import type { StatementTable } from './statement-table.js';
import { recogniseStatements } from './statement-table.js';
import { cutPages } from './table-page.js';

/** Raised with every change after which the same document may read differently. */
export const READER_VERSION = 1;

/**
 * Reads the lines of a document as a departmental budget or final accounts. Cells that can't be read become issues of the
 * report.
 * @throws AppError NOT_A_REPORT where the document is none or no statement of it can be recognised
 */
export function readReport(lines: readonly PrintedLine[], sha256: string, reference: ReaderReference): Report {
  const heading = readHeading(lines);
  const contents = readContents(lines);
  const pages = cutPages(lines);
  const { tables, unread } = recogniseStatements(pages, heading, contents);
  const performance = readPerformanceTables(pages, lines);
  if (tables.length === 0) {
    const why = unread.find(({ refusal }) => refusal !== null)?.refusal;
    const message = why ?? 'expected at least one statement such as 收入支出决算总表 or 收支总体情况表, got none';
    throw new AppError('NOT_A_REPORT', message, { title: heading.title });
  }
  const unit = usualUnit(tables, lines);
  const context = {
    kind: heading.kind,
    year: heading.year,
    unit,
    reference,
    knownUnits: namedUnits(tables),
  };
  const read = tables
    .map((table) => readStatementLines(table, context))
    .sort((a, b) => STATEMENTS.indexOf(a.reading.statement) - STATEMENTS.indexOf(b.reading.statement));
  const issues: Issue[] = unread.map(({ definition, title, line, amounts, refusal }) => ({
    message:
      refusal !== null
        ? `${refusal}: table refused`
        : definition
          ? `expected the columns of ${title} below its title, got others: table refused`
          : `expected a table with a known title or known heads, got one with ${amounts} amounts: table refused`,
    statement: definition?.statement ?? null,
    source: { table: title, section: null, line: line.number, page: line.page, text: line.text },
  }));
  const missing: Issue[] = [...contents]
    .filter(
      ([definition]) => definition.kind === heading.kind && !tables.some((table) => table.definition === definition),
    )
    .filter(([definition]) => !unread.some((page) => page.definition === definition))
    .map(([{ statement }, { number, title, line }]) => ({
      message: `expected ${number}${title} of the list of contents, found no such table`,
      statement,
      source: { table: null, section: null, line: line.number, page: line.page, text: line.text },
    }));
  return {
    sha256,
    placeInDocument: 0,
    readerVersion: READER_VERSION,
    ...heading,
    district: reference.districtOf(heading.department),
    statements: read.map(({ reading }) => reading),
    lineItems: read.flatMap(({ lineItems }) => lineItems),
    evaluations: performance.evaluations,
    issues: [
      ...unitIssues(tables, unit),
      ...read.flatMap((own) => own.issues),
      ...issues,
      ...missing,
      ...performance.issues,
    ].sort((a, b) => a.source.line - b.source.line),
  };
}

/**
 * The unit of tables that state none: the one that the document's other tables state, else the one in which the text repeats
 * the tables' totals ("总收入1344.33万元").
 */
function usualUnit(tables: readonly StatementTable[], lines: readonly PrintedLine[]): PrintedUnit {
  const stated = tables.map(({ unit }) => unit).filter((unit) => unit !== null);
  const units = new Set(stated);
  const [unit] = units;
  const needed = tables.some((table) => table.unit === null);
  if (unit && (units.size === 1 || !needed)) return unit;
  const told = units.size === 0 ? unitInText(tables, lines) : null;
  if (told) return told;
  const got = units.size === 0 ? 'none, and no total that the text repeats' : [...units].join(', ');
  throw new AppError('UNREADABLE_DOCUMENT', `expected one unit of money such as 单位：万元, got ${got}`);
}

/** What no table states has to be said once. */
function unitIssues(tables: readonly StatementTable[], unit: PrintedUnit): Issue[] {
  const [first] = tables;
  const row = first?.rows[0];
  if (!first || !row || tables.some((table) => table.unit !== null)) return [];
  const source: Source = { table: first.title, section: null, line: row.line, page: row.page, text: row.text };
  const message = `expected a unit such as 单位：万元 above a table, got none: read as ${unit}, in which the text repeats the totals`;
  return [{ message, statement: first.definition.statement, source }];
}

const SUMS = /^(?:.*总计|本年(?:收入|支出)合计)$/;

function unitInText(tables: readonly StatementTable[], lines: readonly PrintedLine[]): PrintedUnit | null {
  const totals = tables
    .filter(({ definition }) => definition.shape === 'SIDES')
    .flatMap(({ rows }) => rows.filter(({ label }) => SUMS.test(squeeze(label))))
    .flatMap(({ cells }) => cells.map(readNumber))
    .flatMap((own) => (own.kind === 'VALUE' && /[1-9]\d/.test(own.decimal) ? [withoutZeros(own.decimal)] : []));
  const units = new Set<PrintedUnit>();
  for (const { squeezed, cells } of lines)
    for (const [, amount = '', name = ''] of cells ? [] : squeezed.matchAll(/(\d[\d,]*(?:\.\d+)?)([千万亿]?元)/g))
      if (totals.includes(withoutZeros(amount.replaceAll(',', '')))) units.add(UNIT_NAMES[name] as PrintedUnit);
  return units.size === 1 ? ([...units][0] ?? null) : null;
}

/** Two prints of one amount may differ in the zeros after the point (36144.80, 36144.8). */
function withoutZeros(decimal: string): string {
  return decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal;
}

/** Names of units in the table of basic expenditure by unit: rows of neither a total nor an economic 类. */
function namedUnits(tables: readonly StatementTable[]): ReadonlySet<string> {
  const basic = tables.find(({ definition }) => definition.statement === 'BASIC_EXPENDITURE_BY_UNIT');
  return new Set(basic?.rows.map(({ label }) => squeeze(label)).filter((name) => name !== '') ?? []);
}
