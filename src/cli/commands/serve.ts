import { checkPort, startServer } from '../../api/server.js';
import { completeStore } from '../../app/complete-store.js';
import { loadReference } from '../../app/load-reference.js';
import { loadMissingSeeds } from '../../app/load-seeds.js';
import { describeHoldings } from '../../app/holdings.js';
import { openStore } from '../../store/open-store.js';
import { portOf, storeLocation } from '../environment.js';
import type { ExitCode } from '../exit-codes.js';
import { EXIT_CODES } from '../exit-codes.js';

export interface ServeOptions {
  readonly port?: string;
  /** Whether an empty store gets the committed reports first. */
  readonly seeds: boolean;
}

/** Serves the API until SIGINT or SIGTERM; requests under way finish. */
export async function runServe(options: ServeOptions): Promise<ExitCode> {
  const port = portOf(options.port);
  await checkPort(port);
  const reference = loadReference();
  const location = storeLocation();
  const started = performance.now();
  if ('dataDir' in location) process.stdout.write(`opening ${location.dataDir} …\n`);
  const store = await openStore(location);
  try {
    await completeStore(store, reference);
    if (options.seeds)
      await loadMissingSeeds(store, reference, ({ report, place, count }) =>
        process.stdout.write(`  ${place}/${count} ${report.title}: ${report.lineItems.length} figures\n`),
      );
    const server = await startServer({ store, reference, port });
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    process.stdout.write(
      `${await describeHoldings(store)}\nready after ${seconds} s\n\n  playground  ${server.url}/graphql\n  API         POST ${server.url}/graphql\n\nstop with Ctrl-C\n`,
    );
    await signalled();
    process.stdout.write('\nstopping …\n');
    await server.close();
  } finally {
    await store.close();
  }
  return EXIT_CODES.DONE;
}

/** A Ctrl-C comes twice where npm hands it on; only one that is repeated later means "at once". */
const REPEATED_AFTER = 1_000;

function signalled(): Promise<void> {
  return new Promise((resolve) => {
    let first = Infinity;
    const stop = (): void => {
      if (performance.now() - first > REPEATED_AFTER) process.exit(EXIT_CODES.FAILED);
      first = Math.min(first, performance.now());
      resolve();
    };
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop);
  });
}
