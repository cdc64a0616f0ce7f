import { describe, expect, it } from '@jest/globals';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Report } from '../../src/domain/report.js';
import { findAccounts } from '../../src/store/accounts.js';
import { findDepartments } from '../../src/store/departments.js';
import { findDistricts } from '../../src/store/districts.js';
import { findFiscalYears } from '../../src/store/fiscal-years.js';
import { countLineItems, findLineItems } from '../../src/store/line-items.js';
import { MIGRATIONS_FOLDER } from '../../src/store/migrate.js';
import { splitStatements } from '../../src/store/split-sql.js';
import { findKeptRelease, findLatestRelease, findReleases } from '../../src/store/releases.js';
import { findReports, findSupersedingReports } from '../../src/store/reports.js';
import { saveReport } from '../../src/store/save-report.js';
import type { Store } from '../../src/store/store.js';
import { findDamage } from '../support/check-store.js';
import { makeReport } from '../support/make-report.js';
import { REFERENCE } from '../support/reference.js';
import { emptyStore, STORE_KINDS, useTestStore } from '../support/test-stores.js';

/** What a store shows of itself, as text. */
async function describeStore(store: Store): Promise<string> {
  const page = { first: 500 };
  const reports = (await findReports(store, { superseded: null }, page)).edges.map(({ node }) => node);
  const superseding = await findSupersedingReports(
    store,
    reports.map(({ id }) => id),
  );
  return JSON.stringify({
    // Which version of the reader read the same is no part of an answer.
    reports: reports.map(({ readerVersion: _, ...report }) => report),
    superseding: [...superseding].map(([id, own]) => [id, own.id]).sort(),
    current: (await findReports(store, null, page)).edges.map(({ node }) => node.id),
    superseded: (await findReports(store, { superseded: true }, page)).edges.map(({ node }) => node.id),
    items: await countLineItems(store),
    first: (await findLineItems(store, null, 'AMOUNT_DESC', { first: 3 })).edges.map(({ node }) => node.id),
    departments: (await findDepartments(store, null, page)).edges.map(({ node }) => node),
    districts: await findDistricts(store),
    years: await findFiscalYears(store),
    accounts: (await findAccounts(store, null, null, page)).edges.map(({ node }) => node),
    release: await findLatestRelease(store),
    releases: (await findReleases(store, page)).edges.map(({ node }) => node.id),
  });
}

/** The store as it was in a release. */
async function pin(store: Store, id: string): Promise<Store> {
  const { release, isNewest } = await findKeptRelease(store, id);
  return { ...store, pinnedTo: isNewest ? null : release.number };
}

interface Step {
  readonly report: Report;
  /** Whether rows that are stored are written over, where the document is stored. */
  readonly isRewriting: boolean;
}

/** The same for the same seed: publications, revisions, documents read anew, the same as before, or found to be of another year. */
function makeHistory(seed: number, length: number): Step[] {
  let state = seed;
  const draw = (most: number): number => (state = (state * 48_271) % 2_147_483_647) % most;
  const documents: Report[] = [];
  return Array.from({ length }, (_, place) => {
    const known = documents.length === 0 ? -1 : draw(documents.length);
    const last = documents[known];
    const kind = draw(12);
    if (last && kind < 3) {
      const changed = [{}, { title: `${last.title}${place}` }, { year: 2015 + draw(4) }][kind];
      const report = { ...last, ...changed, readerVersion: last.readerVersion + 1 };
      documents[known] = report;
      return {
        report,
        isRewriting: report.title !== last.title || report.year !== last.year,
      };
    }
    const [district, town] = [['440104', '越秀区'] as const, ['440117', '从化区'] as const][draw(2)] ?? ['', ''];
    const department = ['政务服务数据管理局', '水务局'].map((body) => `${draw(2) ? '广州市' : ''}${town}${body}`)[
      draw(2)
    ];
    const wish = { district, department: department ?? '', year: 2018 + draw(2), edition: place, details: draw(3) };
    const report = makeReport(wish);
    documents.push(report);
    return { report, isRewriting: false };
  });
}

describe.each(STORE_KINDS)('Releases of $name', (kind) => {
  const store = useTestStore(kind);

  it.each([3, 5, 11])(
    'show what was there, as long as nothing of it was written over (history %i)',
    async (seed) => {
      await emptyStore(store());
      const shown = new Map<string, string>([[(await findLatestRelease(store())).id, await describeStore(store())]]);
      for (const { report, isRewriting } of makeHistory(seed, 14)) {
        const before = (await findLatestRelease(store())).number;
        await saveReport(store(), report, REFERENCE);
        const { id, number } = await findLatestRelease(store());
        if (isRewriting && number > before) shown.clear();
        shown.set(id, await describeStore(store()));
      }
      expect(await findDamage(store())).toEqual([]);
      const all = (await findReleases(store(), { first: 100 })).edges.map(({ node }) => node);
      expect(all.filter(({ kept }) => kept).map(({ id }) => id)).toEqual([...shown.keys()].reverse());
      for (const { id, kept } of all)
        if (kept) expect(await describeStore(await pin(store(), id))).toBe(shown.get(id));
        else await expect(pin(store(), id)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
      expect(shown.size).toBeGreaterThan(2);
    },
    60_000,
  );

  it('are kept through the migration as far as they can be: the newest, with what was there by then', async () => {
    await emptyStore(store());
    for (const edition of [1, 2]) await saveReport(store(), makeReport({ edition }), REFERENCE);
    const [before, newest] = [await describeStore(store()), await findLatestRelease(store())];
    await undoMigration(store());
    await store().client.$transaction(async (tx) => {
      for (const statement of await readMigration()) await tx.$executeRawUnsafe(statement);
    });
    expect(await findDamage(store())).toEqual([]);
    expect((await findReleases(store(), { first: 9 })).edges.map(({ node }) => node.kept)).toEqual([
      true,
      false,
      false,
    ]);
    await saveReport(store(), makeReport({ edition: 3, details: 4 }), REFERENCE);
    await saveReport(store(), makeReport({ edition: 4, year: 2021 }), REFERENCE);
    const pinned = await pin(store(), newest.id);
    expect(pinned.pinnedTo).toBe(newest.number);
    const unkept = (text: string): string => text.replace('"lastKept":true', '"lastKept":false');
    expect(await describeStore(pinned)).toBe(unkept(before));
  });
});

async function readMigration(): Promise<readonly string[]> {
  const name = (await readdir(MIGRATIONS_FOLDER)).find((own) => own.endsWith('_kept_releases')) ?? '';
  return splitStatements(await readFile(join(MIGRATIONS_FOLDER, name, 'migration.sql'), 'utf8'));
}

/** Takes away what the migration adds. */
async function undoMigration(store: Store): Promise<void> {
  const columns = {
    ...{ Release: ['kept'], Report: ['currentFrom', 'currentUntil'] },
    ...{ District: ['sinceRelease'], Department: ['sinceRelease'], FiscalYear: ['sinceRelease'] },
    ...{ Account: ['sinceRelease'], AccountSpelling: ['sinceRelease'] },
  };
  for (const [table, names] of Object.entries(columns))
    for (const name of names) await store.client.$executeRawUnsafe(`ALTER TABLE "${table}" DROP COLUMN "${name}"`);
  await store.client.$executeRawUnsafe('DROP TABLE "Question"');
}
