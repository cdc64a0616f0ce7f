import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runCli } from './run-cli.js';

const DOCUMENT = `2021年度某某市水务局部门决算

支出决算表
部门：某某市水务局
单位：万元
项目\t\t本年支出合计\t基本支出\t项目支出\t上缴上级支出\t经营支出\t对附属单位补助支出
科目编码\t科目名称\t\t\t\t\t\t
栏次\t\t1\t2\t3\t4\t5\t6
\t合计\t12.50\t12.00\t0.50\t0.00\t0.00\t0.00
213\t农林水支出\t12.50\t12.00\t0.50\t0.00\t0.00\t0.00
`;

describe('cli import', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'duizhao-import-'));
    await writeFile(join(folder, '2021 决算.txt'), DOCUMENT);
    await writeFile(join(folder, 'note.txt'), '春江花月夜');
    await symlink(join(folder, 'nowhere'), join(folder, 'link.txt'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('stores what is a report, says of each other file why not, and goes on; the same again changes nothing', async () => {
    const env = { INIT_CWD: folder, DUIZHAO_DATA: 'store' };
    const first = await runCli(['import', '.'], env);
    expect(first.code).toBe(1);
    expect(first.stdout).toContain(
      '2021 决算.txt: stored: 2021年度某某市水务局部门决算 (000000, 2021, its place is not known',
    );
    expect(first.stdout).toContain('1 statements, 2 rows, 12 figures, 0 issues');
    expect(first.stdout).toContain('link.txt: refused: expected a file that can be read, got: ENOENT');
    expect(first.stdout).toContain('note.txt: refused: expected a departmental budget or final accounts');
    expect(first.stdout).toContain('1 of 3 documents in');
    const second = await runCli(['import', '2021 决算.txt'], env);
    expect(second.code).toBe(0);
    expect(second.stdout).toContain('2021 决算.txt: unchanged:');
  });

  it('takes a path that is not there and a folder without documents as wrong use', async () => {
    const missing = await runCli(['import', 'nowhere'], { INIT_CWD: folder });
    expect([missing.code, missing.stderr]).toEqual([2, expect.stringContaining("which isn't there")]);
  });
});
