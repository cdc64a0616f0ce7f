import { spawnSync } from 'node:child_process';

function run(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const env = { ...process.env, DATABASE_URL: '' };
  const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/bench/load-data.js', ...args], { env });
  return { status, stdout: stdout.toString(), stderr: stderr.toString() };
}

describe('The program behind npm run bench:data', () => {
  it('ends with 2 and a sentence where it is used wrongly', () => {
    const sentence = 'BAD_USER_INPUT: expected a store (--data FOLDER, --database-url or DATABASE_URL), got none\n';
    expect(run('--districts', '2')).toEqual({ status: 2, stdout: '', stderr: sentence });
  });

  it('ends with 3 where the store is not to be had', () => {
    const address = 'postgres://postgres@127.0.0.1:1/none';
    expect(run('--database-url', address)).toMatchObject({
      status: 3,
      stdout: '',
      stderr: expect.stringMatching(/^STORE_UNAVAILABLE: expected a database at /),
    });
  });

  it('says what there is to choose', () => {
    expect(run('--help')).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('--districts <count>'),
      stderr: '',
    });
  });
});
