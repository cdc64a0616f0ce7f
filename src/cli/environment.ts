import { resolve } from 'node:path';
import { AppError } from '../domain/app-error.js';
import type { StoreLocation } from '../store/open-store.js';

export const DEFAULT_PORT = 4000;

/** A path as the caller meant it: relative to where npm was called. */
export function resolvePath(path: string): string {
  return resolve(process.env['INIT_CWD'] ?? process.cwd(), path);
}

/** Where the store is: DATABASE_URL, else the folder DUIZHAO_DATA, else ./data. */
export function storeLocation(): StoreLocation {
  const databaseUrl = process.env['DATABASE_URL'];
  return databaseUrl ? { databaseUrl } : { dataDir: resolvePath(process.env['DUIZHAO_DATA'] || 'data') };
}

/**
 * The port to listen on: the option, else PORT, else 4000.
 * @throws AppError BAD_USER_INPUT
 */
export function portOf(option: string | undefined): number {
  const text = option ?? process.env['PORT'] ?? String(DEFAULT_PORT);
  const port = /^\d{1,5}$/.test(text) ? Number(text) : -1;
  if (port < 0 || port > 65_535)
    throw new AppError('BAD_USER_INPUT', `expected a port between 0 and 65535, got ${JSON.stringify(text)}`);
  return port;
}
