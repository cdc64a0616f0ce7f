import { openStore } from '../../store/open-store.js';
import { storeLocation } from '../environment.js';
import type { ExitCode } from '../exit-codes.js';
import { EXIT_CODES } from '../exit-codes.js';

/** Applies the migrations that the store lacks (opening it does) and says where it is. */
export async function runMigrate(): Promise<ExitCode> {
  const store = await openStore(storeLocation());
  process.stdout.write(`${store.place} is up to date\n`);
  await store.close();
  return EXIT_CODES.DONE;
}
