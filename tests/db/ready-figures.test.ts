import { describe, expect, it } from '@jest/globals';
import { compareFigures } from '../../src/app/compare-figures.js';
import { completeStore } from '../../src/app/complete-store.js';
import { READY_RULES } from '../../src/app/keep-ready.js';
import { verifyStore } from '../../src/app/verify-store.js';
import { loadSeeds } from '../../src/app/seed-files.js';
import type { Report } from '../../src/domain/report.js';
import { reconcile } from '../../src/reconcile/reconcile.js';
import { saveReport } from '../../src/store/save-report.js';
import type { Store } from '../../src/store/store.js';
import { FIVE_REPORTS, saveReports } from '../support/fillings.js';
import { makeReport, makeReports } from '../support/make-report.js';
import { REFERENCE } from '../support/reference.js';
import { STORE_KINDS, emptyStore, useTestStore } from '../support/test-stores.js';

const CONGHUA = { district: '440117', department: '广州市从化区政务服务数据管理局' };

const verify = (store: Store) => verifyStore(store, { repair: false });

async function query<T>(store: Store, sql: string): Promise<T[]> {
  return store.client.$queryRawUnsafe<T[]>(sql);
}

describe.each(STORE_KINDS)('Figures kept ready of the five reports in $name', (kind) => {
  const store = useTestStore(kind, FIVE_REPORTS);
  const find = (measure: string) =>
    query(
      store(),
      `SELECT "year", "stage", "fen"::text AS fen, "origin", trim_scale("growth")::text AS growth FROM "DepartmentFigure"
       WHERE "districtCode" = '440117' AND "measure" = '${measure}' ORDER BY "year", "stage"`,
    );

  it('are what the tables print and the texts state, with the growth over the year before', async () => {
    // 000:109 1303.92; the text: 115.07 less than the year before, 333.02 more than the budget of the beginning of the year.
    expect(await find('EXPENDITURE')).toEqual([
      { year: 2018, stage: 'OUTTURN', fen: '1418990000', origin: 'TEXT', growth: null },
      { year: 2019, stage: 'ORIGINAL_BUDGET', fen: '970900000', origin: 'TEXT', growth: null },
      { year: 2019, stage: 'OUTTURN', fen: '1303920000', origin: 'FINAL_ACCOUNTS', growth: '0.91890711' },
    ]);
    // 000:178 776.00, under 2010301 行政运行.
    expect(await find('BASIC_EXPENDITURE')).toContainEqual(
      expect.objectContaining({ year: 2019, stage: 'OUTTURN', fen: '776000000' }),
    );
  });

  it('are what the printed figures make of them, in every district', async () => {
    expect(await verify(store())).toMatchObject({ districts: 5, differences: 0 });
  });
});

