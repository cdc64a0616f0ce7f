import type { Reference } from '../domain/reference.js';
import type { Report } from '../domain/report.js';
import type { Store } from './store.js';

export type SaveOutcome =
  /** The first publication for its department, year, kind and unit scope. */
  | 'STORED'
  /** The same document was read by this reader, or a newer one, before. */
  | 'UNCHANGED'
  /** The same document, read by a newer reader: what the older one read is gone, the ids stay. */
  | 'REPLACED'
  /** Another document for the same department, year, kind and unit scope: the one before is superseded and kept. */
  | 'REVISED';

export interface SavedReport {
  readonly outcome: SaveOutcome;
  readonly reportId: string;
  readonly supersedesId: string | null;
}

/** Stores a report in one transaction: all of it or nothing. */
export async function saveReport(_store: Store, _report: Report, _reference: Reference): Promise<SavedReport> {
  throw new Error('not built yet');
}
