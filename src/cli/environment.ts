import { resolve } from 'node:path';
import { AppError } from '../domain/app-error.js';
import type { StoreLocation } from '../store/open-store.js';

/** A path as the caller meant it: relative to where npm was called. */
export function resolvePath(path: string): string {
  return resolve(process.env['INIT_CWD'] ?? process.cwd(), path);
}

/**
 * Where the store is: DATABASE_URL, else the folder DUIZHAO_DATA, else ./data.
 * @throws AppError BAD_USER_INPUT where DATABASE_URL is no address of a Postgres database
 */
export function storeLocation(): StoreLocation {
  const databaseUrl = process.env['DATABASE_URL'];
  if (!databaseUrl) return { dataDir: resolvePath(process.env['DUIZHAO_DATA'] || 'data') };
  // What can't be taken apart isn't shown: it may hold a password anywhere.
  if (!/^postgres(?:ql)?:/i.test(databaseUrl) || !URL.canParse(databaseUrl))
    throw new AppError(
      'BAD_USER_INPUT',
      'expected DATABASE_URL to be an address like postgres://user:password@host:5432/database, got another form',
    );
  return { databaseUrl };
}

/**
 * A whole number that the operator set, undefined where it is not set.
 * @throws AppError BAD_USER_INPUT
 */
export function readCount(name: string, most: number, least = 1): number | undefined {
  const text = process.env[name];
  if (!text) return undefined;
  const count = /^\d{1,10}$/.test(text) ? Number(text) : -1;
  if (count < least || count > most) throw refuseSetting(name, `a whole number between ${least} and ${most}`, text);
  return count;
}

export function refuseSetting(name: string, expected: string, got: string): AppError {
  return new AppError('BAD_USER_INPUT', `expected ${name} to be ${expected}, got ${JSON.stringify(got)}`);
}
