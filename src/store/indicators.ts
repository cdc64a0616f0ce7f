import type { IndicatorFilter, Page, PageRequest } from '../domain/filters.js';
import type { StoredIndicator } from '../domain/records.js';
import type { Store } from './store.js';

/** Performance indicators of current reports (of superseded ones only where `filter.report` names them), by report id, then as printed. */
export async function findIndicators(
  _store: Store,
  _filter: IndicatorFilter | null | undefined,
  _page: PageRequest,
): Promise<Page<StoredIndicator>> {
  throw new Error('not built yet');
}

export async function countIndicators(_store: Store, _filter?: IndicatorFilter | null): Promise<number> {
  throw new Error('not built yet');
}

/** As printed; a report without any is absent. */
export async function findIndicatorsByReportIds(
  _store: Store,
  _reportIds: readonly string[],
): Promise<ReadonlyMap<string, readonly StoredIndicator[]>> {
  throw new Error('not built yet');
}

/** As printed; an evaluation without any is absent. */
export async function findIndicatorsByEvaluationIds(
  _store: Store,
  _evaluationIds: readonly string[],
): Promise<ReadonlyMap<string, readonly StoredIndicator[]>> {
  throw new Error('not built yet');
}
