import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runCli } from './run-cli.js';

/** Every wrong call answers with one line, `CODE: sentence`, and nothing on stdout. */
describe('A wrong call', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'duizhao-wrong-'));
    await writeFile(join(folder, 'report.txt'), '春江花月夜');
    await writeFile(join(folder, 'damaged.gz'), 'no gzip');
    await mkdir(join(folder, 'empty'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const call = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
    runCli(args, { INIT_CWD: folder, DUIZHAO_DATA: 'store', ...env });

  it.each([
    [['frobnicate'], "unknown command 'frobnicate'; --help says what there is"],
    [['imprt'], "unknown command 'imprt' (Did you mean import?); --help says what there is"],
    [['backup'], "missing required argument 'file'; --help says what there is"],
    [
      ['backup', 'a.gz', 'b.gz'],
      "too many arguments for 'backup'. Expected 1 argument but got 2; --help says what there is",
    ],
    [['restore', 'a.gz', '--overwrite'], "unknown option '--overwrite'; --help says what there is"],
    [['export', 'line-items'], "required option '--format <format>' not specified; --help says what there is"],
    [
      ['export', 'figures', '--format', 'csv'],
      'expected a table (line-items, indicators, facts, findings, comparison, statistics), got "figures"',
    ],
    [['import', 'nowhere'], "expected a file or folder, got nowhere, which isn't there"],
    [['import', 'empty'], 'expected documents (.txt, .md, .html, .xlsx, .docx, .pdf), got none in empty'],
    [['read', 'nowhere.txt'], /^expected a file that can be read, got nowhere.txt \(ENOENT: /],
    [['load-statistics', 'nowhere.csv'], /^expected a file that can be read, got nowhere.csv \(ENOENT: /],
    [['read', 'empty'], /^expected a file that can be read, got empty \(EISDIR: /],
    [['write-seeds', 'nowhere'], /^expected a folder that can be read, got nowhere \(ENOENT: /],
    [['restore', 'nowhere.gz'], /^expected a file that can be read, got nowhere.gz \(ENOENT: /],
    [['restore', 'empty'], 'expected a file that can be read, got empty, which is none'],
    [['serve', '--port', 'http'], 'expected a port between 0 and 65535, got "http"'],
  ])('%j is wrong use: one sentence, exit code 2', async (args, sentence) => {
    const { code, stdout, stderr } = await call(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    const said = /^BAD_USER_INPUT: (.*)\n$/.exec(stderr)?.[1];
    if (typeof sentence === 'string') expect(said).toBe(sentence);
    else expect(said).toMatch(sentence);
  });

  it('with a setting that cannot be is wrong use before anything is opened', async () => {
    expect(await call(['serve'], { LOG_LEVEL: 'loud' })).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'BAD_USER_INPUT: expected LOG_LEVEL to be one of silent, fatal, error, warn, info, debug, trace, got "loud"\n',
    });
  });

  it('without a command prints the help, and says that one was expected', async () => {
    const { code, stdout, stderr } = await call([]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^Usage: duizhao [^]*\nBAD_USER_INPUT: expected a command, got none\n$/);
  });

  it('for a store below a file fails', async () => {
    const { code, stderr } = await call(['restore', 'damaged.gz'], { DUIZHAO_DATA: 'report.txt/store' });
    expect({ code, stderr }).toEqual({
      code: 3,
      stderr: expect.stringMatching(
        /^STORE_UNAVAILABLE: expected \S+store to be a folder for the store, or to be made, got: ENOTDIR: [^\n]*\n$/,
      ),
    });
  });

  it.each([['mysql://root:s3cret@127.0.0.1/duizhao'], ['postgres://root:s3cret@:port/duizhao'], ['s3cret']])(
    'with DATABASE_URL=%s is wrong use of any command, and does not show the password',
    async (address) => {
      const stderr =
        'BAD_USER_INPUT: expected DATABASE_URL to be an address like postgres://user:password@host:5432/database, got another form\n';
      for (const command of ['migrate', 'serve'])
        expect(await call([command], { DATABASE_URL: address })).toEqual({ code: 2, stdout: '', stderr });
    },
  );

  it('with a DATABASE_URL where nothing answers fails without showing the password', async () => {
    const address = 'postgres://someone:s3cret@127.0.0.1:1/duizhao';
    expect(await call(['migrate'], { DATABASE_URL: address })).toEqual({
      code: 3,
      stdout: '',
      stderr:
        'STORE_UNAVAILABLE: expected a database at postgres://someone@127.0.0.1:1/duizhao, got: no server that answers there\n',
    });
  });

  it('to listen where another process does fails', async () => {
    const occupant = createServer();
    await new Promise<void>((resolve) => occupant.listen(0, '127.0.0.1', resolve));
    const { port } = occupant.address() as AddressInfo;
    const failed = await call(['serve', '--port', String(port)]);
    await new Promise((resolve) => occupant.close(resolve));
    expect(failed).toEqual({
      code: 3,
      stdout: '',
      stderr: `PORT_BUSY: expected port ${port} to be free, got one that is in use\n`,
    });
  });
});

describe('A call for help', () => {
  it.each([[['--help']], [['help']], [['backup', '--help']]])('%j is answered, exit code 0', async (args) => {
    const { code, stdout, stderr } = await runCli(args);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^Usage: duizhao /);
  });

  it('--version says the version of package.json', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(await runCli(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });
});
