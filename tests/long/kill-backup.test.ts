import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { backUp } from '../../src/store/backup.js';
import { openBackup } from '../../src/store/backup-format.js';
import { openStore } from '../../src/store/open-store.js';
import { findLatestRelease } from '../../src/store/releases.js';
import { restore } from '../../src/store/restore.js';
import { saveReport } from '../../src/store/save-report.js';
import { TABLES } from '../../src/store/tables.js';
import { findDamage } from '../support/check-store.js';
import { makeReport, makeReports } from '../support/make-report.js';
import { REFERENCE } from '../support/reference.js';
import { EMBEDDED, STORE_KINDS } from '../support/test-stores.js';
import type { TestPlace } from '../support/test-stores.js';

/** Each somewhere else. */
const KILLS = 20;

let folder = '';
/** Backups of a small store and of a large one, and their releases. */
const [small, large] = [
  { file: '', release: '' },
  { file: '', release: '' },
];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'duizhao-kill-'));
  const place = await EMBEDDED.makePlace();
  const store = await openStore(place.location);
  for (const report of makeReports(1)) await saveReport(store, report, REFERENCE);
  small.file = join(folder, 'small.gz');
  small.release = (await backUp(store, 'test', createWriteStream(small.file))).release.id;
  for (let year = 2015; year < 2023; year++) await saveReport(store, makeReport({ year, details: 90 }), REFERENCE);
  large.file = join(folder, 'large.gz');
  large.release = (await backUp(store, 'test', createWriteStream(large.file))).release.id;
  await store.close();
  await place.remove();
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

describe.each(STORE_KINDS)('With $name, a killed', (kind) => {
  let place: TestPlace;
  beforeAll(async () => {
    place = await kind.makePlace();
  });
  afterAll(() => place.remove());

  const restoreHere = async (file: string): Promise<void> => {
    const store = await openStore(place.location);
    await restore(store, { open: () => createReadStream(file), replace: true });
    await store.close();
  };

  it(
    'restore leaves the old state or the new one, whole',
    async () => {
      for (let kill = 0; kill < KILLS; kill++) {
        await restoreHere(small.file);
        await runAndKill(place, ['restore', large.file, '--replace']);
        const store = await openStore(place.location);
        expect([small.release, large.release]).toContain((await findLatestRelease(store)).id);
        expect(await findDamage(store)).toEqual([]);
        await store.close();
      }
    },
    KILLS * 20_000 + 20_000,
  );

  it(
    'backup leaves the old file or the new one, whole',
    async () => {
      const file = join(folder, `${kind.name}.gz`);
      await restoreHere(small.file);
      const store = await openStore(place.location);
      await backUp(store, 'test', createWriteStream(file));
      await store.close();
      await restoreHere(large.file);
      for (let kill = 0; kill < KILLS; kill++) {
        await runAndKill(place, ['backup', file, '--force']);
        expect([small.release, large.release]).toContain(await readRelease(file));
      }
      const left = (await readdir(folder)).filter((name) => !/^\..*\.part$|\.gz$/.test(name));
      expect(left).toEqual([]);
    },
    KILLS * 20_000 + 20_000,
  );
});

/** Starts the command line, and kills it some time before it would be done, or after. */
async function runAndKill({ location }: TestPlace, args: readonly string[]): Promise<void> {
  const { DATABASE_URL: _url, ...rest } = process.env;
  const own = 'dataDir' in location ? { DUIZHAO_DATA: location.dataDir } : { DATABASE_URL: location.databaseUrl };
  const env = { ...rest, NODE_OPTIONS: '', ...own };
  const child = spawn(process.execPath, ['dist/cli/main.js', ...args], { env, stdio: 'ignore' });
  const ended = once(child, 'close');
  await Promise.race([ended, setTimeout(500 + Math.random() * 2_500)]);
  child.kill('SIGKILL');
  await ended;
}

/** Of a backup that is read to its end. */
async function readRelease(file: string): Promise<string> {
  const backup = await openBackup(createReadStream(file));
  for (const table of TABLES) for await (const _ of backup.readRows(table));
  await backup.readEnd();
  return backup.head.release.id;
}
