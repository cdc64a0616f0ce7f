import { verifyStore } from '../../app/verify-store.js';
import type { VerifiedStore } from '../../app/verify-store.js';
import { openStore } from '../../store/open-store.js';
import { storeLocation } from '../environment.js';
import type { ExitCode } from '../exit-codes.js';
import { EXIT_CODES } from '../exit-codes.js';

/** Differences that are shown of one district. */
const MOST_SHOWN = 10;

/** Makes the figures that are kept ready anew from the printed ones, and says where what is kept is another. */
export async function runVerify({ repair = false }: { readonly repair?: boolean }): Promise<ExitCode> {
  const store = await openStore(storeLocation());
  try {
    const verified = await verifyStore(store, {
      repair,
      onDistrict: (code, { differences }) => {
        for (const { place, made, kept } of differences.slice(0, MOST_SHOWN))
          process.stdout.write(`${place}: expected ${made ?? 'nothing'}, got ${kept ?? 'nothing'}\n`);
        const more = differences.length - MOST_SHOWN;
        if (more > 0) process.stdout.write(`${code}: and ${more} more\n`);
      },
    });
    process.stdout.write(`${describe(verified, repair)}\n  in ${store.place}\n`);
    return verified.differences > 0 && !repair ? EXIT_CODES.WITH_REFUSALS : EXIT_CODES.DONE;
  } finally {
    await store.close();
  }
}

function describe({ districts, figures, differences }: VerifiedStore, repair: boolean): string {
  const held = `${figures} ready figures of ${districts} districts`;
  if (differences === 0) return `${held}: all as the printed figures make them`;
  return `${held}: ${differences} differ${repair ? ', made anew' : '; verify --repair makes them anew'}`;
}
