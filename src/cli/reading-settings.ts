import { availableParallelism } from 'node:os';
import { READING_LIMITS, openReadingPool } from '../app/reading-pool.js';
import type { ReadingPool } from '../app/reading-pool.js';
import { AppError } from '../domain/app-error.js';

const MOST_SECONDS = 3_600;

/** How many documents are read at the same time: as many as there are cores. */
export function countReaders(documents: number): number {
  return Math.max(1, Math.min(documents, availableParallelism()));
}

/**
 * Threads that read documents within the limits that the operator set.
 * @throws AppError BAD_USER_INPUT
 */
export function openReaders(threads: number): ReadingPool {
  return openReadingPool({ ...READING_LIMITS, seconds: readSeconds() ?? READING_LIMITS.seconds, threads });
}

function readSeconds(): number | undefined {
  const text = process.env['DUIZHAO_READ_TIMEOUT'];
  if (!text) return undefined;
  const seconds = /^\d{1,10}$/.test(text) ? Number(text) : 0;
  if (seconds >= 1 && seconds <= MOST_SECONDS) return seconds;
  const expected = `expected DUIZHAO_READ_TIMEOUT to be a whole number between 1 and ${MOST_SECONDS}`;
  throw new AppError('BAD_USER_INPUT', `${expected}, got ${JSON.stringify(text)}`);
}
