import { EXIT_CODES } from './exit-codes.js';

/** A Ctrl-C comes twice where npm hands it on; only one that is repeated later means "at once". */
const REPEATED_AFTER = 1_000;

/** Aborted by the first SIGINT or SIGTERM; one that comes later ends the process. */
export function catchSignals(): AbortSignal {
  const controller = new AbortController();
  let first = Infinity;
  const stop = (): void => {
    if (performance.now() - first > REPEATED_AFTER) process.exit(EXIT_CODES.FAILED);
    first = Math.min(first, performance.now());
    controller.abort();
  };
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, stop);
  return controller.signal;
}
