import type { Report } from '../../domain/report.js';
import { checkReport, countOutcomes } from '../../app/finding-counts.js';
import { countRefusals } from '../../app/refusals.js';
import { toReportJson } from '../../app/report-json.js';
import type { ExitCode } from '../exit-codes.js';
import { EXIT_CODES } from '../exit-codes.js';
import { readGivenDocument } from '../given-documents.js';
import { openReaders } from '../reading-settings.js';

/** Reads one document without a store and prints the report: as JSON, or as a summary for people. */
export async function runRead(file: string, options: { json?: boolean }): Promise<ExitCode> {
  const report = await readOne(file);
  const findings = checkReport(report);
  process.stdout.write(
    options.json ? `${JSON.stringify(toReportJson(report, findings), null, 1)}\n` : summarise(report),
  );
  return countRefusals(report) > 0 || countOutcomes(findings).BROKEN > 0 ? EXIT_CODES.WITH_REFUSALS : EXIT_CODES.DONE;
}

async function readOne(file: string): Promise<Report> {
  const bytes = await readGivenDocument(file);
  const readers = openReaders(1);
  try {
    return await readers.read(bytes);
  } finally {
    await readers.close();
  }
}

function summarise(report: Report): string {
  const figures = (statement: string): number => report.lineItems.filter((item) => item.statement === statement).length;
  const lines = [
    report.title,
    `${report.department} · ${report.district} · ${report.year} · ${report.kind} · sha256 ${report.sha256}`,
    '',
    ...report.statements.map(
      ({ statement, rowsRead, rowsSeen, recognisedBy }) =>
        `${statement.padEnd(36)} ${String(figures(statement)).padStart(6)} figures  ${rowsRead}/${rowsSeen} rows  by ${recognisedBy === 'TITLE' ? 'title' : 'column heads'}`,
    ),
    `${'total'.padEnd(36)} ${String(report.lineItems.length).padStart(6)} figures`,
    ...report.evaluations.map(
      ({ scope, name, indicators }) =>
        `${scope.toLowerCase()} evaluation ${name ?? ''}: ${indicators.length} indicators`,
    ),
    ...(report.issues.length > 0 ? ['', `${report.issues.length} issues:`] : []),
    ...report.issues.map(({ source, message }) => `  line ${source.line}: ${message}`),
  ];
  return `${lines.join('\n')}\n`;
}
