import { beforeEach, describe, expect, it } from '@jest/globals';
import { loadStatistics } from '../../src/app/load-statistics.js';
import { readStatisticsFile } from '../../src/app/read-statistics-file.js';
import { readStatistics } from '../../src/app/read-statistics.js';
import type { Statistic } from '../../src/domain/statistics.js';
import { findLatestRelease } from '../../src/store/releases.js';
import { saveReport } from '../../src/store/save-report.js';
import { withStatementCount } from '../../src/store/statement-count.js';
import { findStatistics, saveStatistics } from '../../src/store/statistics.js';
import { findDamage } from '../support/check-store.js';
import { exportText } from '../support/export-text.js';
import { makeReport } from '../support/make-report.js';
import { REFERENCE } from '../support/reference.js';
import { STORE_KINDS, emptyStore, useTestStore } from '../support/test-stores.js';

const ALL = { districtCodes: null, years: null };

function makeStatistic(change: Partial<Statistic> = {}): Statistic {
  return {
    ...{ kind: 'POPULATION', districtCode: '440103', year: 2019, value: '101.00' },
    ...{ vintage: '2026-01 own', source: 'a survey' },
    ...change,
  };
}

/** Two districts in two years, and the country. */
const SEVERAL = [
  makeStatistic(),
  makeStatistic({ year: 2020, value: '102.5' }),
  makeStatistic({ districtCode: '440106', value: '999999999999.99999999' }),
  makeStatistic({ kind: 'DEFLATOR', districtCode: null, year: 2021, value: '116.50' }),
];

