import { READY_RULES } from '../../src/app/keep-ready.js';
import type { Reference } from '../../src/domain/reference.js';
import type { Report } from '../../src/domain/report.js';
import { reconcile } from '../../src/reconcile/reconcile.js';
import { findReaderVersions } from '../../src/store/reports.js';
import { saveReports } from '../../src/store/save-reports.js';
import type { Store } from '../../src/store/store.js';

/** One report that is in the store now. */
export interface StoredReport {
  /** Whether an earlier run had stored it. */
  readonly before: boolean;
  readonly lineItems: number;
}

/** Reports of one transaction, and of one question whether they are there. */
const BATCH = 100;

/** Stores reports with what the rules find in them, with their ready figures, many at once; those that are there are left alone. */
export async function* storeReports(
  store: Store,
  reference: Reference,
  reports: Iterable<Report> | AsyncIterable<Report>,
): AsyncGenerator<StoredReport> {
  for await (const batch of inBatches(reports)) {
    const known = await findReaderVersions(store, batch.map(({ sha256 }) => sha256)); // prettier-ignore
    const isThere = ({ sha256, readerVersion }: Report): boolean => (known.get(sha256) ?? -1) >= readerVersion;
    const missing = batch.filter((report) => !isThere(report));
    const checked = missing.map((report) => ({ report, findings: reconcile(report) }));
    await saveReports(store, checked, reference, READY_RULES);
    for (const report of batch) yield { before: isThere(report), lineItems: report.lineItems.length };
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
