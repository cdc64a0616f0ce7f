import { createReadStream } from 'node:fs';
import { completeStore } from '../../app/complete-store.js';
import { loadReference } from '../../app/load-reference.js';
import { openStore } from '../../store/open-store.js';
import { restore } from '../../store/restore.js';
import { storeLocation } from '../environment.js';
import type { ExitCode } from '../exit-codes.js';
import { EXIT_CODES } from '../exit-codes.js';
import { findGivenFile } from '../given-paths.js';
import { describeBackup } from './backup.js';

/** Puts what a backup holds into the store, all of it or nothing, and says what that is. */
export async function runRestore(file: string, { replace = false }: { readonly replace?: boolean }): Promise<ExitCode> {
  const path = await findGivenFile(file);
  const store = await openStore(storeLocation());
  try {
    const head = await restore(store, { open: () => createReadStream(path), replace });
    await completeStore(store, loadReference());
    process.stdout.write(`${describeBackup(head)}\n  of   ${head.createdAt}, from ${file}\n  in   ${store.place}\n`);
  } finally {
    await store.close();
  }
  return EXIT_CODES.DONE;
}
