import { rmSync } from 'node:fs';
import { open, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Writable } from 'node:stream';
import { AppError } from '../domain/app-error.js';
import { resolvePath } from './environment.js';
import { EXIT_CODES } from './exit-codes.js';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/**
 * Writes beside the file and renames: what is there under its name stays until the new one is whole and on the disk.
 * @throws AppError BAD_USER_INPUT where the file can't be written, or is there and `replace` was not asked for
 */
export async function writeWholeFile<T>(
  out: string,
  { replace }: { readonly replace: boolean },
  write: (openSink: () => Promise<Writable>) => Promise<T>,
): Promise<T> {
  const path = await settlePath(out, replace);
  const half = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
  const stop = (): never => {
    rmSync(half, { force: true });
    process.stderr.write(`stopped: ${out} is not written\n`);
    return process.exit(EXIT_CODES.FAILED);
  };
  for (const signal of SIGNALS) process.on(signal, stop);
  try {
    const written = await write(async () => (await open(half, 'w')).createWriteStream({ flush: true }));
    await rename(half, path);
    await syncFolder(dirname(path));
    return written;
  } catch (error) {
    await rm(half, { force: true });
    throw explainWriting(error, out);
  } finally {
    for (const signal of SIGNALS) process.off(signal, stop);
  }
}

/** Where a link leads; a device or a folder would be replaced by the renaming. */
async function settlePath(out: string, replace: boolean): Promise<string> {
  const path = resolvePath(out);
  const entry = await stat(path).catch(() => null);
  if (!entry) return path;
  if (!entry.isFile()) throw new AppError('BAD_USER_INPUT', `expected a file to write to, got ${out}, which is none`);
  if (!replace)
    throw new AppError('BAD_USER_INPUT', `expected a new file, got ${out}, which is there: --force writes over it`);
  return realpath(path);
}

/** Without it a power cut could take the name back. Not every file system can. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

/**
 * What the file system says (no such folder, no right, no room) as an AppError BAD_USER_INPUT; anything else as it is.
 * `out`: as the caller knows it.
 */
export function explainWriting(error: unknown, out: string): unknown {
  const { syscall, message } = error as NodeJS.ErrnoException;
  if (syscall === undefined) return error;
  return new AppError('BAD_USER_INPUT', `expected a file that can be written, got ${out} (${message})`);
}
