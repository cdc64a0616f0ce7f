import { readdirSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { lockFolder } from '../../src/store/folder-lock.js';
import { openStore } from '../../src/store/open-store.js';
import { countReports } from '../../src/store/reports.js';
import { startImporter, writeReports } from '../support/importer.js';
import { makeReport } from '../support/make-report.js';
import { EMBEDDED } from '../support/test-stores.js';
import type { TestPlace } from '../support/test-stores.js';

describe('The folder of an embedded store', () => {
  let place: TestPlace;
  let dataDir: string;
  beforeEach(async () => {
    place = await EMBEDDED.makePlace();
    dataDir = (place.location as { dataDir: string }).dataDir;
  });
  afterEach(() => place.remove());
  const busy = {
    code: 'STORE_BUSY',
    message: expect.stringMatching(/^expected \S+ to be free, got one that process \d+ has open: stop that one first$/),
  };

  it('is refused to a second process, and to a second opening in one, and is free again after closing', async () => {
    const folder = await writeReports([makeReport()]);
    const store = await openStore(place.location);
    const second = startImporter(place.location, folder, 1);
    await second.ended;
    expect(second.lines.join()).toBe(
      `STORE_BUSY expected ${dataDir} to be free, got one that process ${process.pid} has open: stop that one first`,
    );
    await expect(openStore(place.location)).rejects.toMatchObject(busy);
    expect(await countReports(store)).toBe(0);
    await store.close();
    const third = startImporter(place.location, folder, 1);
    await third.ended;
    expect(third.lines).toEqual(['open', 'STORED']);
    await rm(folder, { recursive: true });
  }, 60_000);

  it('is given to one of several that want it at the same time', async () => {
    const opened = await Promise.allSettled([1, 2, 3].map(() => openStore(place.location)));
    const stores = opened.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    const refusals = opened.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
    await Promise.all(stores.map((store) => store.close()));
    expect(stores).toHaveLength(1);
    expect(refusals).toEqual([
      expect.objectContaining({ code: 'STORE_BUSY' }),
      expect.objectContaining({ code: 'STORE_BUSY' }),
    ]);
  }, 60_000);

  it('is not taken from an owner on another machine until its lock is no longer renewed', async () => {
    await mkdir(join(dataDir, 'store.lock'));
    await writeFile(join(dataDir, 'store.owner'), JSON.stringify({ pid: 1, where: `not ${hostname()}` }));
    await expect(openStore(place.location)).rejects.toMatchObject(busy);
    const long = new Date(Date.now() - 61_000);
    await utimes(join(dataDir, 'store.lock'), long, long);
    await (await openStore(place.location)).close();
  }, 60_000);

  it('never has a lock without an owner: a process killed anywhere is known to be gone', async () => {
    const seen: string[][] = [];
    let done = false;
    const look = (): void => {
      seen.push(readdirSync(dataDir));
      if (!done) setImmediate(look);
    };
    look();
    for (let round = 0; round < 10; round++) await (await lockFolder(dataDir, fail)).release();
    done = true;
    const locked = seen.filter((names) => names.includes('store.lock'));
    expect(locked.length).toBeGreaterThan(10);
    expect(locked.filter((names) => !names.includes('store.owner'))).toEqual([]);
  });

  it('is not taken from an owner that is not known', async () => {
    await mkdir(join(dataDir, 'store.lock'));
    await writeFile(join(dataDir, 'store.owner'), '{"pid":');
    await expect(openStore(place.location)).rejects.toMatchObject({ code: 'STORE_BUSY' });
  });
});

function fail(reason: Error): never {
  throw reason;
}

describe('A new folder', () => {
  it('is made whole, whatever a process left that was killed while making it', async () => {
    const parent = await mkdtemp(join(tmpdir(), 'duizhao-new-'));
    const dataDir = join(parent, 'a', 'b');
    await mkdir(join(dataDir, 'postgres.new', 'base'), { recursive: true });
    await writeFile(join(dataDir, 'postgres.new', 'PG_VERSION'), '18\n');
    const store = await openStore({ dataDir });
    expect(await countReports(store)).toBe(0);
    await store.close();
    expect(await readdir(dataDir)).toEqual(['postgres']);
    await rm(parent, { recursive: true });
  }, 60_000);

  it('of another version of the embedded Postgres is refused, not touched', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'duizhao-old-'));
    await mkdir(join(dataDir, 'postgres'));
    await writeFile(join(dataDir, 'postgres', 'PG_VERSION'), '17\n');
    await expect(openStore({ dataDir })).rejects.toMatchObject({
      code: 'STORE_UNAVAILABLE',
      message: expect.stringMatching(/^expected a database of version 18 in \S+, got 17: /),
    });
    expect(await readdir(dataDir)).toEqual(['postgres']);
    await rm(dataDir, { recursive: true });
  });

  it('where a file stands is refused', async () => {
    const parent = await mkdtemp(join(tmpdir(), 'duizhao-file-'));
    await writeFile(join(parent, 'file'), '');
    await expect(openStore({ dataDir: join(parent, 'file') })).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    expect((await stat(join(parent, 'file'))).isFile()).toBe(true);
    await rm(parent, { recursive: true });
  });
});
