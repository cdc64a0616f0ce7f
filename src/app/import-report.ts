import { setImmediate } from 'node:timers/promises';
import { AppError } from '../domain/app-error.js';
import type { Reference } from '../domain/reference.js';
import type { Report } from '../domain/report.js';
import { READER_VERSION } from '../read/read-report.js';
import { findReadBefore } from '../store/read-before.js';
import type { ReadBefore } from '../store/read-before.js';
import { reconcile } from '../reconcile/reconcile.js';
import { saveReport } from '../store/save-report.js';
import type { SaveOutcome } from '../store/save-report.js';
import type { Store } from '../store/store.js';
import { countOutcomes } from './finding-counts.js';
import { READY_RULES } from './keep-ready.js';
import { readAhead } from './read-ahead.js';
import { digestOf } from './read-document.js';
import { countRefusals } from './refusals.js';

export interface GivenDocument {
  /** For people to read. */
  readonly path: string;
  /** @throws AppError where the bytes can't be had */
  readonly load: () => Promise<Uint8Array<ArrayBuffer>>;
}

export interface ImportCounts {
  readonly statements: number;
  /** Printed rows that were read. */
  readonly rows: number;
  /** Rows and tables that were seen and not read. */
  readonly refusals: number;
  readonly figures: number;
  readonly issues: number;
  /** Identities that do not hold. */
  readonly broken: number;
}

/** What is said of a report that was read, now or before. */
export type ReadReport = Pick<Report, 'title' | 'district' | 'kind' | 'year' | 'unitScope' | 'issues'> & {
  readonly counts: ImportCounts;
};

/** What became of one document. */
export type ImportedDocument =
  | {
      readonly path: string;
      /** Without a store: what would be stored if none of it were. */
      readonly outcome: SaveOutcome | 'WOULD_STORE';
      readonly report: ReadReport;
      readonly reportId: string | null;
      readonly supersedesId: string | null;
    }
  /** With a report where it was read and is not complete enough. */
  | {
      readonly path: string;
      readonly outcome: 'REFUSED';
      readonly error: AppError;
      readonly report: ReadReport | null;
    }
  /** The same bytes as a document before it. */
  | { readonly path: string; readonly outcome: 'DUPLICATE'; readonly sameAs: string };

export interface ImportRequest {
  /** Null: everything is read and nothing stored. */
  readonly store: Store | null;
  readonly reference: Reference;
  readonly documents: Iterable<GivenDocument>;
  readonly read: (bytes: Uint8Array<ArrayBuffer>) => Promise<Report>;
  /** Documents that are read, or wait to be stored, at a time. */
  readonly ahead: number;
  /** Whether a report of which something could not be read is refused. */
  readonly strict: boolean;
  /** Aborted: the report being stored is the last one. */
  readonly signal?: AbortSignal;
  readonly onBegin?: (path: string) => void;
}

/** A document on its way: read, or why not; null where nobody needs to know, because its bytes were met before or all is to stop. */
interface Prepared {
  readonly path: string;
  readonly sha256: string | null;
  readonly found: { readonly now: Report } | { readonly before: ReadBefore } | AppError | null;
}

/**
 * Reads documents ahead and stores them one after the other, in their order, a transaction each. A document that can't be read or is no
 * report is refused and the next goes on; one that is stored is not read again; what stands in the way of all (store gone, a bug)
 * is thrown.
 */
export async function* importReports(request: ImportRequest): AsyncGenerator<ImportedDocument> {
  /** The first document of each content. */
  const met = new Map<string, string>();
  const begin = (document: GivenDocument): Promise<Prepared> => prepare(document, met, request);
  for await (const { path, sha256, found } of readAhead(request.documents, request.ahead, begin)) {
    await setImmediate(); // the embedded store leaves signals no other moment
    if (request.signal?.aborted) return;
    const sameAs = sha256 === null ? undefined : met.get(sha256);
    if (sha256 !== null && sameAs === undefined) met.set(sha256, path);
    if (sameAs !== undefined) yield { path, outcome: 'DUPLICATE', sameAs };
    else if (found instanceof AppError) yield { path, outcome: 'REFUSED', error: found, report: null };
    else if (found) yield await settle(path, found, request);
  }
}

async function prepare(
  { path, load }: GivenDocument,
  met: ReadonlyMap<string, string>,
  { store, read, onBegin, signal }: ImportRequest,
): Promise<Prepared> {
  if (signal?.aborted) return { path, sha256: null, found: null };
  const bytes = await load().catch(refusal);
  if (bytes instanceof AppError) return { path, sha256: null, found: bytes };
  const sha256 = digestOf(bytes);
  if (met.has(sha256)) return { path, sha256, found: null };
  const before = store ? await findReadBefore(store, sha256, READER_VERSION) : null;
  if (before) return { path, sha256, found: { before } };
  onBegin?.(path);
  const now = await read(bytes).catch(refusal);
  return { path, sha256, found: now instanceof AppError ? now : { now } };
}

function refusal(error: unknown): AppError {
  if (error instanceof AppError) return error;
  throw error;
}

async function settle(
  path: string,
  found: Exclude<Prepared['found'], AppError | null>,
  { store, reference, strict }: ImportRequest,
): Promise<ImportedDocument> {
  const findings = 'now' in found ? reconcile(found.now) : [];
  const report =
    'now' in found
      ? describe(found.now, { figures: found.now.lineItems.length, broken: countOutcomes(findings).BROKEN })
      : describe(found.before, found.before);
  if (strict && report.counts.refusals > 0)
    return { path, outcome: 'REFUSED', error: incomplete(report.counts, 'before' in found), report };
  if ('before' in found) {
    const { reportId, supersedesId } = found.before;
    return { path, outcome: 'UNCHANGED', report, reportId, supersedesId };
  }
  if (!store) return { path, outcome: 'WOULD_STORE', report, reportId: null, supersedesId: null };
  return { path, report, ...(await saveReport(store, found.now, reference, findings, READY_RULES)) };
}

function describe(
  read: Omit<ReadReport, 'counts'> & Pick<Report, 'statements'>,
  { figures, broken }: Pick<ImportCounts, 'figures' | 'broken'>,
): ReadReport {
  const { title, district, kind, year, unitScope, statements, issues } = read;
  const counts = {
    statements: statements.length,
    rows: statements.reduce((sum, { rowsRead }) => sum + rowsRead, 0),
    refusals: countRefusals({ statements, issues }),
    figures,
    issues: issues.length,
    broken,
  };
  return { title, district, kind, year, unitScope, issues, counts };
}

function incomplete({ refusals }: ImportCounts, stored: boolean): AppError {
  const rest = stored ? ' (it was stored before)' : '';
  const sentence = `expected every row and table to be read, got ${refusals} that could not be${rest}`;
  return new AppError('UNREADABLE_DOCUMENT', sentence);
}
