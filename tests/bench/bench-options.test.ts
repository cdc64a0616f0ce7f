import { readOptions } from '../../bench/measure/options.js';
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

describe('npm run bench', () => {
  it('measures everybody in all questions at 1 and 16 connections unless it is told otherwise', () => {
    expect(readOptions(['--database-url', DATABASE], {})).toEqual({
      databaseUrl: DATABASE,
      rounds: 3,
      seconds: 3,
      questions: ['Q1', 'Q2', 'Q3', 'Q4', 'Q5', 'Q6'],
      contenders: ['product', 'floor', 'postgraphile', 'prisma'],
      connections: [1, 16],
      out: 'docs/benchmarks.md',
    });
  });

  it('measures some of them, and only prints, where it is told to', () => {
    const args = ['--questions', 'Q2,Q5', '--contenders', 'product,floor', '--connections', '16', '--no-out'];
    expect(readOptions(args, { DATABASE_URL: DATABASE })).toMatchObject({
      questions: ['Q2', 'Q5'],
      contenders: ['product', 'floor'],
      connections: [16],
      out: null,
    });
  });

  it.each([
    ['--rounds 1', 'expected a database (--database-url or DATABASE_URL), got none'],
    [`--database-url ${DATABASE} --rounds 0`, 'expected a whole number from 1 to 100, got "0"'],
    [`--database-url ${DATABASE} --questions Q7`, 'expected some of Q1,Q2,Q3,Q4,Q5,Q6, got "Q7"'],
    [`--database-url ${DATABASE} --contenders product`, 'expected floor among the contenders, got product'],
  ])('refuses `%s`: %s', (args, sentence) => {
    expect(refusalOf(args)).toEqual({ code: 2, line: expect.stringContaining(sentence) });
  });
});
