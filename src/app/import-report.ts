import type { AppError } from '../domain/app-error.js';
import type { Reference } from '../domain/reference.js';
import type { Report } from '../domain/report.js';
import type { SavedReport } from '../store/save-report.js';
import type { Store } from '../store/store.js';

export interface Document {
  /** For people to read. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface ImportCounts {
  readonly statements: number;
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
 * Reads and stores documents one after the other, a transaction each. A document that can't be read or doesn't fit is refused and the
 * next goes on; what stands in the way of all (store gone, a bug) is thrown.
 */
export async function importReports(_request: ImportRequest): Promise<readonly ImportedDocument[]> {
  throw new Error('not built yet');
}