describe.each(STORE_KINDS)('Statistics in $name', (kind) => {
  const store = useTestStore(kind);
  beforeEach(() => emptyStore(store()));
  const releaseId = async (): Promise<string> => (await findLatestRelease(store())).id;
  const sorted = (statistics: readonly Statistic[]): Statistic[] =>
    [...statistics].sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));

  it('come back as they were given, to the last digit, and are a release of their own', async () => {
    const before = await findLatestRelease(store());
    expect(await saveStatistics(store(), SEVERAL)).toEqual({ added: 4, contradicted: [] });
    expect(sorted(await findStatistics(store(), ALL))).toEqual(sorted(SEVERAL));
    const after = await findLatestRelease(store());
    expect(after).toMatchObject({ number: before.number + 1, reports: 0, lineItems: 0 });
    expect(after.id).not.toBe(before.id);
    const rows = await store().client.$queryRaw`SELECT DISTINCT "sinceRelease" FROM "Statistic"`;
    expect(rows).toEqual([{ sinceRelease: after.number }]);
    expect(await findDamage(store())).toEqual([]);
  });

  it('are there once, however often they are loaded, and no release is added for it', async () => {
    await saveStatistics(store(), SEVERAL);
    const before = await findLatestRelease(store());
    expect(await saveStatistics(store(), SEVERAL)).toEqual({ added: 0, contradicted: [] });
    expect(await saveStatistics(store(), [makeStatistic({ value: '101.0' })])).toEqual({ added: 0, contradicted: [] });
    expect(await findLatestRelease(store())).toEqual(before);
    const more = makeStatistic({ year: 2018, value: '97.00' });
    expect(await saveStatistics(store(), [...SEVERAL, more])).toEqual({ added: 1, contradicted: [] });
    expect(await releaseId()).not.toBe(before.id);
  });

  it('are none of them stored where one contradicts what is there', async () => {
    await saveStatistics(store(), [makeStatistic()]);
    const before = await releaseId();
    for (const change of [{ value: '101.01' }, { source: 'another' }]) {
      const given = [makeStatistic({ year: 2018 }), makeStatistic(change)];
      expect(await saveStatistics(store(), given)).toEqual({ added: 0, contradicted: [makeStatistic()] });
    }
    expect(await findStatistics(store(), ALL)).toEqual([makeStatistic()]);
    expect(await releaseId()).toBe(before);
  });

  it('lead to the same release as other stores have, before reports or after them', async () => {
    await saveReport(store(), makeReport(), REFERENCE);
    await saveStatistics(store(), SEVERAL);
    const reportsFirst = await releaseId();
    expect(await findDamage(store())).toEqual([]);
    await emptyStore(store());
    await saveStatistics(store(), SEVERAL.slice(2));
    await saveReport(store(), makeReport(), REFERENCE);
    expect(await releaseId()).not.toBe(reportsFirst);
    await saveStatistics(store(), SEVERAL.slice(0, 2));
    expect(await releaseId()).toBe(reportsFirst);
    expect(await findDamage(store())).toEqual([]);
  });

  it('may be loaded by several at once: all of the same, and one of two that contradict each other', async () => {
    const loads = [SEVERAL, [...SEVERAL].reverse(), SEVERAL.slice(1)].map((given) => saveStatistics(store(), given));
    const outcomes = await Promise.all(loads);
    expect(outcomes.reduce((sum, { added }) => sum + added, 0)).toBe(4);
    const rivals = await Promise.all(
      ['1', '2'].map((value) => saveStatistics(store(), [makeStatistic({ year: 2017, value })])),
    );
    expect(rivals.map(({ added }) => added).sort()).toEqual([0, 1]);
    expect(await findDamage(store())).toEqual([]);
  });

  it('are refused where kind, district or value can not be', async () => {
    const broken = [{ districtCode: null }, { kind: 'DEFLATOR' as const }, { value: '0' }];
    for (const change of broken) await expect(saveStatistics(store(), [makeStatistic(change)])).rejects.toThrow();
  });

  it('are found by district and year; those of the country with those of any district', async () => {
    await saveStatistics(store(), SEVERAL);
    const find = async (districtCodes: readonly string[] | null, years: readonly number[] | null) =>
      sorted(await findStatistics(store(), { districtCodes, years }));
    const [own, later, other, country] = SEVERAL as [Statistic, Statistic, Statistic, Statistic];
    expect(await find(['440103'], null)).toEqual(sorted([own, later, country]));
    expect(await find(['440103', '440106'], [2019])).toEqual(sorted([own, other]));
    expect(await find([], null)).toEqual([country]);
    expect(await find(null, [])).toEqual([]);
    expect(await find(['\u0000'], [2019])).toEqual([]);
  });

  it('stand beside those that come with the program, by kind, district, year and vintage, by one statement', async () => {
    const own = makeStatistic({ districtCode: '440117', value: '70.00' });
    const older = makeStatistic({ districtCode: '440117', value: '60.00', vintage: '2019 forecast' });
    await saveStatistics(store(), [own, older]);
    const { result, statements } = await withStatementCount(store(), () =>
      readStatistics(store(), REFERENCE, { districtCodes: ['440117', '440104'], years: [2020, 2019] }),
    );
    expect(statements).toBe(1);
    expect(result.map(({ kind: of, districtCode, year, value }) => [of, districtCode, year, value])).toEqual([
      ['POPULATION', '440104', 2019, '120.97'],
      ['POPULATION', '440104', 2020, '103.86'],
      ['POPULATION', '440117', 2019, '70.00'],
      ['POPULATION', '440117', 2019, '64.95'],
      ['POPULATION', '440117', 2019, '60.00'],
      ['POPULATION', '440117', 2020, '71.77'],
      ['DEFLATOR', null, 2019, '110.81'],
      ['DEFLATOR', null, 2020, '111.50'],
    ]);
  });

  it('go before those of the same key that a later version of the program brings', async () => {
    const rival = makeStatistic({ ...REFERENCE.statistics[0], value: '1' });
    await saveStatistics(store(), [rival]);
    const found = await readStatistics(store(), REFERENCE, ALL);
    expect(found).toHaveLength(REFERENCE.statistics.length);
    expect(found).toContainEqual(rival);
  });

  it('that were exported can be loaded again, here or elsewhere', async () => {
    await saveStatistics(store(), SEVERAL);
    const { text, rows } = await exportText(store(), { table: 'statistics', format: 'csv', bom: true });
    expect(rows).toBe(REFERENCE.statistics.length + SEVERAL.length);
    await emptyStore(store());
    const file = readStatisticsFile(Buffer.from(text), REFERENCE);
    expect(file.problems).toEqual([]);
    const loaded = await loadStatistics(store(), REFERENCE, file.rows);
    expect(loaded).toMatchObject({ added: SEVERAL.length, unchanged: REFERENCE.statistics.length, problems: [] });
    expect(loaded.releaseId).toBe(await releaseId());
    expect(sorted(await findStatistics(store(), ALL))).toEqual(sorted(SEVERAL));
  });

  it('that contradict what the store holds are named by their lines', async () => {
    await saveStatistics(store(), SEVERAL);
    const rows = [
      makeStatistic({ year: 2018 }),
      makeStatistic({ value: '100.99' }),
      makeStatistic({ year: 2020, value: '102.50', source: 'x' }),
    ];
    const loaded = await loadStatistics(
      store(),
      REFERENCE,
      rows.map((statistic, place) => ({ line: place + 2, statistic })),
    );
    expect(loaded).toMatchObject({
      ...{ added: 0, unchanged: 0 },
      problems: [
        'line 3, value: expected "101.00", which is here under the vintage "2026-01 own", got "100.99": a correction takes a vintage of its own',
        'line 4, source: expected "a survey", which is here under the vintage "2026-01 own", got "x": a correction takes a vintage of its own',
      ],
    });
  });
});
