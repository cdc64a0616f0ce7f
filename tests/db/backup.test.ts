import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gunzipSync, gzipSync } from 'node:zlib';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Finding } from '../../src/domain/finding.js';
import type { Report, ReportedFact } from '../../src/domain/report.js';
import type { Statistic } from '../../src/domain/statistics.js';
import { reconcile } from '../../src/reconcile/reconcile.js';
import { backUp } from '../../src/store/backup.js';
import type { BackupHead } from '../../src/store/backup-format.js';
import { findLastMigration } from '../../src/store/migrate.js';
import { openStore } from '../../src/store/open-store.js';
import { findLatestRelease } from '../../src/store/releases.js';
import { restore } from '../../src/store/restore.js';
import { saveReport } from '../../src/store/save-report.js';
import { saveStatistics } from '../../src/store/statistics.js';
import type { Store } from '../../src/store/store.js';
import { READY_TABLES, TABLES } from '../../src/store/tables.js';
import { describeContents, findDamage } from '../support/check-store.js';
import { startImporter, writeReports } from '../support/importer.js';
import { makeReport, makeReports } from '../support/make-report.js';
import { readPrismaSchema } from '../support/prisma-schema.js';
import { REFERENCE } from '../support/reference.js';
import { EMBEDDED, POSTGRES, STORE_KINDS } from '../support/test-stores.js';
import type { StoreKind } from '../support/test-stores.js';

const opened: (() => Promise<void>)[] = [];
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'duizhao-backup-'));
});
afterAll(async () => {
  for (const close of opened.reverse()) await close();
  await rm(folder, { recursive: true, force: true });
}, 60_000);

async function openNew(kind: StoreKind): Promise<Store> {
  const place = await kind.makePlace();
  const store = await openStore(place.location);
  opened.push(place.remove, () => store.close());
  return store;
}

/** With a number of the text that no table has, and what comes of the rules. */
function checkReport(report: Report): readonly [Report, readonly Finding[]] {
  const [first] = report.lineItems;
  const fact: ReportedFact = {
    ...{ metric: 'PROCUREMENT', account: null, label: '政府采购"支出"\\{总额}', kind: 'AMOUNT', base: null },
    ...{ stage: 'OUTTURN', year: report.year, value: '9007199254740993.10', valueUnit: '元', source: first!.source },
  };
  const checked = { ...report, reportedFacts: [fact] };
  return [checked, reconcile(checked)];
}

/** Revisions, a newer reader, more rows than a batch has, figures that are no JavaScript numbers. */
async function fill(store: Store): Promise<void> {
  const reports = [
    makeReport(),
    makeReport({ edition: 2 }),
    makeReport({ edition: 3, details: 90 }),
    makeReport({ year: 2020, details: 90 }),
    ...makeReports(4),
  ];
  for (const report of [...reports, { ...makeReport({ edition: 2 }), readerVersion: 2 }]) {
    const [checked, findings] = checkReport(report);
    await saveReport(store, checked, REFERENCE, findings);
  }
  await saveStatistics(store, STATISTICS);
  await store.client.$executeRaw`UPDATE "LineItem" SET "amount" = -9007199254740993 WHERE "position" = 0`;
  await store.client.$executeRaw`UPDATE "Evaluation" SET "score" = 95.10`;
}

const STATISTICS: readonly Statistic[] = [
  {
    ...{ kind: 'POPULATION', districtCode: '440103', year: 2019, value: '101.00' },
    ...{ vintage: '2026-01 own', source: 'a "survey"' },
  },
  {
    ...{ kind: 'DEFLATOR', districtCode: null, year: 2021, value: '999999999999.99999999' },
    ...{ vintage: '2026-01 own', source: '估计' },
  },
];

/** The same import changes nothing, another is a revision. */
async function goOn(store: Store): Promise<void> {
  expect(await saveStatistics(store, STATISTICS)).toEqual({ added: 0, contradicted: [] });
  const again = await saveReport(store, makeReport({ edition: 3, details: 90 }), REFERENCE);
  const other = await saveReport(store, makeReport({ edition: 4 }), REFERENCE);
  expect([again.outcome, other.outcome]).toEqual(['UNCHANGED', 'REVISED']);
  expect(other.supersedesId).toBe(again.reportId);
  expect(await findDamage(store)).toEqual([]);
}

async function backUpTo(store: Store, name: string): Promise<BackupHead> {
  return backUp(store, 'duizhao test', createWriteStream(join(folder, name)));
}

function restoreFrom(store: Store, name: string, replace = false): Promise<BackupHead> {
  return restore(store, { open: () => createReadStream(join(folder, name)), replace });
}

