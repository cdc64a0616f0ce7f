import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openStore } from '../../src/store/open-store.js';
import { countReports } from '../../src/store/reports.js';
import { saveReport } from '../../src/store/save-report.js';
import type { Store } from '../../src/store/store.js';
import { describeContents, findDamage } from '../support/check-store.js';
import { startImporter, writeReports } from '../support/importer.js';
import { makeReport, makeReports } from '../support/make-report.js';
import { REFERENCE } from '../support/reference.js';
import { POSTGRES } from '../support/test-stores.js';
import type { TestPlace } from '../support/test-stores.js';

describe('A PostgreSQL that is not there', () => {
  it('is an error without the password', async () => {
    const opening = openStore({ databaseUrl: 'postgres://someone:s3cret@127.0.0.1:1/nowhere?password=s3cret' });
    const error = await opening.catch((reason: unknown) => reason);
    expect(error).toMatchObject({
      code: 'STORE_UNAVAILABLE',
      message: 'expected a database at postgres://someone@127.0.0.1:1/nowhere, got: no server that answers there',
    });
    expect(JSON.stringify(error)).not.toContain('s3cret');
  });

  it('is an error that shows nothing of an address of another form', async () => {
    for (const databaseUrl of ['mysql://a:s3cret@b/c', 's3cret', ''])
      await expect(openStore({ databaseUrl })).rejects.toMatchObject({
        code: 'STORE_UNAVAILABLE',
        message: expect.not.stringContaining('s3cret'),
      });
  });
});

const onPostgres = POSTGRES ? describe : describe.skip;
onPostgres('Several imports into one PostgreSQL at once', () => {
  let place: TestPlace;
  let store: Store;
  beforeAll(async () => {
    place = await POSTGRES!.makePlace();
    store = await openStore(place.location);
  });
  afterAll(async () => {
    await store.close();
    await place.remove();
  });

  it('store the same document once', async () => {
    const outcomes = await Promise.all([1, 2, 3, 4].map(() => saveReport(store, makeReport(), REFERENCE)));
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['STORED', 'UNCHANGED', 'UNCHANGED', 'UNCHANGED']);
    expect(await findDamage(store)).toEqual([]);
  });

  it('number the revisions of one department one after the other', async () => {
    const editions = [2, 3, 4, 5, 6].map((edition) => makeReport({ edition }));
    const saved = await Promise.all(editions.map((report) => saveReport(store, report, REFERENCE)));
    expect(saved.map(({ outcome }) => outcome)).toEqual(Array(5).fill('REVISED'));
    expect(new Set(saved.map(({ supersedesId }) => supersedesId)).size).toBe(5);
    expect(await findDamage(store)).toEqual([]);
  });

  it('of several processes, in opposite order, come to the same as one after the other', async () => {
    const reports = makeReports(8);
    const folders = [await writeReports(reports), await writeReports([...reports].reverse())];
    const importers = [...folders, ...folders].map((folder) => startImporter(place.location, folder, 1));
    await Promise.all(importers.map(({ ended }) => ended));
    const outcomes = importers.flatMap(({ lines }) => lines.filter((line) => line !== 'open'));
    expect(outcomes.sort()).toEqual([...Array(16).fill('STORED'), ...Array(48).fill('UNCHANGED')]);
    expect(await findDamage(store)).toEqual([]);
    expect(await countReports(store)).toBe(17);
    const contents = await describeContents(store);
    const other = await POSTGRES!.makePlace();
    const single = await openStore(other.location);
    for (const edition of [1, 2, 3, 4, 5, 6]) await saveReport(single, makeReport({ edition }), REFERENCE);
    for (const report of reports) await saveReport(single, report, REFERENCE);
    const digest = (text: string): string[] =>
      text.split('\n').filter((line) => !/"supersedesId": "|"status"|^release/.test(line));
    const own = new Set(digest(await describeContents(single)));
    expect(digest(contents).filter((line) => !own.has(line) && !line.includes('"current"'))).toEqual([]);
    await single.close();
    await other.remove();
    for (const folder of folders) await rm(folder, { recursive: true });
  }, 60_000);
});
