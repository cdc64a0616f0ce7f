import { layOutReport } from '../../app/check-tables.js';
import type { CheckedReport } from '../../app/check-tables.js';
import { readAhead } from '../../app/read-ahead.js';
import type { GivenDocument } from '../../app/import-report.js';
import type { ReadingPool } from '../../app/reading-pool.js';
import { countOutcomes } from '../../app/finding-counts.js';
import { countRefusals } from '../../app/refusals.js';
import { toFindingJson } from '../../app/report-json.js';
import { AppError } from '../../domain/app-error.js';
import type { Report } from '../../domain/report.js';
import { describeReport } from '../check-text.js';
import { toPlain } from '../display-width.js';
import { EXIT_CODES } from '../exit-codes.js';
import type { ExitCode } from '../exit-codes.js';
import { listGivenDocuments } from '../given-documents.js';
import { countReaders, openReaders } from '../reading-settings.js';

export interface CheckOptions {
  readonly json?: boolean;
  /** Whether what was read with a mark counts too. */
  readonly strict?: boolean;
}

interface Checked {
  readonly path: string;
  /** What was read, or why it was refused. */
  readonly report: { readonly read: Report; readonly tables: CheckedReport } | AppError;
}

/** Reads documents without a store and prints what was read, laid out as the statements, with what could not be beside it. */
export async function runCheck(
  paths: readonly string[],
  { json = false, strict = false }: CheckOptions,
): Promise<ExitCode> {
  const { documents } = await listGivenDocuments(paths);
  const threads = countReaders(documents.length);
  const readers = openReaders(threads);
  const sound = ({ report }: Checked): boolean =>
    !(report instanceof AppError) &&
    countRefusals(report.read) === 0 &&
    countOutcomes(report.tables.findings).BROKEN === 0 &&
    !(strict && report.read.issues.length > 0);
  let unsound = 0;
  try {
    if (json) process.stdout.write('{"documents":[');
    let separator = json ? '\n' : '';
    for await (const checked of readAhead(documents, threads, (document) => check(document, readers))) {
      if (!sound(checked)) unsound += 1;
      process.stdout.write(separator + (json ? JSON.stringify(toJson(checked, sound(checked))) : describe(checked)));
      separator = json ? ',\n' : '\n';
    }
  } finally {
    await readers.close();
  }
  const exitCode = unsound > 0 ? EXIT_CODES.WITH_REFUSALS : EXIT_CODES.DONE;
  const totals = { documents: documents.length, sound: documents.length - unsound };
  if (json) process.stdout.write(`\n],\n${JSON.stringify({ totals, strict, exitCode }).slice(1)}\n`);
  else if (documents.length > 1) process.stdout.write(`\n${totals.sound} of ${totals.documents} documents sound\n`);
  return exitCode;
}

async function check({ path, load }: GivenDocument, readers: ReadingPool): Promise<Checked> {
  try {
    const read = await readers.read(await load());
    return { path, report: { read, tables: layOutReport(read) } };
  } catch (error) {
    if (error instanceof AppError) return { path, report: error };
    throw error;
  }
}

/** Null where the output goes into a file or another program. */
function widthOfScreen(): number | null {
  return process.stdout.isTTY ? process.stdout.columns : null;
}

function describe({ path, report }: Checked): string {
  if (report instanceof AppError) return `${toPlain(path)}: refused: ${toPlain(report.message)}\n`;
  return describeReport(path, report.read, report.tables, widthOfScreen());
}

function toJson({ path, report }: Checked, sound: boolean): Record<string, unknown> {
  if (report instanceof AppError) {
    const { code, message } = report;
    return { path, sound, error: { code, message } };
  }
  const { title, department, district, kind, year, unitScope, sha256, readerVersion, lineItems } = report.read;
  const heading = { title, department, district, kind, year, unitScope, sha256, readerVersion };
  const { statements, issues, findings } = report.tables;
  const counts = {
    ...{ figures: lineItems.length, issues: report.read.issues.length, refusals: countRefusals(report.read) },
    findings: countOutcomes(findings),
  };
  const evaluations = report.read.evaluations.map(({ indicators, source: _, ...rest }) => ({
    ...rest,
    indicators: indicators.length,
  }));
  return { path, sound, ...heading, counts, statements, evaluations, issues, findings: findings.map(toFindingJson) };
}
