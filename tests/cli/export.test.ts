import { spawn } from 'node:child_process';
import { mkdtemp, open, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text as readAll } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { copyEmptyStore } from '../support/embedded-template.js';
import { readCsv } from '../support/read-csv.js';
import { MAIN, runCli } from './run-cli.js';

/** 300 项 of 1.00 万元 each, basic and project money in turn. */
const ITEMS = Array.from({ length: 300 }, (_, place) => {
  const code = 2130101 + 100 * Math.floor(place / 90) + (place % 90);
  return `${code}\t第${place + 1}项\t1.00\t${place % 2 ? '0.00\t1.00' : '1.00\t0.00'}\t0.00\t0.00\t0.00`;
});
const DOCUMENT = `2019年度广州市从化区水务局部门决算

支出决算表
部门：广州市从化区水务局
单位：万元
项目\t\t本年支出合计\t基本支出\t项目支出\t上缴上级支出\t经营支出\t对附属单位补助支出
科目编码\t科目名称\t\t\t\t\t\t
栏次\t\t1\t2\t3\t4\t5\t6
\t合计\t300.00\t150.00\t150.00\t0.00\t0.00\t0.00
213\t农林水支出\t300.00\t150.00\t150.00\t0.00\t0.00\t0.00
${ITEMS.join('\n')}
`;

