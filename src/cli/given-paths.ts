import { access, constants, readFile, readdir, stat } from 'node:fs/promises';
import { AppError } from '../domain/app-error.js';
import { resolvePath } from './environment.js';

/**
 * The bytes of a file that a user named.
 * @throws AppError BAD_USER_INPUT where it can't be read
 */
export async function readGivenFile(file: string): Promise<Buffer> {
  return readFile(resolvePath(file)).catch(refuse('file', file));
}

/**
 * The names in a folder that a user named, sorted; with `recursive` those in its folders too.
 * @throws AppError BAD_USER_INPUT where it can't be read
 */
export async function listGivenFolder(folder: string, recursive = false): Promise<string[]> {
  const names = await readdir(resolvePath(folder), { recursive }).catch(refuse('folder', folder));
  return names.sort();
}

/**
 * Where a file is that a user named and that will be read later.
 * @throws AppError BAD_USER_INPUT where it can't be read
 */
export async function findGivenFile(file: string): Promise<string> {
  const path = resolvePath(file);
  await access(path, constants.R_OK).catch(refuse('file', file));
  if ((await stat(path)).isFile()) return path;
  throw new AppError('BAD_USER_INPUT', `expected a file that can be read, got ${file}, which is none`);
}

function refuse(what: string, path: string): (error: Error) => never {
  return ({ message }) => {
    throw new AppError('BAD_USER_INPUT', `expected a ${what} that can be read, got ${path} (${message})`);
  };
}
