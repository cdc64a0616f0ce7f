import { setImmediate } from 'node:timers/promises';
import type { Reference } from '../domain/reference.js';
import type { Report } from '../domain/report.js';
import { countReports, findReaderVersions } from '../store/reports.js';
import { reconcile } from '../reconcile/reconcile.js';
import { saveReports } from '../store/save-reports.js';
import type { CheckedReport } from '../store/save-reports.js';
import { READY_RULES } from './keep-ready.js';
import type { Store } from '../store/store.js';
import { loadSeeds } from './seed-files.js';

export interface SeedProgress {
  readonly report: Report;
  /** From 1. */
  readonly place: number;
  readonly count: number;
}

export interface SeedOptions {
  /** Is told each report before all are stored at once. */
  readonly onProgress: (progress: SeedProgress) => void;
  /** Aborted: nothing is stored, unless it is being stored by then. */
  readonly signal?: AbortSignal;
}

/**
 * Loads the committed reports into a store that is empty or holds nothing but some of them (a first load that was interrupted); into
 * another one only those that it holds as an older reader read them.
 */
export async function loadMissingSeeds(
  store: Store,
  reference: Reference,
  { onProgress, signal }: SeedOptions,
): Promise<void> {
  const seeds = await loadSeeds();
  const versions = await findReaderVersions(
    store,
    seeds.map(({ sha256 }) => sha256),
  );
  const holdsOthers = (await countReports(store, { superseded: null })) > versions.size;
  const wanted = seeds.filter(
    ({ sha256, readerVersion }) => (versions.get(sha256) ?? (holdsOthers ? Infinity : -1)) < readerVersion,
  );
  const checked: CheckedReport[] = [];
  for (const [index, report] of wanted.entries()) {
    checked.push({ report, findings: reconcile(report) });
    onProgress({ report, place: index + 1, count: wanted.length });
    await setImmediate(); // the embedded store leaves signals no other moment
    if (signal?.aborted) return;
  }
  await saveReports(store, checked, reference, READY_RULES);
  await setImmediate(); // a signal that came meanwhile is heard
}
