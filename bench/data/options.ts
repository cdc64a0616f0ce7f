import { Command } from 'commander';
import { resolvePath } from '../../src/cli/environment.js';
import { AppError } from '../../src/domain/app-error.js';
import type { StoreLocation } from '../../src/store/open-store.js';
import { BODIES } from './bodies.js';
import type { Wish } from './generate-reports.js';
import { FIRST_LEDGER_YEAR } from './ledger.js';
import { wholeNumber } from '../whole-number.js';

export interface LoadOptions {
  readonly wish: Wish;
  readonly location: StoreLocation;
}

/** The last year that a report may be about. */
const LAST_YEAR = 2030;

interface Given {
  readonly districts: number;
  readonly departments: number;
  readonly years: number;
  readonly from: number;
  readonly seed: number;
  readonly faults: number;
  readonly data?: string;
  readonly databaseUrl?: string;
}

/**
 * What the command line asks for.
 * @throws CommanderError for an option that is not there or has no such value
 * @throws AppError BAD_USER_INPUT where the years leave the ledgers, or no one store is named
 */
export function readOptions(args: readonly string[], environment: NodeJS.ProcessEnv = process.env): LoadOptions {
  const given = makeCommand().parse(args, { from: 'user' }).opts<Given>();
  const { districts, departments, years, from, seed, faults } = given;
  const last = from + years - 1;
  if (last > LAST_YEAR)
    throw new AppError('BAD_USER_INPUT', `expected the last year to be ${LAST_YEAR} or earlier, got ${last}`);
  const wish = { districts, departments, years, from, seed, faults: faults * 10 };
  return { wish, location: locate(given, environment['DATABASE_URL']) };
}

function makeCommand(): Command {
  return new Command('bench:data')
    .description('fill a store of its own with made reports: consistent, realistic, the same each time')
    .option('--districts <count>', 'counties and districts', wholeNumber(1, 10_000), 300)
    .option('--departments <count>', 'departments of each', wholeNumber(1, BODIES.length), 10)
    .option('--years <count>', 'fiscal years', wholeNumber(1, LAST_YEAR - FIRST_LEDGER_YEAR + 1), 12)
    .option('--from <year>', 'the first of them', wholeNumber(FIRST_LEDGER_YEAR, LAST_YEAR), 2012)
    .option('--seed <number>', 'other reports for another number', wholeNumber(0, 2 ** 31), 1)
    .option('--faults <percent>', 'reports with a broken sum or an undisclosed rest', wholeNumber(0, 100), 2)
    .option('--data <folder>', 'the folder of an embedded store')
    .option('--database-url <address>', 'a Postgres database (default: DATABASE_URL)')
    .exitOverride()
    .configureOutput({ writeErr: () => undefined });
}

/** Made reports are never put among published ones by default: the store has to be named. */
function locate({ data, databaseUrl }: Given, environment: string | undefined): StoreLocation {
  if (data !== undefined && databaseUrl !== undefined)
    throw new AppError('BAD_USER_INPUT', 'expected --data or --database-url, got both');
  if (data !== undefined) return { dataDir: resolvePath(data) };
  const address = databaseUrl ?? environment;
  if (!address)
    throw new AppError('BAD_USER_INPUT', 'expected a store (--data FOLDER, --database-url or DATABASE_URL), got none');
  return { databaseUrl: address };
}
