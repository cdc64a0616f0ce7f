import { readBoardAddress } from '../../../src/web/page/address/board-address';
import { chooseExtent, MOST_DISTRICTS } from '../../../src/web/page/boards/choose-board';
import type { ReportKind } from '../../../src/web/page/generated/graphql';

/** What the five reports cover. */
const COVERAGE = coverageOf([
  [2020, '440100', 'FINAL_ACCOUNTS'],
  [2019, '440104', 'FINAL_ACCOUNTS'],
  [2017, '440105', 'FINAL_ACCOUNTS'],
  [2023, '440113', 'BUDGET'],
  [2019, '440117', 'FINAL_ACCOUNTS'],
]);

function coverageOf(rows: readonly (readonly [number, string, ReportKind])[]) {
  return { cells: rows.map(([year, code, kind]) => ({ year, kinds: [kind], district: { code } })) };
}

describe('what a board shows', () => {
  it('is, where nothing is said, the year of which most districts have final accounts, and all of them', () => {
    const extent = chooseExtent(readBoardAddress({}), COVERAGE);
    expect(extent).toEqual({
      districts: ['440104', '440117'],
      year: 2019,
      years: [2023, 2020, 2019, 2017],
      stage: 'OUTTURN',
      leftOut: 0,
    });
  });

  it('prefers a year with final accounts to a newer one with budgets alone', () => {
    const coverage = coverageOf([
      [2023, '440104', 'BUDGET'],
      [2023, '440117', 'BUDGET'],
      [2019, '440117', 'FINAL_ACCOUNTS'],
    ]);
    expect(chooseExtent(readBoardAddress({}), coverage)).toMatchObject({ year: 2019, stage: 'OUTTURN' });
  });

  it('is the newest year of the districts that are chosen', () => {
    expect(chooseExtent(readBoardAddress({ districts: '440105' }), COVERAGE)).toMatchObject({
      districts: ['440105'],
      year: 2017,
    });
  });

  it('is of budgets where the year has nothing else', () => {
    expect(chooseExtent(readBoardAddress({ year: '2023' }), COVERAGE)).toMatchObject({
      districts: ['440113'],
      stage: 'ORIGINAL_BUDGET',
    });
  });

  it('leaves a chosen district without a report in, so that its absence shows', () => {
    const address = readBoardAddress({ districts: '440104,440113', year: '2019' });
    expect(chooseExtent(address, COVERAGE).districts).toEqual(['440104', '440113']);
  });

  it('says how many districts it leaves out', () => {
    const rows = Array.from({ length: 40 }, (_, index) => [2021, String(450000 + index), 'FINAL_ACCOUNTS'] as const);
    const extent = chooseExtent(readBoardAddress({}), coverageOf(rows));
    expect([extent.districts.length, extent.leftOut]).toEqual([MOST_DISTRICTS, 10]);
  });
});
