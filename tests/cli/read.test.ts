import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runCli } from './run-cli.js';

const DOCUMENT = `2021年度某某市水务局部门决算

收入决算表
部门：某某市水务局
单位：万元
项目\t\t本年收入合计\t财政拨款收入\t上级补助收入\t事业收入\t经营收入\t附属单位上缴收入\t其他收入
科目编码\t科目名称\t\t\t\t\t\t\t
栏次\t\t1\t2\t3\t4\t5\t6\t7
\t合计\t12.50\t12.00\t0.00\t0.00\t0.00\t0.00\t0.50
213\t农林水支出\t12.50\t12.00\t0.00\t0.00\t0.00\t0.00\t0.50
`;

describe('cli read', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'duizhao-cli-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const write = async (name: string, content: string | Uint8Array): Promise<string> => {
    await writeFile(join(folder, name), content);
    return join(folder, name);
  };

  it('prints the canonical report as JSON, amounts in 万元 as text', async () => {
    const { code, stdout } = await runCli(['read', await write('report.txt', DOCUMENT), '--json']);
    const report = JSON.parse(stdout) as {
      kind: string;
      year: number;
      department: string;
      lineItems: Record<string, unknown>[];
    };
    expect(code).toBe(0);
    expect(report).toMatchObject({
      kind: 'FINAL_ACCOUNTS',
      year: 2021,
      department: '某某市水务局',
      district: '000000',
    });
    expect(report.lineItems).toHaveLength(14);
    expect(report.lineItems[8]).toMatchObject({
      statement: 'REVENUE',
      flow: 'REVENUE',
      stage: 'OUTTURN',
      fund: 'APPROPRIATION',
      part: 'TOTAL',
      column: 2,
      columnLabel: '财政拨款收入',
      label: '农林水支出',
      unitName: null,
      account: { classification: 'FUNCTIONAL', code: '213' },
      amount: '12.00',
      line: 10,
    });
  });

  it('resolves a relative path against the folder in which npm was called', async () => {
    await write('here.txt', DOCUMENT);
    const { code, stdout } = await runCli(['read', 'here.txt'], { INIT_CWD: folder });
    expect(code).toBe(0);
    expect(stdout).toContain('14 figures');
  });

  it('ends with 1 and says which cell was refused', async () => {
    const damaged = DOCUMENT.replace('213\t农林水支出\t12.50', '213\t农林水支出\t12.5#');
    const { code, stdout } = await runCli(['read', await write('damaged.txt', damaged)]);
    expect(code).toBe(1);
    expect(stdout).toContain('line 10: expected an amount in column 1 of “农林水支出”, got “12.5#”: refused');
  });

  it.each([
    ['nothing', '', 'got an empty file'],
    [
      'no report',
      'hello\nworld\n',
      'expected a departmental budget or final accounts with its year and department, got “hello / world”',
    ],
    [
      'a report without tables',
      '2021年度某某市水务局部门决算\n部门：某某市水务局\n',
      'expected at least one statement',
    ],
  ])('refuses %s with 1 and a sentence', async (_, content, sentence) => {
    const { code, stdout, stderr } = await runCli(['read', await write('other.txt', content)]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(sentence);
  });

  it('refuses bytes that are no text with 1', async () => {
    const { code, stderr } = await runCli(['read', await write('bytes.txt', new Uint8Array([0x81, 0x00, 0x01]))]);
    expect(code).toBe(1);
    expect(stderr).toBe('UNREADABLE_DOCUMENT: expected text in UTF-8, UTF-16 or GB18030, got bytes that are none\n');
  });

  it('takes a file that is not there and an unknown command as wrong use', async () => {
    const missing = await runCli(['read', join(folder, 'nowhere.txt')]);
    expect(missing.code).toBe(2);
    expect(missing.stderr).toContain('expected a file that can be read, got');
    const unknown = await runCli(['frobnicate']);
    expect(unknown.code).toBe(2);
    expect(unknown.stderr).toContain("unknown command 'frobnicate'");
  });
});
