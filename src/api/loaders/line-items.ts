import type * as filters from '../../domain/filters.js';
import type { Page, PageRequest } from '../../domain/filters.js';
import type * as records from '../../domain/records.js';
import type { LineItemFields } from '../../store/line-item-rows.js';
import * as lineItems from '../../store/line-items.js';
import type { Store } from '../../store/store.js';
import type { PagedList } from '../connection.js';
import { NO_PAGE, makeArgsLoader, makeRowLoader } from './batch.js';
import type { Notebook } from './notebook.js';

export interface LineItemArgs {
  readonly where: filters.LineItemFilter | null;
  readonly orderBy: filters.LineItemOrder;
  /** What is read of each. */
  readonly fields: LineItemFields;
}

/** Printed figures: by id, of one report, or of all. */
export function lineItemLoaders(store: Store, notebook: Notebook) {
  const pages = makeArgsLoader<string, LineItemArgs & { page: PageRequest }, Page<records.StoredLineItem>>(
    (ids, { where, orderBy, page, fields }) =>
      lineItems.findLineItemPagesByReportIds(store, ids, where, orderBy, page, fields),
    NO_PAGE,
  );
  const counts = makeArgsLoader<string, filters.LineItemFilter | null, number>(
    (ids, where) => lineItems.countLineItemsByReportIds(store, ids, where),
    0,
  );
  return {
    list: ({ where, orderBy, fields }: LineItemArgs, page: PageRequest): PagedList<records.StoredLineItem> =>
      notebook.list(
        { order: lineItems.LINE_ITEM_LISTS[orderBy], page, filter: ['LineItemFilter', where] },
        {
          page: () => lineItems.findLineItems(store, where, orderBy, page, fields),
          count: () => lineItems.countLineItems(store, where),
        },
      ),
    byId: makeRowLoader<string, records.StoredLineItem>((ids) => lineItems.findLineItemsByIds(store, ids)),
    ofReport: (
      reportId: string,
      { where, orderBy, fields }: LineItemArgs,
      page: PageRequest,
    ): PagedList<records.StoredLineItem> =>
      notebook.list(
        {
          ...{ order: lineItems.LINE_ITEM_LISTS[orderBy], page, owner: reportId },
          filter: ['LineItemFilter', where],
        },
        {
          page: () => pages.load({ key: reportId, args: { where, orderBy, page, fields } }),
          count: () => counts.load({ key: reportId, args: where }),
        },
      ),
  };
}