/** All lines but the first, which says when, and the last. */
async function rowsOf(name: string): Promise<string[]> {
  const text = gunzipSync(await readFile(join(folder, name))).toString('utf8');
  return text.trimEnd().split('\n').slice(1, -1);
}

describe('The tables of a backup', () => {
  it('are all that there are, but for those made of others, each after those that it refers to', () => {
    const models = readPrismaSchema();
    expect([...TABLES, ...READY_TABLES].sort()).toEqual([...models.keys()].sort());
    for (const [index, table] of TABLES.entries())
      for (const key of models.get(table)?.foreignKeys ?? []) {
        const [, parent] = /-> (\w+)/.exec(key) ?? [];
        expect([...TABLES.slice(0, index + 1)]).toContain(parent);
      }
  });
});

describe.each(STORE_KINDS)('A backup of $name', (kind) => {
  let store: Store;
  beforeAll(async () => {
    store = await openNew(kind);
    await fill(store);
  }, 60_000);

  it('says what is in it, table by table', async () => {
    const { rows, release, migration, ...head } = await backUpTo(store, 'first.gz');
    expect(head).toMatchObject({ format: 'duizhao backup', version: 1, writtenBy: 'duizhao test' });
    expect(release).toMatchObject({ reports: 10 });
    expect(migration).toBe(await findLastMigration(store.client));
    // Twelve publications, two of them superseded; each row is a line.
    expect(rows).toMatchObject({ Report: 12, Document: 12, District: 6, FiscalYear: 2, Statistic: 2 });
    expect(Object.values(rows).reduce((sum, count) => sum + count)).toBe((await rowsOf('first.gz')).length);
    expect(rows.LineItem).toBeGreaterThan(2_000);
    // A number of the text in each, and one finding at least of each rule.
    expect(rows.ReportedFact).toBe(12);
    expect(rows.Finding).toBeGreaterThan(12 * 50);
  });

  it.each(STORE_KINDS)(
    'restored into $name gives the same rows: ids, times, figures, releases',
    async (other) => {
      const copy = await openNew(other);
      const head = await restoreFrom(copy, 'first.gz');
      expect(head.release.id).toBe((await findLatestRelease(store)).id);
      expect(await describeContents(copy)).toBe(await describeContents(store));
      expect(await findDamage(copy)).toEqual([]);
      expect(await findLatestRelease(copy)).toEqual(await findLatestRelease(store));
      const amounts = await copy.client.$queryRaw<{ amount: bigint }[]>`
      SELECT DISTINCT "amount" FROM "LineItem" WHERE "position" = 0`;
      expect(amounts).toEqual([{ amount: -9007199254740993n }]);
      await backUpTo(copy, 'second.gz');
      expect(await rowsOf('second.gz')).toEqual(await rowsOf('first.gz'));
      await goOn(copy);
    },
    60_000,
  );
});

