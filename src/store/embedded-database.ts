import { mkdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { AppError } from '../domain/app-error.js';

/** Major version of the embedded Postgres; a folder made by another one can't be opened. */
const MAJOR_VERSION = '18';

/**
 * Opens the database in `folder`/postgres, and makes it first where it isn't there: under another name, so that one that a kill left
 * half made is never mistaken for a whole one.
 * @throws AppError STORE_UNAVAILABLE where the folder holds a database of another version
 */
export async function openDatabase(folder: string): Promise<PGlite> {
  // The embedded Postgres is loaded only where it is used.
  const { PGlite } = await import('@electric-sql/pglite');
  const database = join(folder, 'postgres');
  const half = join(folder, 'postgres.new');
  await rm(half, { recursive: true, force: true });
  if (!(await exists(database))) {
    await make(PGlite, half);
    await rename(half, database);
  }
  await checkVersion(database);
  return PGlite.create(database).catch((error: unknown) => {
    throw new AppError(
      'STORE_UNAVAILABLE',
      `expected a whole database in ${database} and room on its disk, got one that does not open (${reasonOf(error)}): where there is room, move it away, and restore a backup or import again`,
      { database },
    );
  });
}

async function make(pglite: typeof PGlite, folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    const made = await pglite.create(folder);
    await made.close();
  } catch (error) {
    const message = `expected a new database to be made in ${folder}, got: ${reasonOf(error)}`;
    throw new AppError('STORE_UNAVAILABLE', message, { folder });
  }
}

/** Emscripten's number for a full disk, which comes without words. */
const NO_SPACE = 51;

function reasonOf(error: unknown): string {
  const { message, errno } = error as { message?: string; errno?: number };
  return message ?? (errno === NO_SPACE ? 'no space left on device' : `error ${errno}`);
}

async function checkVersion(database: string): Promise<void> {
  const version = await readFile(join(database, 'PG_VERSION'), 'utf8').catch(() => 'none');
  if (version.trim() !== MAJOR_VERSION)
    throw new AppError(
      'STORE_UNAVAILABLE',
      `expected a database of version ${MAJOR_VERSION} in ${database}, got ${version.trim()}: move it away, and import again`,
      { database },
    );
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
