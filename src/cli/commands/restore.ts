import { createReadStream } from 'node:fs';
import { access, constants, stat } from 'node:fs/promises';
import { AppError } from '../../domain/app-error.js';
import { openStore } from '../../store/open-store.js';
import { restore } from '../../store/restore.js';
import { resolvePath, storeLocation } from '../environment.js';
import type { ExitCode } from '../exit-codes.js';
import { EXIT_CODES } from '../exit-codes.js';
import { describeBackup } from './backup.js';

/** Puts what a backup holds into the store, all of it or nothing, and says what that is. */
export async function runRestore(file: string, { replace = false }: { readonly replace?: boolean }): Promise<ExitCode> {
  const path = resolvePath(file);
  await checkReadable(path, file);
  const store = await openStore(storeLocation());
  try {
    const head = await restore(store, { open: () => createReadStream(path), replace });
    process.stdout.write(`${describeBackup(head)}\n  of   ${head.createdAt}, from ${file}\n  in   ${store.place}\n`);
  } finally {
    await store.close();
  }
  return EXIT_CODES.DONE;
}

/** Before a store is opened, or made. */
async function checkReadable(path: string, file: string): Promise<void> {
  try {
    await access(path, constants.R_OK);
  } catch (error) {
    throw new AppError('BAD_USER_INPUT', `expected a file that can be read, got ${file} (${(error as Error).message})`);
  }
  if (!(await stat(path)).isFile())
    throw new AppError('BAD_USER_INPUT', `expected a file that can be read, got ${file}, which is none`);
}
