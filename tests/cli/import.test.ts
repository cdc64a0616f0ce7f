import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { copyEmptyStore } from '../support/embedded-template.js';
import { makeWaterReport } from '../support/documents/water-report.js';
import { runCli, startCli } from './run-cli.js';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'duizhao-import-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const write = async (name: string, content: string): Promise<void> => {
  await mkdir(join(folder, name, '..'), { recursive: true });
  await writeFile(join(folder, name), content);
};

describe('cli import', () => {
  it('stores what is a report, says of each other file why not, and goes on; the same again changes nothing', async () => {
    // 112.50 is not 112.00 + 0.40, nor is the total of 项目支出 its 类, 0.50.
    await write('first/2021 决算.txt', makeWaterReport(2021, '0.40'));
    await write('first/note.txt', '春江花月夜');
    await symlink(join(folder, 'nowhere'), join(folder, 'first/link.txt'));
    await copyEmptyStore(join(folder, 'store'));
    const env = { INIT_CWD: join(folder, 'first'), DUIZHAO_DATA: '../store' };
    const first = await runCli(['import', '.'], env);
    expect(first.code).toBe(1);
    expect(first.stdout).toContain(
      '2021 决算.txt: stored: 2021年度某某市水务局部门决算 (000000, 2021, its place is not known',
    );
    expect(first.stdout).toContain('1 statements, 2 rows, 12 figures, 0 issues, 2 identities that do not hold');
    expect(first.stdout).toContain('link.txt: refused: expected a file that can be read, got: ENOENT');
    expect(first.stdout).toContain('note.txt: refused: expected a departmental budget or final accounts');
    expect(first.stdout).toContain('1 of 3 documents in');
    const second = await runCli(['import', '2021 决算.txt'], env);
    expect(second.code).toBe(0);
    expect(second.stdout).toContain('2021 决算.txt: unchanged: 2021年度某某市水务局部门决算 (000000, 2021');
    expect(second.stdout).toContain('1 statements, 2 rows, 12 figures, 0 issues, 2 identities that do not hold');
  });

  it('takes a path that is not there and a folder without documents as wrong use', async () => {
    const missing = await runCli(['import', 'nowhere'], { INIT_CWD: folder });
    expect([missing.code, missing.stderr]).toEqual([2, expect.stringContaining("which isn't there")]);
    await write('empty/README.md', 'none');
    await write('empty/figures.csv', '1,2');
    await write('empty/~$open.docx', '');
    const empty = await runCli(['import', 'empty'], { INIT_CWD: folder });
    expect([empty.code, empty.stderr]).toEqual([2, expect.stringContaining('got none in empty')]);
  });
});

