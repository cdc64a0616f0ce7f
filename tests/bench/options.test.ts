import { readOptions } from '../../bench/data/options.js';
import { describeFailure } from '../../src/cli/exit-codes.js';

const DATABASE = 'postgres://postgres@127.0.0.1:5432/bench';

function refusalOf(args: string): { code: number; line: string | null } | null {
  try {
    readOptions(args.split(' '), {});
  } catch (error) {
    return describeFailure(error);
  }
  return null;
}

describe('npm run bench:data', () => {
  it('makes three million line items unless it is told otherwise', () => {
    const wish = { districts: 300, departments: 10, years: 12, from: 2012, seed: 1, faults: 20 };
    expect(readOptions(['--database-url', DATABASE], {})).toEqual({ wish, location: { databaseUrl: DATABASE } });
  });

  it('takes the database of DATABASE_URL, and a folder before it', () => {
    const environment = { DATABASE_URL: DATABASE };
    expect(readOptions([], environment).location).toEqual({ databaseUrl: DATABASE });
    expect(readOptions(['--data', '/data/bench'], environment).location).toEqual({ dataDir: '/data/bench' });
  });

  it.each([
    ['--years 12', 'expected a store (--data FOLDER, --database-url or DATABASE_URL), got none'],
    [`--data a --database-url ${DATABASE}`, 'expected --data or --database-url, got both'],
    ['--data a --departments 23', 'expected a whole number from 1 to 22, got "23"'],
    ['--data a --districts 1.5', 'expected a whole number from 1 to 10000, got "1.5"'],
    ['--data a --from 2009', 'expected a whole number from 2010 to 2030, got "2009"'],
    ['--data a --from 2025 --years 7', 'expected the last year to be 2030 or earlier, got 2031'],
    ['--data a --fault 3', "unknown option '--fault'"],
  ])('refuses `%s`: %s', (args, sentence) => {
    expect(refusalOf(args)).toEqual({ code: 2, line: expect.stringContaining(sentence) });
  });
});
