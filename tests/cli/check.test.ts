import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makeWaterReport } from '../support/documents/water-report.js';
import { runCli } from './run-cli.js';

describe('cli check', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'duizhao-check-'));
    await writeFile(join(folder, 'whole.txt'), makeWaterReport(2021, '0.50'));
    await writeFile(
      join(folder, 'damaged.txt'),
      `${makeWaterReport(2021, '0.5#')}\n收入决算表\n单位：万元\n五、甲\t1.00\t2.00\t3.00\n`,
    );
    await writeFile(join(folder, 'settled.txt'), makeWaterReport(2021, '0 50'));
    await writeFile(join(folder, 'broken.txt'), makeWaterReport(2021, '0.40'));
    await writeFile(join(folder, 'poem.txt'), '春江花月夜');
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  const check = (...args: string[]): ReturnType<typeof runCli> => runCli(['check', ...args], { INIT_CWD: folder });

  it('shows an identity that does not hold beside the row, and says by how much', async () => {
    const { code, stdout } = await check('broken.txt');
    expect(code).toBe(1);
    expect(stdout).toContain(
      '      ≠ expected 本年支出合计 112.50 = 基本支出 112.00 + 项目支出 0.40 + 上缴上级支出 0.00 + 经营支出 0.00 + 对附属单位补助支出 0.00, got 0.10万元 more than the parts\n',
    );
    // The tree of 项目支出 is broken as well: 合计 0.40, 类 0.50.
    expect(stdout).toContain(
      '      ≠ expected 支出表 项目支出 合计 0.40 = 213 农林水支出 0.50, got 0.10万元 less than the parts\n',
    );
    expect(stdout).toContain('identities: 7 exact, 0 within rounding, 2 broken, ');
  });

  it('prints each statement as a table, its columns aligned, and what could not be read beside its row', async () => {
    const { code, stdout } = await check('damaged.txt');
    expect(code).toBe(1);
    const shown = stdout
      .replace(/sha256 [0-9a-f]{64}/, 'sha256 …')
      .replace(/\d+ not evaluable/, '… not evaluable')
      .replace(/without figures: .*/, 'without figures: …');
    expect(shown).toBe(`damaged.txt: 2021年度某某市水务局部门决算
某某市水务局 · 000000 · 2021 · FINAL_ACCOUNTS · sha256 …

支出决算表 (EXPENDITURE): by title, 万元, 1 of 2 rows
                                                                                  对附属单位补
line  code  row         本年支出合计  基本支出  项目支出  上缴上级支出  经营支出        助支出
   9        合计              112.50    112.00                    0.00      0.00          0.00
      ! expected an amount in column 3 of “合计”, got “0.5#”: refused
  10  213   农林水支出        112.50    112.00      0.50          0.00      0.00          0.00

issues beside no row
  line 14: expected the columns of 收入决算表 below its title, got others: table refused

1 statements, 11 figures, 2 issues, 2 rows or tables not read
identities: 7 exact, 0 within rounding, 0 broken, … not evaluable
  line 9: 支出表: 本年支出合计 ≈ 基本支出 + 项目支出 + 上缴上级支出 + 经营支出 + 对附属单位补助支出: expected every term of 本年支出合计 112.50 to be read, got line 9: expected an amount in column 3 of “合计”, got “0.5#”: refused
  without figures: …
`);
  });

  it('ends with 0 where all was read, and goes on past what is none', async () => {
    const whole = await check('whole.txt');
    expect([whole.code, whole.stdout]).toEqual([0, expect.stringContaining('1 statements, 12 figures, 0 issues\n')]);
    const both = await check('poem.txt', 'whole.txt');
    expect(both.code).toBe(1);
    expect(both.stdout).toContain('poem.txt: refused: expected a departmental budget or final accounts');
    expect(both.stdout).toContain('whole.txt: 2021年度某某市水务局部门决算\n');
    expect(both.stdout).toContain('\n1 of 2 documents sound\n');
  });

  it('--strict ends with 1 where an amount was settled', async () => {
    const [lenient, strict] = await Promise.all([check('settled.txt'), check('settled.txt', '--strict')]);
    expect([lenient.code, strict.code]).toEqual([0, 1]);
    expect(strict.stdout).toContain("is printed as “0 50”: settled by the row's identity");
  });

  it('--json prints the tables as one JSON object', async () => {
    const { code, stdout, stderr } = await check('whole.txt', 'poem.txt', '--json');
    expect([code, stderr]).toEqual([1, '']);
    expect(JSON.parse(stdout)).toMatchObject({
      documents: [
        {
          ...{ path: 'whole.txt', sound: true, year: 2021, issues: [] },
          counts: { figures: 12, issues: 0, refusals: 0 },
          statements: [
            {
              ...{ statement: 'EXPENDITURE', title: '支出决算表', recognisedBy: 'TITLE', units: ['WAN_YUAN'] },
              sides: [
                {
                  side: null,
                  rows: [
                    { line: 9, code: null, label: '合计' },
                    { line: 10, code: '213', amounts: ['112.50', '112.00', '0.50', '0.00', '0.00', '0.00'] },
                  ],
                },
              ],
            },
          ],
        },
        { path: 'poem.txt', sound: false, error: { code: 'NOT_A_REPORT' } },
      ],
      totals: { documents: 2, sound: 1 },
      ...{ strict: false, exitCode: 1 },
    });
  });

  it('takes a file that is not there as wrong use', async () => {
    const { code, stdout, stderr } = await check('whole.txt', 'nowhere.txt');
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain("got nowhere.txt, which isn't there");
  });
});
