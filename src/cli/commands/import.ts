import { importReports } from '../../app/import-report.js';
import type { ImportRequest, ImportedDocument } from '../../app/import-report.js';
import { loadReference } from '../../app/load-reference.js';
import { openStore } from '../../store/open-store.js';
import { storeLocation } from '../environment.js';
import { EXIT_CODES } from '../exit-codes.js';
import type { ExitCode } from '../exit-codes.js';
import { listGivenDocuments } from '../given-documents.js';
import type { GivenDocuments } from '../given-documents.js';
import { makeImportJson } from '../import-json.js';
import { openScreen } from '../import-screen.js';
import { countFinished, describeTally, exitCodeOf, startTally, tally } from '../import-tally.js';
import type { ImportTally } from '../import-tally.js';
import { describeDocument } from '../import-text.js';
import { countReaders, openReaders } from '../reading-settings.js';
import { catchSignals } from '../stop-signals.js';
import { toPlain } from '../display-width.js';

export interface ImportOptions {
  readonly json?: boolean;
  readonly dryRun?: boolean;
  readonly strict?: boolean;
}

/** Documents that may be read, or wait to be stored, for each thread that reads. */
const AHEAD = 2;

/** Imports files and the documents in folders; says for each what was read and refused, where and why. */
export async function runImport(paths: readonly string[], options: ImportOptions): Promise<ExitCode> {
  const given = await listGivenDocuments(paths);
  const threads = countReaders(given.documents.length);
  const readers = openReaders(threads);
  const signal = catchSignals();
  signal.addEventListener('abort', () => void readers.close(), { once: true });
  try {
    const store = options.dryRun ? null : await openStore(storeLocation());
    try {
      const { documents } = given;
      const { strict = false } = options;
      const request = { store, documents, strict, signal, reference: loadReference(), ahead: threads * AHEAD };
      return await importAll({ ...request, read: (bytes) => readers.read(bytes) }, given, options);
    } finally {
      await store?.close();
    }
  } finally {
    await readers.close();
  }
}

async function importAll(
  request: ImportRequest,
  given: GivenDocuments,
  { json = false }: ImportOptions,
): Promise<ExitCode> {
  const counts = startTally(given.documents.length);
  const screen = openScreen(counts.documents, { json });
  const report = json ? reportAsJson(request, given, counts) : reportAsText(request, given, counts);
  const stopping = request.store ? 'stopping after the report that is being stored …' : 'stopping …';
  request.signal?.addEventListener('abort', () => screen.note(stopping));
  try {
    screen.write(report.begin());
    for await (const document of importReports({ ...request, onBegin: (path) => screen.begin(path) })) {
      tally(counts, document);
      screen.finish(report.document(document));
    }
    screen.write(report.end());
    if (countFinished(counts) < counts.documents) screen.note(describeStop(counts, request));
  } catch (failure) {
    screen.write(report.end(failure));
    throw failure;
  } finally {
    screen.end();
  }
  return exitCodeOf(counts);
}

/** What is said on stdout. */
interface Account {
  begin(): string;
  document(document: ImportedDocument): string;
  end(failure?: unknown): string;
}

function reportAsText({ store }: ImportRequest, { repeated }: GivenDocuments, counts: ImportTally): Account {
  return {
    begin: () => repeated.map((path) => `${toPlain(path)}: named more than once, read once\n`).join(''),
    document: describeDocument,
    end: (failure) => (failure === undefined ? `${describeTally(counts, store?.place ?? null)}\n` : ''),
  };
}

function reportAsJson(request: ImportRequest, { repeated }: GivenDocuments, counts: ImportTally): Account {
  const { begin, document, end } = makeImportJson();
  const { strict, store } = request;
  return {
    begin,
    document,
    end: (failure) => {
      const stopped = failure === undefined && countFinished(counts) < counts.documents;
      const exitCode = failure === undefined ? exitCodeOf(counts) : EXIT_CODES.FAILED;
      return end({ counts, repeated, store: store?.place ?? null, strict, stopped, exitCode, failure });
    },
  };
}

function describeStop(counts: ImportTally, { store }: ImportRequest): string {
  const stopped = `stopped after ${countFinished(counts)} of ${counts.documents} documents`;
  return store ? `${stopped}; the same command again goes on: what is stored is not read twice` : stopped;
}
