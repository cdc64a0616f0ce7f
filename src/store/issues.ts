import type { StoredIssue } from '../domain/records.js';
import type { Store } from './store.js';

/** As they stand in the document; a report without any is absent. */
export async function findIssuesByReportIds(
  _store: Store,
  _reportIds: readonly string[],
): Promise<ReadonlyMap<string, readonly StoredIssue[]>> {
  throw new Error('not built yet');
}
