import { parentPort } from 'node:worker_threads';
import { AppError } from '../domain/app-error.js';
import { loadReference } from './load-reference.js';
import { readDocument } from './read-document.js';
import type { ReadingAnswer, ReadingTask } from './reading-pool.js';

// What libraries print about a document is meant for their makers, and stdout belongs to the command.
for (const level of ['log', 'info', 'debug', 'warn', 'error'] as const) console[level] = () => undefined;

/** Reads a document in a thread of the reading pool; an AppError would lose its kind on the way, so it is answered. */
export async function readInThread({ place, bytes }: ReadingTask): Promise<ReadingAnswer> {
  const reference = loadReference();
  parentPort?.postMessage({ began: place });
  try {
    return { report: await readDocument(bytes, reference) };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { code, message, context } = error;
    return { refusal: { code, message, context } };
  }
}
