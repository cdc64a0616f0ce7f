import { stat } from 'node:fs/promises';
import { loadReference } from '../../app/load-reference.js';
import { countRefusals } from '../../app/refusals.js';
import { restateReport, restateStoredReport, toRestatedJson } from '../../app/restate-report.js';
import type { RestatedReport } from '../../app/restate-report.js';
import { AppError } from '../../domain/app-error.js';
import { openStore } from '../../store/open-store.js';
import { resolvePath, storeLocation } from '../environment.js';
import { EXIT_CODES } from '../exit-codes.js';
import type { ExitCode } from '../exit-codes.js';
import { readGivenDocument } from '../given-documents.js';
import { openReaders } from '../reading-settings.js';
import { describeRestated } from '../restate-text.js';

export interface RestateOptions {
  /** A year, as it was written. */
  readonly edition: string;
  readonly json?: boolean;
}

/** What is no id: no store is opened for a name that was misspelt. */
const LIKE_A_PATH = /[/\\]|\.[a-z]{2,5}$/i;

/** Prints a report's coded rows on the accounts of another year; of a file without a store, of a stored report by its id. */
export async function runRestate(report: string, { edition, json = false }: RestateOptions): Promise<ExitCode> {
  if (!/^\d{4}$/.test(edition))
    throw new AppError('BAD_USER_INPUT', `expected --edition to be a year, got ${JSON.stringify(edition)}`);
  const isFile = await stat(resolvePath(report)).catch(() => null);
  if (!isFile && LIKE_A_PATH.test(report))
    throw new AppError('BAD_USER_INPUT', `expected a file or the id of a report, got ${report}, which isn't there`);
  const { restated, refusals } = isFile
    ? await restateFile(report, Number(edition))
    : { restated: await restateStored(report, Number(edition)), refusals: 0 };
  const width = process.stdout.isTTY ? process.stdout.columns : null;
  process.stdout.write(
    json ? `${JSON.stringify(toRestatedJson(restated), null, 1)}\n` : describeRestated(restated, width),
  );
  return refusals > 0 ? EXIT_CODES.WITH_REFUSALS : EXIT_CODES.DONE;
}

async function restateFile(file: string, edition: number): Promise<{ restated: RestatedReport; refusals: number }> {
  const bytes = await readGivenDocument(file);
  const readers = openReaders(1);
  try {
    const report = await readers.read(bytes);
    return { restated: restateReport(report, edition, loadReference()), refusals: countRefusals(report) };
  } finally {
    await readers.close();
  }
}

async function restateStored(id: string, edition: number): Promise<RestatedReport> {
  const store = await openStore(storeLocation());
  try {
    return await restateStoredReport(store, id, edition, loadReference());
  } finally {
    await store.close();
  }
}
