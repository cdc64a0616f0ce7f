import { loadReference } from '../../app/load-reference.js';
import { loadStatistics } from '../../app/load-statistics.js';
import { readStatisticsFile } from '../../app/read-statistics-file.js';
import { AppError } from '../../domain/app-error.js';
import { openStore } from '../../store/open-store.js';
import { storeLocation } from '../environment.js';
import { EXIT_CODES } from '../exit-codes.js';
import type { ExitCode } from '../exit-codes.js';
import { readGivenFile } from '../given-paths.js';

/** Stores the statistics of a CSV, all of them or none; every line that does not fit is named on stderr. */
export async function runLoadStatistics(file: string): Promise<ExitCode> {
  const reference = loadReference();
  const { rows, problems } = readStatisticsFile(await readGivenFile(file), reference);
  refuse(file, problems);
  const store = await openStore(storeLocation());
  try {
    const loaded = await loadStatistics(store, reference, rows);
    refuse(file, loaded.problems);
    const counts = `${loaded.added} statistics added, ${loaded.unchanged} there before`;
    process.stdout.write(`${counts}, release ${loaded.releaseId}\n  from ${file}\n  in   ${store.place}\n`);
  } finally {
    await store.close();
  }
  return EXIT_CODES.DONE;
}

/**
 * Says what is wrong, where anything is.
 * @throws AppError BAD_USER_INPUT
 */
function refuse(file: string, problems: readonly string[]): void {
  if (problems.length === 0) return;
  for (const problem of problems) process.stderr.write(`${file}: ${problem}\n`);
  const count = problems.length === 1 ? 'one problem' : `${problems.length} problems`;
  throw new AppError(
    'BAD_USER_INPUT',
    `expected statistics without a problem, got ${count} in ${file}: nothing was loaded`,
  );
}
