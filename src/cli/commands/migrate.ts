import { completeStore } from '../../app/complete-store.js';
import { loadReference } from '../../app/load-reference.js';
import { openStore } from '../../store/open-store.js';
import { storeLocation } from '../environment.js';
import type { ExitCode } from '../exit-codes.js';
import { EXIT_CODES } from '../exit-codes.js';

/** Applies the migrations that the store lacks (opening it does), fills in what they add, and says where it is. */
export async function runMigrate(): Promise<ExitCode> {
  const store = await openStore(storeLocation());
  try {
    await completeStore(store, loadReference());
    process.stdout.write(`${store.place} is up to date\n`);
  } finally {
    await store.close();
  }
  return EXIT_CODES.DONE;
}
