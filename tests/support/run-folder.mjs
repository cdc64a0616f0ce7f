import { mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where a run's files may lie in memory; a hundred stores of 40 MB each come and go, a few at a time. */
const MEMORY = '/dev/shm';
const NEEDED_BYTES = 2 * 2 ** 30;

/**
 * Gives a run of the tests one folder for all its temporary files, in memory where there is room for them, and removes it at the end,
 * with what failed tests left. Workers and the processes they start find it as their `tmpdir()`.
 */
function makeRunFolder() {
  const folder = mkdtempSync(join(isRoomy(MEMORY) ? MEMORY : tmpdir(), 'duizhao-tests-'));
  Object.assign(process.env, { TMPDIR: folder });
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  // A signal alone would end the process without that.
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
}

function isRoomy(folder) {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize >= NEEDED_BYTES;
  } catch {
    return false; // no Linux
  }
}

export { makeRunFolder as default };
