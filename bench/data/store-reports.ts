import type { Reference } from '../../src/domain/reference.js';
import type { Report } from '../../src/domain/report.js';
import { reconcile } from '../../src/reconcile/reconcile.js';
import { findReadBefore } from '../../src/store/read-before.js';
import { saveReport } from '../../src/store/save-report.js';
import type { Store } from '../../src/store/store.js';

/** One report that is in the store now. */
export interface StoredReport {
  /** Whether an earlier run had stored it. */
  readonly before: boolean;
  readonly lineItems: number;
}

/** Stores reports with what the rules find in them, one after the other, each in a transaction of its own; those that are there are left alone. */
export async function* storeReports(
  store: Store,
  reference: Reference,
  reports: Iterable<Report> | AsyncIterable<Report>,
): AsyncGenerator<StoredReport> {
  for await (const report of reports) {
    const before = (await findReadBefore(store, report.sha256, report.readerVersion)) !== null;
    if (!before) await saveReport(store, report, reference, reconcile(report));
    yield { before, lineItems: report.lineItems.length };
  }
}
