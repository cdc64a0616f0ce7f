import { AppError } from '../domain/app-error.js';
import type { Reference } from '../domain/reference.js';
import type { Report } from '../domain/report.js';
import { saveReport } from '../store/save-report.js';
import type { SavedReport } from '../store/save-report.js';
import type { Store } from '../store/store.js';

export interface Document {
  /** For people to read. */
  readonly path: string;
  /** Or why there are none. */
  readonly bytes: Uint8Array | AppError;
}

export interface ImportCounts {
  readonly statements: number;
  /** Printed rows that were read. */
  readonly rows: number;
  readonly figures: number;
  readonly issues: number;
}

/** What became of one document. */
export type ImportedDocument =
  | ({ readonly path: string; readonly report: Report; readonly counts: ImportCounts } & SavedReport)
  | { readonly path: string; readonly outcome: 'REFUSED'; readonly error: AppError };

export interface ImportRequest {
  readonly store: Store;
  readonly reference: Reference;
  readonly documents: AsyncIterable<Document> | Iterable<Document>;
  readonly read: (bytes: Uint8Array, path: string) => Report;
  readonly onProgress?: (imported: ImportedDocument) => void;
}

/**
 * Reads and stores documents one after the other, a transaction each. A document that can't be read or is no report is refused and the
 * next goes on; what stands in the way of all (store gone, a bug) is thrown.
 */
export async function importReports(request: ImportRequest): Promise<readonly ImportedDocument[]> {
  const imported: ImportedDocument[] = [];
  for await (const document of request.documents) {
    const outcome = await importDocument(document, request);
    imported.push(outcome);
    request.onProgress?.(outcome);
  }
  return imported;
}

async function importDocument({ path, bytes }: Document, request: ImportRequest): Promise<ImportedDocument> {
  const report = bytes instanceof AppError ? bytes : readOrRefuse(() => request.read(bytes, path));
  if (report instanceof AppError) return { path, outcome: 'REFUSED', error: report };
  const saved = await saveReport(request.store, report, request.reference);
  return { path, report, counts: countRead(report), ...saved };
}

function readOrRefuse(read: () => Report): Report | AppError {
  try {
    return read();
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
}

function countRead({ statements, lineItems, issues }: Report): ImportCounts {
  return {
    statements: statements.length,
    rows: statements.reduce((sum, { rowsRead }) => sum + rowsRead, 0),
    figures: lineItems.length,
    issues: issues.length,
  };
}
