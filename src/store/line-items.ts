import type { LineItemFilter, LineItemOrder, Page, PageRequest } from '../domain/filters.js';
import type { StoredLineItem } from '../domain/records.js';
import type { Store } from './store.js';

/**
 * Line items of current reports (of superseded ones only where `filter.report` names them). PRINTED: by report id, then as
 * printed; amounts: by amount, then by id.
 */
export async function findLineItems(
  _store: Store,
  _filter: LineItemFilter | null | undefined,
  _order: LineItemOrder,
  _page: PageRequest,
): Promise<Page<StoredLineItem>> {
  throw new Error('not built yet');
}

export async function countLineItems(_store: Store, _filter?: LineItemFilter | null): Promise<number> {
  throw new Error('not built yet');
}

export async function findLineItemsByIds(
  _store: Store,
  _ids: readonly string[],
): Promise<ReadonlyMap<string, StoredLineItem>> {
  throw new Error('not built yet');
}

/** The same page of each of several reports (superseded ones too), in one statement; every report asked for has an entry. */
export async function findLineItemPagesByReportIds(
  _store: Store,
  _reportIds: readonly string[],
  _filter: LineItemFilter | null | undefined,
  _order: LineItemOrder,
  _page: PageRequest,
): Promise<ReadonlyMap<string, Page<StoredLineItem>>> {
  throw new Error('not built yet');
}

/** How many line items of each report fit; every report asked for has an entry. */
export async function countLineItemsByReportIds(
  _store: Store,
  _reportIds: readonly string[],
  _filter?: LineItemFilter | null,
): Promise<ReadonlyMap<string, number>> {
  throw new Error('not built yet');
}
