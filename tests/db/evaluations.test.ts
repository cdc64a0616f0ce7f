import { describe, expect, it } from '@jest/globals';
import type { EvaluationFilter, IndicatorFilter } from '../../src/domain/filters.js';
import { countAccounts } from '../../src/store/accounts.js';
import { countEvaluations, findEvaluations, findEvaluationsByReportIds } from '../../src/store/evaluations.js';
import { countIndicators, findIndicators } from '../../src/store/indicators.js';
import { countLineItems } from '../../src/store/line-items.js';
import { findReports } from '../../src/store/reports.js';
import { collect } from '../support/collect.js';
import { ODD_REPORTS } from '../support/fillings.js';
import { STORE_KINDS, useTestStore } from '../support/test-stores.js';

describe.each(STORE_KINDS)('In $name,', (kind) => {
  const store = useTestStore(kind, ODD_REPORTS);

  describe('evaluations and their indicators', () => {
    const supersededIds = async (): Promise<string[]> =>
      (await findReports(store(), { superseded: true }, { first: 50 })).edges.map(({ node }) => node.id);
    const list = (filter: EvaluationFilter) => collect((page) => findEvaluations(store(), filter, page), 4);
    const listIndicators = (filter: IndicatorFilter) => collect((page) => findIndicators(store(), filter, page), 4);

    it('are those of current reports: three and three in each', async () => {
      const reports = await collect((page) => findReports(store(), {}, page), 50);
      const found = await list({});
      expect(found).toHaveLength(3 * reports.length);
      expect(await countEvaluations(store())).toBe(found.length);
      expect(await countIndicators(store())).toBe(3 * reports.length);
      const byReport = await findEvaluationsByReportIds(
        store(),
        reports.map(({ id }) => id),
      );
      expect([...byReport.values()].flat().map(({ id }) => id)).toEqual(found.map(({ id }) => id));
    });

    it('of superseded reports are found where a filter names the report by its id, on the evaluation too', async () => {
      const [id = ''] = await supersededIds();
      expect(await list({ report: { eq: id } })).toHaveLength(3);
      expect(await list({ report: { startsWith: id } })).toEqual([]);
      expect(await listIndicators({ report: { in: [id] } })).toHaveLength(3);
      expect(await listIndicators({ evaluation: { report: { eq: id } } })).toHaveLength(3);
      expect(await listIndicators({ evaluation: { scope: ['PROJECT'], report: { in: [id] } } })).toHaveLength(1);
      expect(await listIndicators({ evaluation: { report: { contains: id } } })).toEqual([]);
      expect(await listIndicators({ evaluation: { scope: ['TASK'] } })).toEqual([]);
    });
  });

  describe('a filter at the edges of what can be stored', () => {
    const LAST = 2n ** 63n - 1n;
    const inWan = (fen: bigint): string => `${fen / 1_000_000n}.${String(fen % 1_000_000n).padStart(6, '0')}`;

    it('finds the greatest and the smallest amounts, and none beyond', async () => {
      const count = (amount: object) => countLineItems(store(), { amount });
      const greatest = await count({ eq: inWan(LAST) });
      const smallest = await count({ eq: `-${inWan(LAST)}` });
      expect(Math.min(greatest, smallest)).toBeGreaterThan(0);
      expect(await count({ gte: inWan(LAST) })).toBe(greatest);
      expect(await count({ lte: `-${inWan(LAST)}` })).toBe(smallest);
      for (const none of [{ gte: inWan(LAST + 1n) }, { lte: `-${inWan(LAST + 1n)}` }, { eq: `-${inWan(LAST + 1n)}` }])
        expect(await count(none)).toBe(0);
      expect(await count({ lte: inWan(LAST + 1n) })).toBe(await count({}));
      expect(await count({ gte: `${inWan(LAST)}1` })).toBe(0);
    });

    it('finds an account to its last year and not after: 30311 住房公积金, 2007 to 2017', async () => {
      const count = (year: object) => countAccounts(store(), { code: { eq: '30311' }, year });
      for (const year of [
        { eq: 2007 },
        { eq: 2017 },
        { gte: 2017 },
        { lte: 2007 },
        { in: [1999, 2010] },
        { gte: 2016, lte: 2030 },
      ])
        expect([year, await count(year)]).toEqual([year, 1]);
      for (const year of [
        { eq: 2018 },
        { gte: 2018 },
        { lte: 2006 },
        { in: [2006, 2018] },
        { in: [2010], gte: 2011 },
        { in: [] },
      ])
        expect([year, await count(year)]).toEqual([year, 0]);
    });
  });
});
