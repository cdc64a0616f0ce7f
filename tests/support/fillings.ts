import { READY_RULES } from '../../src/app/keep-ready.js';
import { loadSeeds } from '../../src/app/seed-files.js';
import type { Report } from '../../src/domain/report.js';
import { reconcile } from '../../src/reconcile/reconcile.js';
import { saveReport } from '../../src/store/save-report.js';
import type { Store } from '../../src/store/store.js';
import type { Filling } from './embedded-template.js';
import { makeReports } from './make-report.js';
import { makeOddReports } from './odd-reports.js';
import { REFERENCE } from './reference.js';
import { makeSumReports } from './sum-reports.js';

/** Stores reports with their findings, one after another. */
export async function saveReports(store: Store, reports: Iterable<Report>): Promise<void> {
  for (const report of reports) await saveReport(store, report, REFERENCE, reconcile(report), READY_RULES);
}

/** The five published reports. */
export const FIVE_REPORTS: Filling = {
  name: 'five-reports',
  fill: async (store) => saveReports(store, await loadSeeds()),
};

/** One report each of four departments. */
export const FOUR_REPORTS: Filling = {
  name: 'four-reports',
  fill: (store) => saveReports(store, makeReports(4, [2019])),
};

/** Reports with values at the edge of every column. */
export const ODD_REPORTS: Filling = {
  name: 'odd-reports',
  fill: (store) => saveReports(store, makeOddReports()),
};

/** Reports whose sums don't add up, and whose figures are partly lost. */
export const SUM_REPORTS: Filling = {
  name: 'sum-reports',
  fill: (store) => saveReports(store, makeSumReports()),
};
