import type { StoredEvaluation } from '../domain/records.js';
import type { Store } from './store.js';

export async function findEvaluationsByIds(
  _store: Store,
  _ids: readonly string[],
): Promise<ReadonlyMap<string, StoredEvaluation>> {
  throw new Error('not built yet');
}

/** As printed; a report without any is absent. */
export async function findEvaluationsByReportIds(
  _store: Store,
  _reportIds: readonly string[],
): Promise<ReadonlyMap<string, readonly StoredEvaluation[]>> {
  throw new Error('not built yet');
}
