import { FIVE_REPORTS } from '../support/fillings.js';
import { STORE_KINDS, useTestStore } from '../support/test-stores.js';
import { ask } from './ask.js';

interface Coverage {
  districtsPresent: number;
  districtsTotal: number;
  cells: { district: { code: string }; year: number; kinds: string[]; reports: { kind: string }[] }[];
}

const COVERAGE = 'districtsPresent districtsTotal cells { district { code } year kinds reports { kind } }';

describe.each(STORE_KINDS)('coverage on $name', (kind) => {
  const store = useTestStore(kind, FIVE_REPORTS);
  const cell = (code: string, year: number, own: string) => ({
    ...{ district: { code }, year, kinds: [own] },
    reports: [{ kind: own }],
  });

  test('four of the eleven districts of Guangzhou have a report; the city bureau is a cell and no district', async () => {
    const { data, statements } = await ask<{ coverage: Coverage }>(store(), `{ coverage { ${COVERAGE} } }`);
    expect(data.coverage).toEqual({
      districtsPresent: 4,
      districtsTotal: 11,
      cells: [
        cell('440100', 2020, 'FINAL_ACCOUNTS'),
        cell('440104', 2019, 'FINAL_ACCOUNTS'),
        cell('440105', 2017, 'FINAL_ACCOUNTS'),
        cell('440113', 2023, 'BUDGET'),
        cell('440117', 2019, 'FINAL_ACCOUNTS'),
      ],
    });
    // The release, the coverage, districts, reports.
    expect(statements).toBe(4);
  });

  test('within one district, within one that has nothing, and within none that is known', async () => {
    const { data, extensions } = await ask<Record<string, Coverage>>(
      store(),
      `{ own: coverage(within: "440117") { ${COVERAGE} } none: coverage(within: "440111") { ${COVERAGE} }
         unknown: coverage(within: "999999") { ${COVERAGE} } }`,
    );
    expect(data['own']).toEqual({
      ...{ districtsPresent: 1, districtsTotal: 1 },
      cells: [cell('440117', 2019, 'FINAL_ACCOUNTS')],
    });
    expect(data['none']).toEqual({ districtsPresent: 0, districtsTotal: 1, cells: [] });
    expect(data['unknown']).toEqual({ districtsPresent: 0, districtsTotal: 0, cells: [] });
    expect(extensions['hints']).toEqual(
      expect.arrayContaining([expect.stringContaining('no division has the code "999999"')]),
    );
  });

  test('a comparison says what there is of the districts and years that it sets side by side', async () => {
    const { data } = await ask<{ compare: { coverage: Coverage } }>(
      store(),
      `{ compare(input: { metrics: [{ key: EXPENDITURE }], districts: ["440117", "440104", "440105"], years: [2019] }) { coverage { ${COVERAGE} } } }`,
    );
    expect(data.compare.coverage).toEqual({
      ...{ districtsPresent: 2, districtsTotal: 11 },
      cells: [cell('440104', 2019, 'FINAL_ACCOUNTS'), cell('440117', 2019, 'FINAL_ACCOUNTS')],
    });
  });
});