describe.each(STORE_KINDS)('A store that holds reports, $name,', (kind) => {
  let store: Store;
  let before = '';
  beforeAll(async () => {
    const source = await openNew(EMBEDDED);
    await fill(source);
    await backUpTo(source, 'source.gz');
    store = await openNew(kind);
    await saveReport(store, makeReport({ district: '440117', department: '广州市从化区水务局' }), REFERENCE);
    before = await describeContents(store);
  }, 60_000);

  const refuses = async (restoring: Promise<unknown>, error: object): Promise<void> => {
    await expect(restoring).rejects.toMatchObject(error);
    expect(await describeContents(store)).toBe(before);
    expect(await findDamage(store)).toEqual([]);
  };
  const restoreLines = async (change: (lines: string[]) => string[]): Promise<BackupHead> => {
    const text = gunzipSync(await readFile(join(folder, 'source.gz'))).toString('utf8');
    await writeFile(join(folder, 'changed.gz'), gzipSync(seal(change(text.trimEnd().split('\n').slice(0, -1)))));
    return restoreFrom(store, 'changed.gz', true);
  };

  it('keeps them unless asked', async () => {
    await refuses(restoreFrom(store, 'source.gz'), {
      code: 'BAD_USER_INPUT',
      message: `expected an empty store, got 1 reports in ${store.place}: --replace puts the backup in their place`,
    });
  });

  it('keeps them where the backup is of another schema', async () => {
    const own = await findLastMigration(store.client);
    await refuses(
      restoreLines((lines) => changeHead(lines, { migration: '20200101000000_other' })),
      {
        code: 'UNREADABLE_BACKUP',
        message: `expected a backup of a store whose last migration is ${own}, got 20200101000000_other, written by duizhao test: restore it with that one, then open the store with this one`,
      },
    );
  });

  it('keeps them where the reports or the statistics are not those of the release that the file names', async () => {
    const swapped = (lines: string[]): string[] => {
      const place = lines.findIndex((line) => line.includes('"status": "SUPERSEDED"'));
      return lines.with(place, (lines[place] ?? '').replace(/"contentDigest": "./, '"contentDigest": "g'));
    };
    await refuses(restoreLines(swapped), {
      code: 'UNREADABLE_BACKUP',
      message: expect.stringMatching(/^expected rows of release \w{20}, got those of \w{20}$/),
    });
    const revalued = (lines: string[]): string[] =>
      lines.map((line) => line.replace('"value": 101.00', '"value": 101.01'));
    await refuses(restoreLines(revalued), {
      code: 'UNREADABLE_BACKUP',
      message: expect.stringMatching(/^expected rows of release \w{20}, got those of \w{20}$/),
    });
    const renamed = (lines: string[]): string[] =>
      changeHead(lines, { release: { id: 'other', reports: 9, lineItems: 1 } });
    await refuses(restoreLines(renamed), {
      code: 'UNREADABLE_BACKUP',
      message: expect.stringMatching(/^expected release other, got \w{20}$/),
    });
  });

  it('keeps them where the file becomes another while it is read', async () => {
    const whole = await readFile(join(folder, 'source.gz'));
    const versions = [whole, whole.subarray(0, whole.length - 500)];
    const open = (): Readable => Readable.from([versions.shift() ?? whole]);
    await refuses(restore(store, { open, replace: true }), {
      code: 'UNREADABLE_BACKUP',
      message: 'expected a whole backup, compressed with gzip, got what does not unpack: unexpected end of file',
    });
  });

  it('holds the backup instead where that was asked for', async () => {
    const head = await restoreFrom(store, 'source.gz', true);
    expect((await findLatestRelease(store)).id).toBe(head.release.id);
    expect(await findDamage(store)).toEqual([]);
    await backUpTo(store, 'replaced.gz');
    expect(await rowsOf('replaced.gz')).toEqual(await rowsOf('source.gz'));
  }, 60_000);
});

it('A store without reports and statistics is not backed up: it is hardly the one that was meant', async () => {
  const store = await openNew(EMBEDDED);
  await expect(backUpTo(store, 'empty.gz')).rejects.toMatchObject({
    code: 'BAD_USER_INPUT',
    message: `expected a store that holds reports, got none in ${store.place}`,
  });
}, 60_000);

it('A store that holds nothing but statistics is backed up, and keeps them unless asked', async () => {
  const store = await openNew(EMBEDDED);
  await saveStatistics(store, STATISTICS);
  expect((await backUpTo(store, 'statistics.gz')).rows).toMatchObject({ Report: 0, Statistic: 2 });
  await expect(restoreFrom(store, 'statistics.gz')).rejects.toMatchObject({
    code: 'BAD_USER_INPUT',
    message: `expected an empty store, got 0 reports and 2 statistics in ${store.place}: --replace puts the backup in their place`,
  });
  await restoreFrom(store, 'statistics.gz', true);
  expect(await findDamage(store)).toEqual([]);
}, 60_000);

const onPostgres = POSTGRES ? describe : describe.skip;
onPostgres('While another process imports into PostgreSQL', () => {
  it('backups are of one release each, and restoring leaves a store that is whole', async () => {
    const place = await POSTGRES!.makePlace();
    const store = await openStore(place.location);
    opened.push(place.remove, () => store.close());
    const copy = await openNew(EMBEDDED);
    const reports = await writeReports([...makeReports(3), makeReport({ details: 30 })]);
    const importer = startImporter(place.location, reports);
    await importer.waitFor(/^REPLACED/);
    for (let round = 1; round <= (process.env['DUIZHAO_LONG'] ? 5 : 1); round++) {
      await backUpTo(store, 'moving.gz');
      await restoreFrom(copy, 'moving.gz', true);
      expect(await findDamage(copy)).toEqual([]);
      await restoreFrom(store, 'moving.gz', true);
    }
    importer.process.stdin?.write('\n');
    await importer.ended;
    expect(importer.lines.filter((line) => !/^(?:open|STORED|REPLACED|UNCHANGED)$/.test(line))).toEqual([]);
    expect(await findDamage(store)).toEqual([]);
    await rm(reports, { recursive: true });
  }, 120_000);
});

/** Adds the last line that belongs to these. */
function seal(lines: readonly string[]): string {
  const text = lines.map((line) => `${line}\n`).join('');
  const sha256 = createHash('sha256').update(text).digest('hex');
  return `${text}${JSON.stringify({ rows: lines.length - 1, sha256 })}\n`;
}

function changeHead(lines: readonly string[], change: Partial<BackupHead>): string[] {
  const head = JSON.parse(lines[0] ?? '') as BackupHead;
  return lines.with(0, JSON.stringify({ ...head, ...change }));
}
