import { beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { READY_RULES } from '../../src/app/keep-ready.js';
import type { Report } from '../../src/domain/report.js';
import { reconcile } from '../../src/reconcile/reconcile.js';
import { findLatestRelease } from '../../src/store/releases.js';
import { countReports } from '../../src/store/reports.js';
import { saveReport } from '../../src/store/save-report.js';
import type { SavedReport } from '../../src/store/save-report.js';
import { saveReports } from '../../src/store/save-reports.js';
import { withStatementCount } from '../../src/store/statement-count.js';
import type { Store } from '../../src/store/store.js';
import { describeContents, findDamage } from '../support/check-store.js';
import { makeReport, makeReports } from '../support/make-report.js';
import { REFERENCE } from '../support/reference.js';
import { POSTGRES, STORE_KINDS, emptyStore, useTestStore } from '../support/test-stores.js';

type Save = (store: Store, reports: readonly Report[]) => Promise<SavedReport[]>;

const together: Save = (store, reports) =>
  saveReports(
    store,
    reports.map((report) => ({ report, findings: reconcile(report) })),
    REFERENCE,
    READY_RULES,
  );

const oneByOne: Save = async (store, reports) => {
  const saved = [];
  for (const report of reports) saved.push(await saveReport(store, report, REFERENCE, reconcile(report), READY_RULES));
  return saved;
};

/** All rows, those kept ready too, without times of import and numbers of releases. */
async function describeAll(store: Store): Promise<string> {
  const texts = [await describeContents(store)];
  for (const table of ['ReadyDepartment', 'DepartmentFigure', 'DistrictFigure']) {
    const rows = await store.client.$queryRawUnsafe<{ row: string }[]>(
      `SELECT to_jsonb(t)::text AS row FROM "${table}" t ORDER BY 1`,
    );
    texts.push(table, ...rows.map(({ row }) => row));
  }
  return texts.join('\n');
}

const outcomesOf = (saved: readonly SavedReport[]): string[] => saved.map(({ outcome }) => outcome);

/** Few departments, years and documents, so that many are about the same; a newer reader may find another year in a document. */
const WISH = fc.record({
  department: fc.constantFrom('广州市越秀区水务局', '广州市越秀区审计局'),
  year: fc.constantFrom(2018, 2019),
  kind: fc.constantFrom('FINAL_ACCOUNTS' as const, 'BUDGET' as const),
  edition: fc.constantFrom(1, 2),
  readerVersion: fc.constantFrom(1, 2),
  moved: fc.boolean(),
});

function make({ moved, ...wish }: typeof WISH extends fc.Arbitrary<infer Wish> ? Wish : never): Report {
  const report = makeReport(wish);
  return moved && wish.readerVersion === 2 ? { ...report, year: 2020 } : report;
}

describe.each(STORE_KINDS)('Saving many reports on $name', (kind) => {
  const store = useTestStore(kind);
  beforeEach(() => emptyStore(store()));

  it('leaves the same as saving one after the other, whatever was there and whatever comes', async () => {
    const some = fc.array(WISH, { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(some, some, async (before, batch) => {
        const run = async (save: Save) => {
          await emptyStore(store());
          await oneByOne(store(), before.map(make));
          return { saved: await save(store(), batch.map(make)), contents: await describeAll(store()) };
        };
        expect(await run(together)).toEqual(await run(oneByOne));
        expect(await findDamage(store())).toEqual([]);
      }),
      { numRuns: 8 },
    );
  }, 120_000);

  it('makes one release of those that are new, whose statements are as many for 40 reports as for 2', async () => {
    const reports = makeReports(20, [2018, 2019]);
    const few = await withStatementCount(store(), () => together(store(), reports.slice(0, 2)));
    expect(await findLatestRelease(store())).toMatchObject({ number: 1, reports: 2 });
    const many = await withStatementCount(store(), () => together(store(), reports.slice(2)));
    expect(await findLatestRelease(store())).toMatchObject({ number: 2, reports: 40 });
    expect(outcomesOf(many.result)).toEqual(Array(38).fill('STORED'));
    expect(many.statements).toBe(few.statements);
  });

  it('tells what became of each in the order given: new, revised, known, read by a newer reader', async () => {
    const [first, second] = makeReports(2, [2019]) as [Report, Report];
    await oneByOne(store(), [first]);
    const revision = { ...second, sha256: '0'.repeat(64) };
    const batch = [{ ...first, readerVersion: 2 }, first, revision, second, revision, makeReport({ year: 2015 })];
    expect(outcomesOf(await together(store(), batch))).toEqual([
      ...['REPLACED', 'UNCHANGED', 'STORED', 'REVISED', 'UNCHANGED', 'STORED'],
    ]);
    expect(await findDamage(store())).toEqual([]);
  });

  it('changes nothing when the same comes again, not even the release', async () => {
    const reports = makeReports(3);
    const first = await together(store(), reports);
    const before = [await describeAll(store()), await findLatestRelease(store())];
    expect(await together(store(), reports)).toEqual(first.map((own) => ({ ...own, outcome: 'UNCHANGED' })));
    expect([await describeAll(store()), await findLatestRelease(store())]).toEqual(before);
  });

  it('stores all that is new or none of it: what fails at the last row leaves no trace', async () => {
    await oneByOne(store(), makeReports(1, [2018]));
    const before = await describeAll(store());
    const [last, ...others] = makeReports(3) as [Report, ...Report[]];
    const wrong = { ...last, issues: [{ ...last.issues[0]!, statement: 'NO_SUCH_STATEMENT' as never }] };
    await expect(together(store(), [...others, wrong])).rejects.toThrow(/Issue_statement_check/);
    expect(await describeAll(store())).toBe(before);
    expect(outcomesOf(await together(store(), [...others, last]))).toEqual(Array(6).fill('STORED'));
  });

  it('stores nothing of nothing', async () => {
    expect(await together(store(), [])).toEqual([]);
    expect(await countReports(store())).toBe(0);
  });
});

const onPostgres = POSTGRES ? describe : describe.skip;
onPostgres('Many reports saved by several at once on PostgreSQL', () => {
  const store = useTestStore(POSTGRES!);

  it('in opposite orders, and one by one in between, are stored once each', async () => {
    const reports = makeReports(12);
    const expected = await (async () => {
      await emptyStore(store());
      await oneByOne(store(), reports);
      return describeAll(store());
    })();
    await emptyStore(store());
    const orders = [reports, [...reports].reverse(), reports.slice(6), reports.slice(0, 18)];
    const saved = await Promise.all([
      ...orders.map((own) => together(store(), own)),
      oneByOne(store(), [...reports].reverse()),
    ]);
    const stored = saved.flatMap(outcomesOf).filter((outcome) => outcome === 'STORED');
    expect(stored).toHaveLength(24);
    expect(await describeAll(store())).toBe(expected);
    expect(await findDamage(store())).toEqual([]);
  });
});
