import { Command, InvalidArgumentError } from 'commander';
import { AppError } from '../../src/domain/app-error.js';
import { QUESTIONS } from '../questions/all.js';
import { CONTENDERS } from '../questions/question.js';
import type { Contender } from '../questions/question.js';
import { wholeNumber } from '../whole-number.js';

/** The export is measured by itself: it is one long answer. */
export const EXPORT_KEY = 'Q5';

export interface BenchOptions {
  readonly databaseUrl: string;
  readonly rounds: number;
  /** That each run lasts. */
  readonly seconds: number;
  readonly questions: readonly string[];
  readonly contenders: readonly Contender[];
  readonly connections: readonly number[];
  /** Where the results are written, below what is printed; null: nowhere. */
  readonly out: string | null;
}

interface Given extends Omit<BenchOptions, 'databaseUrl' | 'out'> {
  readonly databaseUrl?: string;
  readonly out: string | false;
}

/**
 * What the command line asks for.
 * @throws CommanderError for an option that is not there or has no such value
 * @throws AppError BAD_USER_INPUT where no database is named, or the product or the floor is left out
 */
export function readOptions(args: readonly string[], environment: NodeJS.ProcessEnv = process.env): BenchOptions {
  const given = makeCommand().parse(args, { from: 'user' }).opts<Given>();
  const databaseUrl = given.databaseUrl ?? environment['DATABASE_URL'];
  if (!databaseUrl)
    throw new AppError('BAD_USER_INPUT', 'expected a database (--database-url or DATABASE_URL), got none');
  for (const needed of ['product', 'floor'] as const) {
    if (!given.contenders.includes(needed))
      throw new AppError('BAD_USER_INPUT', `expected ${needed} among the contenders, got ${given.contenders.join()}`);
  }
  return { ...given, databaseUrl, out: given.out === false ? null : given.out };
}

function makeCommand(): Command {
  const keys = [...QUESTIONS.map(({ key }) => key), EXPORT_KEY].sort();
  return new Command('bench')
    .description('measure the product beside the floor and its peers, on one database filled by bench:data')
    .option('--database-url <address>', 'a Postgres database (default: DATABASE_URL)')
    .option('--rounds <count>', 'rounds, in each of which everybody has a turn', wholeNumber(1, 100), 3)
    .option('--seconds <count>', 'that each turn lasts', wholeNumber(1, 60), 3)
    .option('--questions <keys>', `some of ${keys.join()}`, listOf(keys), keys)
    .option('--contenders <names>', `some of ${CONTENDERS.join()}`, listOf<Contender>(CONTENDERS), [...CONTENDERS])
    .option('--connections <counts>', 'connections at a time', listOf(['1', '4', '16', '64'], Number), [1, 16])
    .option('--out <file>', 'where the results are written', 'docs/benchmarks.md')
    .option('--no-out', 'print them only')
    .exitOverride()
    .configureOutput({ writeErr: () => undefined });
}

function listOf<T = string>(known: readonly string[], turn = (name: string) => name as T): (text: string) => T[] {
  return (text) => {
    const names = text.split(',');
    const strange = names.find((name) => !known.includes(name));
    if (strange === undefined) return names.map(turn);
    throw new InvalidArgumentError(`expected some of ${known.join()}, got ${JSON.stringify(strange)}`);
  };
}
