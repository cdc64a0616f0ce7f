import { storeReports } from '../../bench/data/store-reports.js';
import type { StoredReport } from '../../bench/data/store-reports.js';
import type { Report } from '../../src/domain/report.js';
import { REFERENCE } from '../support/reference.js';
import { STORE_KINDS, useTestStore } from '../support/test-stores.js';
import { makeReports } from './reports.js';

describe.each(STORE_KINDS)('Generated reports on $name', (kind) => {
  const store = useTestStore(kind);
  const reports = makeReports({ districts: 1, departments: 2, years: 2 });
  const storeAll = async (some: readonly Report[]): Promise<StoredReport[]> => {
    const stored = [];
    for await (const one of storeReports(store(), REFERENCE, some)) stored.push(one);
    return stored;
  };

  it('go on where a run was interrupted', async () => {
    const [first] = reports;
    await storeAll([first!]);
    const stored = await storeAll(reports);
    expect(stored.map(({ before }) => before)).toEqual([true, ...reports.slice(1).map(() => false)]);
    expect(await storeAll(reports)).toEqual(stored.map((own) => ({ ...own, before: true })));
  });
});