describe('cli export', () => {
  let folder = '';
  let env: Record<string, string> = {};
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'duizhao-export-'));
    env = { INIT_CWD: folder, DUIZHAO_DATA: 'store' };
    await writeFile(join(folder, '2019.txt'), DOCUMENT);
    await copyEmptyStore(join(folder, 'store'));
    const { stdout } = await runCli(['import', '2019.txt'], env);
    expect(stdout).toContain('302 rows, 1812 figures');
  }, 60_000);
  afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }));

  const here = (file: string): Promise<string> => readFile(join(folder, file), 'utf8');

  it('writes the figures that the filter leaves to stdout, and says on stderr how many of which release', async () => {
    const where = '{"district":{"eq":"440117"},"accountCode":{"in":["213","2130190"]},"part":["TOTAL","BASIC"]}';
    const { code, stdout, stderr } = await runCli(['export', 'line-items', '--format', 'csv', '--where', where], env);
    const [head = [], ...rows] = readCsv(stdout);
    const figures = rows.map((row) => ['account_code', 'part', 'amount'].map((name) => row[head.indexOf(name)]));
    expect(code).toBe(0);
    expect(figures).toEqual([
      ['213', 'TOTAL', '300.00'],
      ['213', 'BASIC', '150.00'],
      ['2130190', 'TOTAL', '1.00'],
      ['2130190', 'BASIC', '0.00'],
    ]);
    expect(stderr).toMatch(/^4 rows of release \w{20}\n$/);
  });

  it('writes to a file in place of what was there, and leaves nothing else', async () => {
    await writeFile(join(folder, 'figures.csv'), 'of last year');
    const more = ['--unit', 'YUAN', '--order-by', 'AMOUNT_DESC', '--bom', '--out', 'figures.csv'];
    const { code, stdout, stderr } = await runCli(['export', 'line-items', '--format', 'csv', ...more], env);
    const [head = [], first = [], ...rest] = readCsv((await here('figures.csv')).slice(1));
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(stderr).toMatch(/^1812 rows of release \w+ in figures\.csv\n$/);
    expect(await here('figures.csv')).toMatch(/^\ufeffid,/);
    expect([first[head.indexOf('amount')], rest.length]).toEqual(['3000000.00', 1811]);
    expect((await readdir(folder)).sort()).toEqual(['2019.txt', 'figures.csv', 'store']);
  });

  it('takes the question of a comparison from a file, and notes what nothing bears', async () => {
    const question = { metrics: [{ key: 'BASIC_EXPENDITURE' }], districts: ['440117', '440999'], years: [2019] };
    await writeFile(join(folder, 'question.json'), JSON.stringify(question));
    const asked = ['export', 'comparison', '--format', 'ndjson', '--input', '@question.json'];
    const { code, stdout, stderr } = await runCli(asked, env);
    expect(code).toBe(0);
    expect(stderr).toMatch(/^note: no division has the code "440999".*\n\d rows of release \w+\n$/);
    expect(JSON.parse(stdout.split('\n')[0] ?? '')).toMatchObject({
      district_code: '440117',
      stage: 'OUTTURN',
      value: '150.00',
      verdict: expect.stringMatching(/COMPARABLE|WITH_WARNINGS/),
    });
  });

  it('writes a comparison made earlier, of an earlier release too', async () => {
    const input = '{"metrics":[{"key":"PROJECT_EXPENDITURE"}],"districts":["440117"]}';
    const first = await runCli(['export', 'comparison', '--format', 'ndjson', '--input', input], env);
    const { comparison_id: id, release } = JSON.parse(first.stdout) as Record<string, string>;
    await writeFile(join(folder, '2020.txt'), DOCUMENT.replace('2019', '2020'));
    expect((await runCli(['import', '2020.txt'], env)).code).toBe(0);
    const asked = ['export', 'comparison', '--format', 'ndjson', '--id', String(id)];
    const later = await runCli(asked, env);
    expect([later.code, later.stdout.trim().split('\n').length]).toEqual([0, 2]);
    const pinned = await runCli([...asked, '--release', String(release)], env);
    expect([pinned.code, pinned.stdout, pinned.stderr]).toEqual([0, first.stdout, `1 rows of release ${release}\n`]);
    const unknown = await runCli([...asked, '--release', 'such'], env);
    expect([unknown.code, unknown.stderr]).toEqual([
      2,
      expect.stringContaining('expected a release that is kept, got such'),
    ]);
  }, 30_000);

  it('notes what nothing bears where no row is left', async () => {
    const where = '{"accountCode":{"eq":"2139"}}';
    const { code, stdout, stderr } = await runCli(
      ['export', 'line-items', '--format', 'ndjson', '--where', where],
      env,
    );
    expect([code, stdout]).toEqual([0, '']);
    expect(stderr).toMatch(/^note: .*2139.*\n0 rows of release \w+\n$/);
  });

  it('ends with 0 where a reader has seen enough', async () => {
    const child = spawn(process.execPath, [MAIN, 'export', 'line-items', '--format', 'ndjson'], {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    child.stdout.once('data', () => child.stdout.destroy());
    expect(await new Promise((resolve) => child.once('close', resolve))).toBe(0);
  });

  it('says that there is no room, as of a file', async () => {
    const full = await open('/dev/full', 'w');
    const child = spawn(process.execPath, [MAIN, 'export', 'line-items', '--format', 'csv'], {
      env: { ...process.env, NODE_OPTIONS: '', ...env },
      stdio: ['ignore', full.fd, 'pipe'],
    });
    const [stderr, code] = await Promise.all([
      readAll(child.stderr!),
      new Promise((resolve) => child.once('close', resolve)),
    ]);
    await full.close();
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr:
        'BAD_USER_INPUT: expected a file that can be written, got stdout (ENOSPC: no space left on device, write)\n',
    });
  });

  it.each([
    [
      ['figures', '--format', 'csv'],
      'expected a table (line-items, indicators, facts, findings, comparison, statistics), got "figures"',
    ],
    [['line-items', '--format', 'xlsx'], 'expected a format (csv, ndjson), got "xlsx"'],
    [
      ['line-items', '--format', 'csv', '--where', '{"year":2019}'],
      'where.year: Expected type "IntFilter" to be an object',
    ],
    [['line-items', '--format', 'csv', '--where', '@none.json'], 'expected a file that can be read, got none.json'],
    [['indicators', '--format', 'csv', '--out', '.'], 'expected a file to write to, got ., which is none'],
  ])('takes %j as wrong use', async (args, sentence) => {
    const { code, stdout, stderr } = await runCli(['export', ...args], env);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(`BAD_USER_INPUT: ${sentence}`);
  });

  it('leaves a file as it was where it refuses', async () => {
    await writeFile(join(folder, 'kept.csv'), 'of last year');
    const where = '{"year":{"gte":2020,"lte":2019}}';
    const args = ['export', 'line-items', '--format', 'csv', '--where', where, '--out', 'kept.csv'];
    expect(await runCli(args, env)).toMatchObject({
      code: 2,
      stderr: 'BAD_USER_INPUT: expected gte <= lte, got 2020 > 2019\n',
    });
    expect(await here('kept.csv')).toBe('of last year');
    expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});