describe.each(STORE_KINDS)('Figures kept ready in $name', (kind) => {
  const store = useTestStore(kind);
  const save = (report: Report) => saveReport(store(), report, REFERENCE, reconcile(report), READY_RULES);

  it('stay what the printed figures make of them, whatever comes, is revised, replaced or moved', async () => {
    await emptyStore(store());
    const [first, second, third] = [1, 2, 3].map((edition) => makeReport({ edition })) as [Report, Report, Report];
    const steps = [
      ...[
        first,
        makeReport({ year: 2018 }),
        second,
        third,
        makeReport({ ...CONGHUA, year: 2018 }),
        makeReport(CONGHUA),
      ],
      ...[
        makeReport({ kind: 'BUDGET' }),
        makeReport({ year: 2020, kind: 'BUDGET' }),
        makeReport({ unitScope: 'PROPER' }),
      ],
      { ...second, year: 2020, readerVersion: 2 },
      { ...third, ...CONGHUA, readerVersion: 2 },
      { ...first, year: 2016, readerVersion: 3 },
    ];
    for (const report of steps) {
      await save(report);
      expect(await verify(store())).toMatchObject({ differences: 0 });
    }
  });

  it('of the year before go with the text that told of them', async () => {
    await emptyStore(store());
    const report = (await loadSeeds()).find(({ district }) => district === CONGHUA.district) as Report;
    await save(report);
    const told = () =>
      query(store(), `SELECT FROM "DepartmentFigure" WHERE "year" = 2018 AND "measure" = 'EXPENDITURE'`);
    expect(await told()).toHaveLength(1);
    await save({ ...report, sha256: '0'.repeat(64), reportedFacts: [] });
    expect(await told()).toHaveLength(0);
    expect(await verify(store())).toMatchObject({ differences: 0 });
  });

  it('of other years and departments are left as they are by an import', async () => {
    await emptyStore(store());
    await saveReports(store(), makeReports(2, [2015, 2016, 2018, 2020]));
    const versions = () =>
      query<{ year: number; xmin: string }>(
        store(),
        `SELECT DISTINCT "departmentId", "year", xmin::text FROM "DepartmentFigure" ORDER BY 1, 2, 3`,
      );
    const before = await versions();
    const [, report] = makeReports(1, [2015, 2016]) as [Report, Report];
    await save({ ...report, sha256: '0'.repeat(64) });
    const after = await versions();
    const rewritten = after.filter((row) => !before.some((old) => JSON.stringify(old) === JSON.stringify(row)));
    expect([...new Set(rewritten.map(({ year }) => year))]).toEqual([2015, 2016]);
  });

  it('are found out where they are others, and made anew', async () => {
    await emptyStore(store());
    await saveReports(store(), makeReports(5, [2018, 2019]));
    const damages = [
      `UPDATE "DepartmentFigure" SET "fen" = "fen" + 1 WHERE "year" = 2019 AND "measure" = 'EXPENDITURE'`,
      `UPDATE "DistrictFigure" SET "fen" = "fen" + 1 WHERE "year" = 2019 AND "measure" = 'FUNCTIONAL:201'`,
      `DELETE FROM "DepartmentFigure" WHERE "measure" = 'BASIC_EXPENDITURE' AND "year" = 2018`,
      `UPDATE "DepartmentFigure" SET "growth" = 2 WHERE "year" = 2019 AND "measure" = 'EXPENDITURE'`,
    ];
    for (const damage of damages) {
      await store().client.$executeRawUnsafe(damage);
      const places: string[] = [];
      const onDistrict = (_: string, { differences }: { differences: readonly { place: string }[] }): unknown =>
        places.push(...differences.map(({ place }) => place));
      expect((await verifyStore(store(), { repair: true, onDistrict })).differences).toBeGreaterThanOrEqual(4);
      expect(places.length).toBeGreaterThanOrEqual(4);
      expect(await verify(store())).toMatchObject({ differences: 0 });
    }
  });

  it('are none after one who does not know how they are made; answers are the same, and they come with completing', async () => {
    await emptyStore(store());
    const reports = makeReports(4, [2018, 2019]);
    const request = { metrics: [{ key: 'EXPENDITURE' as const }], baseline: { previousYear: true } };
    const answer = async () => {
      const { cells, verdict, warnings } = await compareFigures(store(), REFERENCE, request, { withFigures: false });
      return { verdict, warnings, values: cells.map(({ value, ratio, stage }) => [value, ratio, stage]) };
    };
    await saveReports(store(), reports);
    const ready = await answer();
    const newer = { ...(reports[0] as Report), readerVersion: 2 };
    await saveReport(store(), newer, REFERENCE, reconcile(newer));
    expect(await query(store(), `SELECT FROM "ReadyDepartment"`)).toHaveLength(3);
    expect(await answer()).toEqual(ready);
    await completeStore(store(), REFERENCE);
    expect(await query(store(), `SELECT FROM "ReadyDepartment"`)).toHaveLength(4);
    expect(await verify(store())).toMatchObject({ districts: 4, differences: 0 });
    expect(await answer()).toEqual(ready);
  });
});
