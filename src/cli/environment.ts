import { resolve } from 'node:path';
import type { StoreLocation } from '../store/open-store.js';

/** A path as the caller meant it: relative to where npm was called. */
export function resolvePath(path: string): string {
  return resolve(process.env['INIT_CWD'] ?? process.cwd(), path);
}

/** Where the store is: DATABASE_URL, else the folder DUIZHAO_DATA, else ./data. */
export function storeLocation(): StoreLocation {
  const databaseUrl = process.env['DATABASE_URL'];
  return databaseUrl ? { databaseUrl } : { dataDir: resolvePath(process.env['DUIZHAO_DATA'] || 'data') };
}
