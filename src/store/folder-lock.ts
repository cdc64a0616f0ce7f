import { access, constants, readFile, readlink, rename, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import lockfile from 'proper-lockfile';
import { AppError } from '../domain/app-error.js';

/** A long statement keeps the process from renewing its lock: well above what one takes. */
const STALE_AFTER = 60_000;
const RENEW_EVERY = 10_000;

/** Locks of this very process, by folder: an owner of our number that isn't here is one before us (a container started anew). */
const HELD = new Set<string>();

export interface FolderLock {
  release(): Promise<void>;
}

/**
 * Takes the lock of an embedded store's folder; two processes on one folder would damage it. The lock of a process that was killed
 * is taken over: at once where that process is known to be gone from this machine, else when it is no longer renewed.
 * @throws AppError STORE_BUSY
 */
export async function lockFolder(folder: string, onLost: (reason: Error) => void): Promise<FolderLock> {
  await access(folder, constants.W_OK);
  await alone(folder, () => takeLock(folder, onLost));
  return { release: () => alone(folder, () => giveBack(folder)) };
}

/** Whoever looks at the lock and its owner, and then acts on it, does so alone. */
async function alone(folder: string, act: () => Promise<void>): Promise<void> {
  const leave = await lockfile.lock(join(folder, 'gate'), {
    realpath: false,
    stale: 10_000,
    retries: { retries: 100, minTimeout: 50, maxTimeout: 200 },
  });
  try {
    await act();
  } finally {
    await leave();
  }
}

/** The owner is written before the lock is taken, and goes after it: a lock never stands without one, wherever a process is killed. */
async function takeLock(folder: string, onLost: (reason: Error) => void): Promise<void> {
  const { lock, ownerFile } = filesOf(folder);
  const options = { realpath: false, stale: STALE_AFTER, update: RENEW_EVERY };
  const owner = await readOwner(ownerFile);
  if (owner && (await isGone(owner, folder))) await rm(`${lock}.lock`, { recursive: true, force: true });
  if (await lockfile.check(lock, options)) throw busy(folder, owner);
  await writeFile(`${ownerFile}.new`, JSON.stringify(await describeSelf()));
  await rename(`${ownerFile}.new`, ownerFile);
  await lockfile.lock(lock, { ...options, onCompromised: onLost });
  HELD.add(folder);
}

async function giveBack(folder: string): Promise<void> {
  const { lock, ownerFile } = filesOf(folder);
  HELD.delete(folder);
  await lockfile.unlock(lock, { realpath: false });
  await rm(ownerFile, { force: true });
}

function filesOf(folder: string): { lock: string; ownerFile: string } {
  return { lock: join(folder, 'store'), ownerFile: join(folder, 'store.owner') };
}

function busy(folder: string, owner: Owner | null): AppError {
  const who = owner ? `process ${owner.pid}` : 'another process';
  return new AppError(
    'STORE_BUSY',
    `expected ${folder} to be free, got one that ${who} has open: stop that one first`,
    {
      folder,
    },
  );
}

interface Owner {
  readonly pid: number;
  /** Where the process number means this process: the machine, and on Linux the container. */
  readonly where: string;
}

async function describeSelf(): Promise<Owner> {
  const namespace = await readlink('/proc/self/ns/pid').catch(() => '');
  return { pid: process.pid, where: `${hostname()} ${namespace}` };
}

async function readOwner(file: string): Promise<Owner | null> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Owner;
  } catch {
    return null; // Damaged from outside: then only time tells.
  }
}

async function isGone({ pid, where }: Owner, folder: string): Promise<boolean> {
  if (where !== (await describeSelf()).where || !Number.isInteger(pid) || pid <= 0) return false;
  if (pid === process.pid) return !HELD.has(folder);
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
