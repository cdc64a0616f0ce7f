import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EMBEDDED } from '../support/test-stores.js';
import type { TestPlace } from '../support/test-stores.js';
import { runCli } from './run-cli.js';
import type { CliResult } from './run-cli.js';

describe('cli load-statistics', () => {
  let folder = '';
  let dataDir = '';
  let place: TestPlace;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'duizhao-cli-'));
    place = await EMBEDDED.makePlace();
    ({ dataDir } = place.location as { dataDir: string });
    const [, example = ''] = /^```csv\n([^]*?)^```/m.exec(await readFile('docs/operations.md', 'utf8')) ?? [];
    await writeFile(join(folder, 'own.csv'), example);
    await writeFile(join(folder, 'other.csv'), example.replace('120.50', '120.51'));
    await writeFile(join(folder, 'wrong.csv'), example.replace('DEFLATOR,,2021,116.50', 'DEFLATOR,440104,21,116.50'));
  });
  afterAll(async () => {
    await place.remove();
    await rm(folder, { recursive: true, force: true });
  });

  const load = (file: string, store = dataDir): Promise<CliResult> =>
    runCli(['load-statistics', file], { INIT_CWD: folder, DUIZHAO_DATA: store });

  it('stores what the operator’s page shows, and says so; the same again changes nothing', async () => {
    const first = await load('own.csv');
    expect(first).toMatchObject({ code: 0, stderr: '' });
    const [, release = ''] =
      /^2 statistics added, 0 there before, release (\w{20})\n {2}from own\.csv\n {2}in {3}\S+\n$/.exec(first.stdout) ??
      [];
    expect(release).not.toBe('');
    const again = await load('own.csv');
    expect(again.stdout.split('\n')[0]).toBe(`0 statistics added, 2 there before, release ${release}`);
  });

  it('refuses what contradicts them, and names it', async () => {
    expect(await load('other.csv')).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'other.csv: line 2, value: expected "120.50", which is here under the vintage "2026-01 own survey", got "120.51": a correction takes a vintage of its own\n' +
        'BAD_USER_INPUT: expected statistics without a problem, got one problem in other.csv: nothing was loaded\n',
    });
  });

  it('names all that does not fit before a store is opened', async () => {
    const elsewhere = join(folder, 'nowhere');
    expect(await load('wrong.csv', elsewhere)).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'wrong.csv: line 3, district: expected nothing: the deflator is that of the country, got "440104"\n' +
        'wrong.csv: line 3, year: expected a year, got "21"\n' +
        'BAD_USER_INPUT: expected statistics without a problem, got 2 problems in wrong.csv: nothing was loaded\n',
    });
    expect(await readdir(folder)).not.toContain('nowhere');
  });

  it('leaves them where the export has them', async () => {
    const { code, stdout } = await runCli(['export', 'statistics', '--format', 'csv'], { DUIZHAO_DATA: dataDir });
    expect(code).toBe(0);
    expect(stdout).toContain('"POPULATION","440104",2019,120.50,"2026-01 own survey","sample of 2025, page 3"\r\n');
  });
});
