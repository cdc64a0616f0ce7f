import { backUp } from '../../store/backup.js';
import type { BackupHead } from '../../store/backup-format.js';
import { openStore } from '../../store/open-store.js';
import { storeLocation } from '../environment.js';
import type { ExitCode } from '../exit-codes.js';
import { EXIT_CODES } from '../exit-codes.js';
import { readVersion } from '../version.js';
import { writeWholeFile } from '../whole-file.js';

/** Writes all that the store holds to a file, and says what is in it. */
export async function runBackup(file: string, { force = false }: { readonly force?: boolean }): Promise<ExitCode> {
  const store = await openStore(storeLocation());
  try {
    const head = await writeWholeFile(file, { replace: force }, async (openSink) =>
      backUp(store, `duizhao ${readVersion()}`, await openSink()),
    );
    process.stdout.write(`${describeBackup(head)}\n  from ${store.place}\n  in   ${file}\n`);
  } finally {
    await store.close();
  }
  return EXIT_CODES.DONE;
}

/** What a backup holds, for people. */
export function describeBackup({ release, rows }: BackupHead): string {
  const superseded = rows.Report - release.reports;
  const older = superseded > 0 ? ` (and ${superseded} superseded)` : '';
  const statistics = rows.Statistic > 0 ? `, ${rows.Statistic} statistics` : '';
  return `${release.reports} reports${older}, ${release.lineItems} figures${statistics}, release ${release.id}`;
}
