import type { Reference } from '../../src/domain/reference.js';
import type { Report } from '../../src/domain/report.js';
import { reconcile } from '../../src/reconcile/reconcile.js';
import { findReaderVersions } from '../../src/store/reports.js';
import { saveReport } from '../../src/store/save-report.js';
import type { Store } from '../../src/store/store.js';

/** One report that is in the store now. */
export interface StoredReport {
  /** Whether an earlier run had stored it. */
  readonly before: boolean;
  readonly lineItems: number;
}

/** Reports of which one question tells whether they are there. */
const BATCH = 100;

/** Stores reports with what the rules find in them, in their order, each in a transaction of its own; those that are there are left alone. */
export async function* storeReports(
  store: Store,
  reference: Reference,
  reports: Iterable<Report> | AsyncIterable<Report>,
): AsyncGenerator<StoredReport> {
  for await (const batch of inBatches(reports)) {
    const known = await findReaderVersions(store, batch.map(({ sha256 }) => sha256)); // prettier-ignore
    for (const report of batch) {
      const before = (known.get(report.sha256) ?? -1) >= report.readerVersion;
      if (!before) await saveReport(store, report, reference, reconcile(report));
      yield { before, lineItems: report.lineItems.length };
    }
  }
}

async function* inBatches(reports: Iterable<Report> | AsyncIterable<Report>): AsyncGenerator<readonly Report[]> {
  let batch: Report[] = [];
  for await (const report of reports) {
    batch.push(report);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
