import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openStore } from '../../src/store/open-store.js';
import { countReports } from '../../src/store/reports.js';
import { findDamage } from '../support/check-store.js';
import { startImporter, writeReports } from '../support/importer.js';
import { makeReport, makeReports } from '../support/make-report.js';
import { STORE_KINDS } from '../support/test-stores.js';
import type { TestPlace } from '../support/test-stores.js';

/** Each somewhere else. */
const KILLS = 30;

describe('A process killed while it makes a new folder', () => {
  it(
    'leaves one that the next process makes whole',
    async () => {
      const parent = await mkdtemp(join(tmpdir(), 'duizhao-kill-'));
      const folder = await writeReports([]);
      const location = { dataDir: join(parent, 'data') };
      for (let kill = 0; kill < KILLS / 4; kill++) {
        const importer = startImporter(location, folder);
        await setTimeout(600 + Math.random() * 4_000);
        importer.process.kill('SIGKILL');
        await importer.ended;
      }
      const store = await openStore(location);
      expect(await findDamage(store)).toEqual([]);
      await store.close();
      await rm(parent, { recursive: true });
      await rm(folder, { recursive: true });
    },
    KILLS * 10_000 + 20_000,
  );
});

describe.each(STORE_KINDS)('A process killed while it imports into $name', (kind) => {
  let place: TestPlace;
  let folder: string;
  beforeAll(async () => {
    place = await kind.makePlace();
    folder = await writeReports([
      ...makeReports(3),
      makeReport({ details: 60 }),
      makeReport({ details: 60, edition: 2 }),
    ]);
  });
  afterAll(async () => {
    await place.remove();
    await rm(folder, { recursive: true });
  });

  it(
    'leaves every report whole or absent, and the store free at once',
    async () => {
      for (let kill = 0; kill < KILLS; kill++) {
        const importer = startImporter(place.location, folder);
        await importer.waitFor(/^(?:open|[A-Z_]+ )/);
        expect(importer.lines[0]).toBe('open');
        await setTimeout(40 + Math.random() * 900);
        importer.process.kill('SIGKILL');
        await importer.ended;
        const store = await openStore(place.location);
        expect(await findDamage(store)).toEqual([]);
        await store.close();
      }
    },
    KILLS * 20_000,
  );

  it('can be run again and then has all', async () => {
    const importer = startImporter(place.location, folder, 1);
    await importer.ended;
    expect(importer.lines).toHaveLength(9);
    const store = await openStore(place.location);
    expect(await findDamage(store)).toEqual([]);
    expect(await countReports(store, { superseded: null })).toBe(8);
    await store.close();
  }, 60_000);
});

describe.each(STORE_KINDS)('A process killed while it imports many reports at once into $name', (kind) => {
  it(
    'leaves all of a batch or none of it',
    async () => {
      const place = await kind.makePlace();
      const reports = makeReports(8);
      const folder = await writeReports(reports);
      let stored = 0;
      for (let kill = 0; kill < KILLS / 3; kill++) {
        const importer = startImporter(place.location, folder, Infinity, 'TOGETHER');
        await importer.waitFor(/^(?:open|[A-Z_]+ )/);
        await setTimeout(40 + Math.random() * 900);
        importer.process.kill('SIGKILL');
        await importer.ended;
        const store = await openStore(place.location);
        expect(await findDamage(store)).toEqual([]);
        stored = await countReports(store);
        expect(stored % reports.length).toBe(0);
        await store.close();
      }
      expect(stored).toBeGreaterThan(0);
      await place.remove();
      await rm(folder, { recursive: true });
    },
    KILLS * 20_000,
  );
});
