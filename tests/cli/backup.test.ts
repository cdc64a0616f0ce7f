import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openStore } from '../../src/store/open-store.js';
import { saveReport } from '../../src/store/save-report.js';
import { makeReport } from '../support/make-report.js';
import { REFERENCE } from '../support/reference.js';
import { EMBEDDED } from '../support/test-stores.js';
import type { TestPlace } from '../support/test-stores.js';
import { runCli, startCli } from './run-cli.js';
import type { CliResult } from './run-cli.js';

/** Two folders: one with two publications of one report, and an empty one. */
describe('cli backup and restore', () => {
  const places: TestPlace[] = [];
  let folder = '';
  let [full, empty] = ['', ''];
  let counts = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'duizhao-cli-'));
    places.push(await EMBEDDED.makePlace(), await EMBEDDED.makePlace());
    const [one, other] = places.map(({ location }) => location as { dataDir: string });
    [full, empty] = [one!.dataDir, other!.dataDir];
    const store = await openStore({ dataDir: full });
    for (const edition of [1, 2]) await saveReport(store, makeReport({ edition }), REFERENCE);
    await store.close();
    counts = `1 reports (and 1 superseded), ${makeReport().lineItems.length} figures, release`;
  }, 60_000);
  afterAll(async () => {
    for (const { remove } of places) await remove();
    await rm(folder, { recursive: true, force: true });
  });

  const call = (store: string, args: readonly string[]): Promise<CliResult> =>
    runCli(args, { INIT_CWD: folder, DUIZHAO_DATA: store });

  it('writes a file where npm was called, and says what is in it', async () => {
    const { code, stdout, stderr } = await call(full, ['backup', 'store.gz']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.startsWith(counts)).toBe(true);
    expect(stdout).toMatch(/ release \w{20}\n {2}from \S+\n {2}in {3}store\.gz\n$/);
    expect(await readdir(folder)).toEqual(['store.gz']);
  });

  it('leaves a file that is there, unless told to write over it', async () => {
    await writeFile(join(folder, 'other.gz'), 'precious');
    expect(await call(full, ['backup', 'other.gz'])).toEqual({
      code: 2,
      stdout: '',
      stderr: 'BAD_USER_INPUT: expected a new file, got other.gz, which is there: --force writes over it\n',
    });
    expect(await readFile(join(folder, 'other.gz'), 'utf8')).toBe('precious');
    expect((await call(full, ['backup', 'other.gz', '--force'])).code).toBe(0);
    expect(await readFile(join(folder, 'other.gz'))).not.toEqual(Buffer.from('precious'));
  });

  it('leaves a file that is there where nothing can be backed up', async () => {
    const before = await readFile(join(folder, 'store.gz'));
    expect(await call(empty, ['backup', 'store.gz', '--force'])).toEqual({
      code: 2,
      stdout: '',
      stderr: `BAD_USER_INPUT: expected a store that holds reports, got none in ${empty}\n`,
    });
    expect(await readFile(join(folder, 'store.gz'))).toEqual(before);
    expect((await readdir(folder)).sort()).toEqual(['other.gz', 'store.gz']);
  });

  it('refuses a damaged file', async () => {
    const bytes = await readFile(join(folder, 'store.gz'));
    await writeFile(join(folder, 'cut.gz'), bytes.subarray(0, bytes.length / 2));
    expect(await call(empty, ['restore', 'cut.gz'])).toEqual({
      code: 3,
      stdout: '',
      stderr:
        'UNREADABLE_BACKUP: expected a whole backup, compressed with gzip, got what does not unpack: unexpected end of file\n',
    });
  });

  it('restores into an empty store, and over a filled one only when told to', async () => {
    const restored = await call(empty, ['restore', 'store.gz']);
    expect(restored).toMatchObject({ code: 0, stderr: '' });
    expect(restored.stdout.startsWith(counts)).toBe(true);
    expect(await call(empty, ['restore', 'store.gz'])).toEqual({
      code: 2,
      stdout: '',
      stderr: `BAD_USER_INPUT: expected an empty store, got 2 reports in ${empty}: --replace puts the backup in their place\n`,
    });
    expect(await call(empty, ['restore', 'store.gz', '--replace'])).toMatchObject({ code: 0, stderr: '' });
  }, 60_000);

  it('says what to do where a server has the store', async () => {
    const server = startCli(['serve', '--port', '0'], { DUIZHAO_DATA: full });
    await server.waitFor(/stop with Ctrl-C/);
    const refused = await call(full, ['backup', 'busy.gz']);
    server.signal('SIGTERM');
    await server.ended;
    expect(refused).toEqual({
      code: 3,
      stdout: '',
      stderr: expect.stringMatching(
        /^STORE_BUSY: expected \S+ to be free, got one that process \d+ has open: stop that one first\n$/,
      ),
    });
  }, 60_000);
});