describe('cli import --dry-run', () => {
  const dryRun = (paths: readonly string[], env: Record<string, string> = {}): ReturnType<typeof runCli> =>
    runCli(['import', '--dry-run', ...paths], { INIT_CWD: folder, DUIZHAO_DATA: 'none', ...env });

  it('reads folders whole, each content once, past what cannot be looked at, and makes no store', async () => {
    await write('tree/a.txt', makeWaterReport(2020));
    await write('tree/b/again.md', makeWaterReport(2020));
    await write('tree/b/c/2019.text', makeWaterReport(2019));
    await symlink(join(folder, 'tree'), join(folder, 'tree/b/loop'));
    const { code, stdout } = await dryRun(['tree', 'tree/a.txt']);
    expect(stdout.split('\n').filter((line) => line !== '' && !line.startsWith(' '))).toEqual([
      'tree/a.txt: named more than once, read once',
      'tree/a.txt: would store: 2020年度某某市水务局部门决算 (000000, 2020, its place is not known: kept under 000000 未识别)',
      'tree/b/again.md: the same bytes as tree/a.txt',
      expect.stringContaining('tree/b/c/2019.text: would store: 2019年度'),
      'tree/b/loop: refused: expected a folder, got a link to one that it lies in',
      '2 of 4 documents would be stored, 1 refused, 1 the same as another',
    ]);
    expect(code).toBe(1);
    expect(existsSync(join(folder, 'none'))).toBe(false);
  });

  it('--json prints one JSON object and nothing else; --strict refuses what could not be read whole', async () => {
    await write('json/1.txt', makeWaterReport(2020));
    await write('json/2.txt', makeWaterReport(2019, '0.5#'));
    await write('json/3.txt', '春江花月夜');
    const { code, stdout, stderr } = await dryRun(['json', '--json', '--strict']);
    expect([code, stderr]).toEqual([1, '']);
    const report = { district: '000000', kind: 'FINAL_ACCOUNTS', unitScope: 'DEPARTMENT' };
    const message = 'expected an amount in column 3 of “合计”, got “0.5#”: refused';
    expect(JSON.parse(stdout)).toMatchObject({
      documents: [
        {
          ...report,
          ...{ path: 'json/1.txt', outcome: 'WOULD_STORE', reportId: null, year: 2020, issues: [] },
          counts: { statements: 1, rows: 2, refusals: 0, figures: 12, issues: 0, broken: 0 },
        },
        {
          ...report,
          ...{ path: 'json/2.txt', outcome: 'REFUSED', year: 2019 },
          error: {
            code: 'UNREADABLE_DOCUMENT',
            message: 'expected every row and table to be read, got 1 that could not be',
          },
          issues: [{ line: 9, page: null, statement: 'EXPENDITURE', message }],
        },
        { path: 'json/3.txt', outcome: 'REFUSED', error: { code: 'NOT_A_REPORT' } },
      ],
      totals: { documents: 3, wouldStore: 1, refused: 2, duplicate: 0, stored: 0, figures: 12 },
      ...{ store: null, strict: true, stopped: false, exitCode: 1, failure: null },
      meaning: 'done, with documents, tables or rows that were refused',
    });
  });

  it('refuses a document that takes too long or is too large, and reads the next', async () => {
    // A million rows of three cells take seconds; a file with a hole takes no room.
    await write('limits/1.txt', '合计\t1.00\t2.00\n'.repeat(800_000));
    await write('limits/2.pdf', '');
    await truncate(join(folder, 'limits/2.pdf'), 100_000_001);
    await write('limits/3.txt', makeWaterReport(2021));
    const { code, stdout } = await dryRun(['limits'], { DUIZHAO_READ_TIMEOUT: '1' });
    expect(code).toBe(1);
    expect(stdout).toContain(
      'limits/1.txt: refused: expected a document that can be read within 1 s, got one that takes longer\n' +
        'limits/2.pdf: refused: expected a document of at most 100 MB, got one of 101 MB\n' +
        'limits/3.txt: would store: 2021年度某某市水务局部门决算',
    );
  });

  it('takes a time that cannot be as wrong use', async () => {
    const { code, stderr } = await dryRun(['json'], { DUIZHAO_READ_TIMEOUT: '0' });
    expect([code, stderr]).toEqual([
      2,
      'BAD_USER_INPUT: expected DUIZHAO_READ_TIMEOUT to be a whole number between 1 and 3600, got "0"\n',
    ]);
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('stops at %s, and says how far it came', async (signal) => {
    await Promise.all(
      Array.from({ length: 200 }, (_, index) =>
        write(`many/${1000 + index}.txt`, makeWaterReport(2000, `${index}.00`)),
      ),
    );
    const cli = startCli(['import', '--dry-run', 'many'], { INIT_CWD: folder });
    await cli.waitFor(/many\/1001/);
    cli.signal(signal);
    const { code, stdout, stderr } = await cli.ended;
    const finished = stdout.split('\n').filter((line) => line.startsWith('many/')).length;
    expect([code, stderr]).toEqual([3, `stopping …\nstopped after ${finished} of 200 documents\n`]);
    expect(finished).toBeLessThan(200);
  });
});
