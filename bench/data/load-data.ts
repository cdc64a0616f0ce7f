import { setImmediate } from 'node:timers/promises';
import { loadReference } from '../../src/app/load-reference.js';
import { describeFailure } from '../../src/cli/exit-codes.js';
import { catchSignals } from '../../src/cli/stop-signals.js';
import { openStore } from '../../src/store/open-store.js';
import { generateReports } from './generate-reports.js';
import { readOptions } from './options.js';
import type { LoadOptions } from './options.js';
import { startTally } from './progress.js';
import { storeReports } from './store-reports.js';

try {
  await load(readOptions(process.argv.slice(2)));
} catch (error) {
  const { code, line } = describeFailure(error);
  if (line !== null) process.stderr.write(`${line}\n`);
  process.exitCode = code;
}

/** Fills the store with the reports of the wish; interrupted and begun again it goes on. */
async function load({ wish, location }: LoadOptions): Promise<void> {
  const signal = catchSignals();
  const reference = loadReference();
  const store = await openStore(location);
  try {
    const tally = startTally((line) => process.stderr.write(`${line}\n`));
    for await (const stored of storeReports(store, reference, generateReports(wish, reference))) {
      tally.add(stored);
      await setImmediate(); // the embedded store leaves signals no other moment
      if (signal.aborted) break;
    }
    process.stdout.write(
      `${tally.describe(store.place)}${signal.aborted ? '; stopped, the same again goes on' : ''}\n`,
    );
  } finally {
    await store.close();
  }
}
