import { availableParallelism } from 'node:os';
import { READING_LIMITS, openReadingPool } from '../app/reading-pool.js';
import type { ReadingPool } from '../app/reading-pool.js';
import { readCount } from './environment.js';

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
  const seconds = readCount('DUIZHAO_READ_TIMEOUT', MOST_SECONDS) ?? READING_LIMITS.seconds;
  return openReadingPool({ ...READING_LIMITS, seconds, threads });
}
