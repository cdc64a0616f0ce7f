import type { ServerResponse } from 'node:http';
import { AppError } from '../../domain/app-error.js';
import { once } from '../../domain/once.js';

/**
 * A signal that aborts, with an AppError TIMEOUT as its reason, when the answer is not there in time or its client has gone: for who waits
 * for something. `seconds`: from now.
 */
export function deadlineOf(response: ServerResponse, seconds: number): () => AbortSignal {
  const controller = once(() => new AbortController());
  const stop = (sentence: string): void => controller().abort(new AppError('TIMEOUT', sentence, { seconds }));
  const timer = setTimeout(
    () => stop(`expected an answer within ${seconds} s, got none: ask for less at once`),
    seconds * 1_000,
  );
  response.once('close', () => {
    clearTimeout(timer);
    if (!response.writableFinished) stop('expected the client to wait for its answer, got a closed connection');
  });
  return () => controller().signal;
}
