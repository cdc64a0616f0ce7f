import type { Reference } from '../domain/reference.js';
import type { Report } from '../domain/report.js';
import { countReports, findReaderVersions } from '../store/reports.js';
import { saveReport } from '../store/save-report.js';
import type { Store } from '../store/store.js';
import { loadSeeds } from './seed-files.js';

export interface SeedProgress {
  readonly report: Report;
  /** From 1. */
  readonly place: number;
  readonly count: number;
}

export interface SeedOptions {
  readonly onProgress: (progress: SeedProgress) => void;
  /** Aborted: the report under way is the last one. */
  readonly signal?: AbortSignal;
}

/**
 * Loads the committed reports into an empty store; into a filled one only those that it holds as an older reader read them.
 */
export async function loadMissingSeeds(
  store: Store,
  reference: Reference,
  { onProgress, signal }: SeedOptions,
): Promise<void> {
  const seeds = await loadSeeds();
  const empty = (await countReports(store, { superseded: null })) === 0;
  const versions = empty
    ? null
    : await findReaderVersions(
        store,
        seeds.map(({ sha256 }) => sha256),
      );
  const wanted = seeds.filter(
    ({ sha256, readerVersion }) => !versions || (versions.get(sha256) ?? Infinity) < readerVersion,
  );
  for (const [index, report] of wanted.entries()) {
    if (signal?.aborted) return;
    await saveReport(store, report, reference);
    onProgress({ report, place: index + 1, count: wanted.length });
  }
}
