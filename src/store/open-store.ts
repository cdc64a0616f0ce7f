import type { Store } from './store.js';

export type StoreLocation = { readonly dataDir: string } | { readonly databaseUrl: string };

/**
 * Opens the embedded store of a folder (made if it isn't there) or a Postgres database, and brings its schema up to date.
 * @throws AppError STORE_BUSY where another process has the folder, STORE_UNAVAILABLE, MIGRATION_REFUSED
 */
export async function openStore(_location: StoreLocation): Promise<Store> {
  throw new Error('not built yet');
}
