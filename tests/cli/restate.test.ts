import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { copyEmptyStore } from '../support/embedded-template.js';
import { runCli } from './run-cli.js';

const DOCUMENT = `2020年度某某市水务局部门决算

支出决算表
部门：某某市水务局
单位：万元
项目\t\t本年支出合计\t基本支出\t项目支出\t上缴上级支出\t经营支出\t对附属单位补助支出
科目编码\t科目名称\t\t\t\t\t\t
栏次\t\t1\t2\t3\t4\t5\t6
\t合计\t12.50\t12.00\t0.50\t0.00\t0.00\t0.00
208\t社会保障和就业支出\t12.50\t12.00\t0.50\t0.00\t0.00\t0.00
20805\t行政事业单位养老支出\t12.50\t12.00\t0.50\t0.00\t0.00\t0.00
2080501\t行政单位离退休\t12.50\t12.00\t0.50\t0.00\t0.00\t0.00
`;

describe('cli restate', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'duizhao-restate-'));
    await writeFile(join(folder, 'report.txt'), DOCUMENT);
    await copyEmptyStore(join(folder, 'data'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  const restate = (...args: string[]): ReturnType<typeof runCli> =>
    runCli(['restate', ...args], { INIT_CWD: folder, DUIZHAO_DATA: join(folder, 'data') });

  it('prints what changes, before, what became of it, and after, with totals that are equal', async () => {
    const { code, stdout } = await restate('report.txt', '--edition', '2019');
    expect(code).toBe(0);
    expect(stdout).toContain('on the accounts of 2019, 万元\n');
    expect(stdout).toContain('EXPENDITURE 类: none of 1 rows changes\n');
    expect(stdout).toMatch(/20805 行政事业单位养老支出 +RENAMED HIGH +20805 行政事业单位离退休 +12\.50 +12\.00 +0\.50/);
    expect(stdout).toMatch(/all 1 rows of 2020 +12\.50.*\nall of 2019 +12\.50/);
  });

  it('--json prints all of it', async () => {
    const { code, stdout } = await restate('report.txt', '--edition', '2019', '--json');
    expect(code).toBe(0);
    const { tables, ...report } = JSON.parse(stdout) as { tables: unknown[] };
    expect(report).toEqual({
      ...{ title: '2020年度某某市水务局部门决算', department: '某某市水务局' },
      ...{ kind: 'FINAL_ACCOUNTS', year: 2020, edition: 2019 },
    });
    expect(tables).toHaveLength(3);
    const amounts = ['12.50', '12.00', '0.50', '0.00', '0.00', '0.00'];
    expect(tables[2]).toMatchObject({
      ...{ statement: 'EXPENDITURE', level: 'ITEM', unitName: null },
      rows: [
        {
          before: [{ code: '2080501', name: '行政单位离退休', amounts }],
          moved: [{ from: '2080501', to: '2080501', kind: 'RENAMED', confidence: 'HIGH' }],
          after: { accounts: [{ code: '2080501', name: '归口管理的行政单位离退休' }], amounts },
        },
      ],
      totals: { before: amounts, after: amounts },
    });
  });

  it('takes what is no year, and what is neither a file nor a stored report, as an error', async () => {
    const odd = await restate('report.txt', '--edition', 'soon');
    expect([odd.code, odd.stderr]).toEqual([2, 'BAD_USER_INPUT: expected --edition to be a year, got "soon"\n']);
    const early = await restate('report.txt', '--edition', '1999');
    expect([early.code, early.stderr]).toEqual([2, 'BAD_USER_INPUT: expected an edition from 2007, got 1999\n']);
    const nowhere = await restate('nowhere.txt', '--edition', '2019');
    expect([nowhere.code, nowhere.stderr]).toEqual([
      2,
      "BAD_USER_INPUT: expected a file or the id of a report, got nowhere.txt, which isn't there\n",
    ]);
    const unknown = await restate('nosuch', '--edition', '2019');
    expect([unknown.code, unknown.stdout]).toEqual([2, '']);
    expect(unknown.stderr).toContain('BAD_USER_INPUT: expected the id of a report, got "nosuch"');
  });
});
