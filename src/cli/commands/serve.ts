import { checkPort, makeLogger, startServer } from '../../api/server.js';
import type { ServerOptions } from '../../api/server.js';
import { completeStore } from '../../app/complete-store.js';
import { loadReference } from '../../app/load-reference.js';
import { loadMissingSeeds } from '../../app/load-seeds.js';
import type { SeedProgress } from '../../app/load-seeds.js';
import { describeHoldings } from '../../app/holdings.js';
import { openStore } from '../../store/open-store.js';
import { storeLocation } from '../environment.js';
import type { ExitCode } from '../exit-codes.js';
import { EXIT_CODES } from '../exit-codes.js';
import { readSettings } from '../server-settings.js';
import type { ServerSettings } from '../server-settings.js';
import { catchSignals } from '../stop-signals.js';

export interface ServeOptions {
  readonly port?: string;
  /** Whether an empty store gets the committed reports first. */
  readonly seeds: boolean;
}

/** What the server cancels statements after, beyond its own deadline: those it waits for get their sentence from it. */
const MARGIN_SECONDS = 1;

/** Serves the API until SIGINT or SIGTERM; requests under way finish. */
export async function runServe({ port, seeds }: ServeOptions): Promise<ExitCode> {
  const settings = readSettings(port);
  const location = storeLocation();
  await checkPort(settings.port, settings.host);
  const started = performance.now();
  const signal = catchSignals();
  if ('dataDir' in location) process.stdout.write(`opening ${location.dataDir} …\n`);
  const store = await openStore(location, { statementTimeout: (settings.timeout + MARGIN_SECONDS) * 1_000 });
  try {
    await serve(store, { settings, seeds, started, signal });
    if (store.kind === 'POSTGRES') endAfter(CLOSING_MILLISECONDS);
  } finally {
    await store.close();
  }
  return EXIT_CODES.DONE;
}

interface Serving {
  readonly settings: ServerSettings;
  readonly seeds: boolean;
  /** When the command was called, as `performance.now()`. */
  readonly started: number;
  readonly signal: AbortSignal;
}

async function serve(store: ServerOptions['store'], { settings, seeds, started, signal }: Serving): Promise<void> {
  const reference = loadReference();
  await completeStore(store, reference);
  if (seeds) await loadMissingSeeds(store, reference, { onProgress: printProgress, signal });
  if (!signal.aborted) {
    const server = await startServer({ store, reference, ...settings, logger: makeLogger(settings.logLevel) });
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    process.stdout.write(`${await describeHoldings(store)}\nready after ${seconds} s\n${describePlaces(server.url)}`);
    await untilAborted(signal);
    process.stdout.write('\nstopping …\n');
    await server.close();
  }
}

function printProgress({ report, place, count }: SeedProgress): void {
  process.stdout.write(`  ${place}/${count} ${report.title}: ${report.lineItems.length} figures\n`);
}

function describePlaces(url: string): string {
  return [
    '',
    `  start here  ${url}/`,
    `  playground  ${url}/graphql`,
    `  API         POST ${url}/graphql`,
    `  exports     ${url}/export/line-items.csv`,
    '',
    'stop with Ctrl-C',
    '',
  ].join('\n');
}

const CLOSING_MILLISECONDS = 2_000;

/** A statement that nobody waits for any more would keep its connection, and this process, until the database cancels it. */
function endAfter(milliseconds: number): void {
  setTimeout(() => process.exit(EXIT_CODES.DONE), milliseconds).unref();
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
