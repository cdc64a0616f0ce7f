import { AppError } from '../domain/app-error.js';
import { STATEMENTS } from '../domain/closed-lists.js';
import type { Issue, Report } from '../domain/report.js';
import { squeeze } from '../domain/label.js';
import { reportUnlikeCodes } from './code-checks.js';
import { readContents } from './contents-list.js';
import { describeGuess } from './nearest-guess.js';
import { reportLostParts } from './lost-parts.js';
import { reportLooseRows, reportLostTables } from './lost-tables.js';
import { readNarrative } from './narrative/read-narrative.js';
import type { PrintedLine } from './printed-line.js';
import type { ReaderReference } from './reader-reference.js';
import { readPerformance } from './performance.js';
import { readHeading } from './report-heading.js';
import { readStatementLines } from './statement-lines.js';
import type { StatementTable } from './statement-table.js';
import { recogniseStatements } from './statement-table.js';
import { cutPages } from './table-page.js';
import { decideUnits } from './table-units.js';

/** Raised with every change after which the same document may read differently. */
export const READER_VERSION = 3;

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
  if (tables.length === 0) {
    const why = unread.find(({ refusal }) => refusal !== null)?.refusal;
    const message =
      why ??
      `expected at least one statement such as 收入支出决算总表 or 收支总体情况表, got none${describeGuess(lines)}`;
    throw new AppError('NOT_A_REPORT', message, { title: heading.title });
  }
  const units = decideUnits(tables, lines);
  const storedNumbers = new Set(lines.flatMap((line) => (line.storedNumbers ? [line.number] : [])));
  const context = { kind: heading.kind, year: heading.year, reference, knownUnits: namedUnits(tables), storedNumbers };
  const read = units.tables
    .map((table) => readStatementLines(table, context))
    .sort((a, b) => STATEMENTS.indexOf(a.reading.statement) - STATEMENTS.indexOf(b.reading.statement));
  const lineItems = read.flatMap((own) => own.lineItems);
  const performance = readPerformance(pages, lines, lineItems);
  const flat = pages.filter(({ medium }) => medium === 'FLAT').flatMap((page) => page.lines);
  const narrative = readNarrative(lines, new Set(flat), heading, lineItems);
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
  const found = new Set([...tables, ...unread].flatMap(({ definition }) => definition?.statement ?? []));
  return {
    sha256,
    placeInDocument: 0,
    readerVersion: READER_VERSION,
    ...heading,
    district: reference.districtOf(heading.department),
    statements: read.map(({ reading }) => reading),
    lineItems,
    evaluations: performance.evaluations,
    reportedFacts: narrative.facts,
    templateTexts: narrative.templateTexts,
    issues: [
      ...reportLostParts(lines),
      ...units.issues,
      ...read.flatMap((own) => own.issues),
      ...reportUnlikeCodes(lineItems),
      ...issues,
      ...reportLostTables(lines, heading.kind, contents, found),
      ...reportLooseRows(lines, pages),
      ...performance.issues,
    ].sort((a, b) => a.source.line - b.source.line),
  };
}

/** Names of units in the table of basic expenditure by unit: rows of neither a total nor an economic 类. */
function namedUnits(tables: readonly StatementTable[]): ReadonlySet<string> {
  const basic = tables.find(({ definition }) => definition.statement === 'BASIC_EXPENDITURE_BY_UNIT');
  return new Set(basic?.rows.map(({ label }) => squeeze(label)).filter((name) => name !== '') ?? []);
}
