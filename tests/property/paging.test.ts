import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LINE_ITEM_ORDERS } from '../../src/domain/filters.js';
import type { Page, PageRequest } from '../../src/domain/filters.js';
import type { Report } from '../../src/domain/report.js';
import { findAccounts } from '../../src/store/accounts.js';
import { findDepartments } from '../../src/store/departments.js';
import { findEvaluations } from '../../src/store/evaluations.js';
import { findIndicators } from '../../src/store/indicators.js';
import { findLineItemPagesByReportIds, findLineItems } from '../../src/store/line-items.js';
import { findReleases } from '../../src/store/releases.js';
import { findReportPagesByYears, findReports } from '../../src/store/reports.js';
import { saveReport } from '../../src/store/save-report.js';
import type { Store } from '../../src/store/store.js';
import { collect } from '../support/collect.js';
import { ODD_REPORTS } from '../support/fillings.js';
import { makeReport } from '../support/make-report.js';
import { REFERENCE } from '../support/reference.js';
import { STORE_KINDS, useTestStore } from '../support/test-stores.js';

interface Row {
  readonly id: string;
}
type Find = (page: PageRequest) => Promise<Page<Row>>;

/** Every list that is paged, in every order. */
function listsOf(store: Store): Record<string, Find> {
  return {
    departments: (page) => findDepartments(store, null, page),
    reports: (page) => findReports(store, { superseded: null }, page),
    accounts: (page) => findAccounts(store, null, null, page),
    'accounts found': (page) => findAccounts(store, null, 'zc', page),
    evaluations: (page) => findEvaluations(store, null, page),
    indicators: (page) => findIndicators(store, { year: { eq: 2019 } }, page),
    releases: (page) => findReleases(store, page),
    ...Object.fromEntries(
      LINE_ITEM_ORDERS.flatMap((order) => [
        [
          `line items ${order}`,
          (page: PageRequest) => findLineItems(store, { statement: ['EXPENDITURE'] }, order, page),
        ],
        [`equal amounts ${order}`, (page: PageRequest) => findLineItems(store, { amount: { eq: '0' } }, order, page)],
      ]),
    ),
  };
}

const idsOf = (rows: readonly Row[]): string[] => rows.map(({ id }) => id);

describe.each(STORE_KINDS)(
  'Pages of whatever size in $name give each row once, in the order of one big page',
  (kind) => {
    const store = useTestStore(kind, ODD_REPORTS);

    const check = async (find: Find, sizes: readonly number[]): Promise<void> => {
      const whole = await collect(find, 500);
      const ids = idsOf(whole);
      expect(new Set(ids).size).toBe(ids.length);
      for (const size of sizes)
        expect(idsOf(await collect(find, Math.max(1, Math.ceil(ids.length / size))))).toEqual(ids);
    };
    /** Into how many pages a list is cut. */
    const cuts = fc.uniqueArray(fc.integer({ min: 2, max: 9 }), { minLength: 2, maxLength: 2 });

    it.each(Object.keys(listsOf({} as Store)))('%s', async (name) => {
      const find = listsOf(store())[name] as Find;
      expect((await find({ first: 2 })).edges).toHaveLength(2);
      await fc.assert(
        fc.asyncProperty(cuts, (sizes) => check(find, sizes)),
        { numRuns: 3 },
      );
    });

    it('of each report and of each year, several at once', async () => {
      const reports = await collect((page) => findReports(store(), { superseded: null }, page), 50);
      const reportIds = idsOf(reports);
      for (const order of LINE_ITEM_ORDERS) {
        const pages = await findLineItemPagesByReportIds(store(), reportIds, null, order, { first: 20 });
        for (const id of reportIds.slice(0, 3)) {
          const find: Find = async (page) =>
            (await findLineItemPagesByReportIds(store(), [id], null, order, page)).get(id)!;
          await check(find, [2, 5]);
          expect(pages.get(id)).toEqual(await find({ first: 20 }));
          const alone = await collect((page) => findLineItems(store(), { report: { eq: id } }, order, page), 500);
          expect(idsOf(await collect(find, 33))).toEqual(idsOf(alone));
        }
      }
      for (const year of [2018, 2019]) {
        const find: Find = async (page) => (await findReportPagesByYears(store(), [year, 2020], page)).get(year)!;
        await check(find, [2, 3]);
        const alone = await collect((page) => findReports(store(), { year: { eq: year } }, page), 50);
        expect(idsOf(await collect(find, 1))).toEqual(idsOf(alone));
      }
    });
  },
);

/** What may come in while someone reads a list: another report, or a revision of one that is there. */
const arriving: fc.Arbitrary<Report> = fc
  .record({
    district: fc.constantFrom('440104', '440117'),
    year: fc.integer({ min: 2015, max: 2020 }),
    edition: fc.integer({ min: 10, max: 10_000 }),
  })
  .map((wish) => makeReport({ ...wish, department: `广州市${wish.district === '440104' ? '越秀' : '从化'}区教育局` }));

describe.each(STORE_KINDS)('Rows that come or are superseded between two pages in $name', (kind) => {
  const store = useTestStore(kind, async (own) => {
    for (const year of [2016, 2018]) await saveReport(own, makeReport({ year }), REFERENCE);
  });

  it('make the others neither repeated nor skipped', async () => {
    const lists = (): Record<string, Find> => ({
      reports: (page) => findReports(store(), {}, page),
      ...Object.fromEntries(
        LINE_ITEM_ORDERS.map((order) => [
          order,
          (page: PageRequest) => findLineItems(store(), { part: ['BASIC'] }, order, page),
        ]),
      ),
    });
    const name = fc.constantFrom('reports', ...LINE_ITEM_ORDERS);
    const cut = fc.integer({ min: 2, max: 4 });
    await fc.assert(
      fc.asyncProperty(name, cut, fc.array(arriving, { minLength: 1, maxLength: 3 }), async (own, pages, reports) => {
        const find = lists()[own] as Find;
        const before = new Set(idsOf(await collect(find, 500)));
        const coming = [...reports];
        const seen = idsOf(
          await collect(
            async (page) => {
              const next = page.after === null ? undefined : coming.pop();
              if (next) await saveReport(store(), next, REFERENCE);
              return find(page);
            },
            Math.ceil(before.size / pages),
          ),
        );
        const stayed = idsOf(await collect(find, 500)).filter((id) => before.has(id));
        expect(new Set(seen).size).toBe(seen.length);
        expect(stayed.filter((id) => !seen.includes(id))).toEqual([]);
      }),
      { numRuns: 10 },
    );
  });
});
