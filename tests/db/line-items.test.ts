import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { LineItemFilter, PageRequest } from '../../src/domain/filters.js';
import { LINE_ITEM_ORDERS } from '../../src/domain/filters.js';
import {
  countLineItems,
  countLineItemsByReportIds,
  findLineItemPagesByReportIds,
  findLineItems,
  findLineItemsByIds,
} from '../../src/store/line-items.js';
import { findReports } from '../../src/store/reports.js';
import { saveReport } from '../../src/store/save-report.js';
import { withStatementCount } from '../../src/store/statement-count.js';
import { collect } from '../support/collect.js';
import { makeReport, makeReports } from '../support/make-report.js';
import { REFERENCE } from '../support/reference.js';
import { STORE_KINDS, useTestStore } from '../support/test-stores.js';

const REPORTS = [
  ...makeReports(6, [2018, 2019]),
  makeReport({ year: 2019, kind: 'BUDGET' }),
  makeReport({ year: 2017 }),
];

describe.each(STORE_KINDS)('Reading from $name', (kind) => {
  const store = useTestStore(kind, async (own) => {
    for (const report of REPORTS) await saveReport(own, report, REFERENCE);
  });

  const count = (filter: LineItemFilter): Promise<number> => countLineItems(store(), filter);

  it('pages through line items without repeating or dropping one, in every order, however long the pages', async () => {
    const total = REPORTS.reduce((sum, { lineItems }) => sum + lineItems.length, 0);
    const sizes = fc.record({ order: fc.constantFrom(...LINE_ITEM_ORDERS), first: fc.integer({ min: 17, max: 500 }) });
    await fc.assert(
      fc.asyncProperty(sizes, async ({ order, first }) => {
        const items = await collect((page) => findLineItems(store(), {}, order, page), first);
        expect(new Set(items.map(({ id }) => id)).size).toBe(total);
        expect(items).toHaveLength(total);
        const amounts = items.map(({ amount }) => amount.fen);
        const rising = [...amounts].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
        if (order === 'AMOUNT_ASC') expect(amounts).toEqual(rising);
        if (order === 'AMOUNT_DESC') expect(amounts).toEqual(rising.reverse());
        const tied = items.filter((item, at) => order !== 'PRINTED' && item.amount.fen === items[at - 1]?.amount.fen);
        for (const item of tied) expect(item.id > (items[items.indexOf(item) - 1]?.id ?? '')).toBe(true);
      }),
      { numRuns: 8 },
    );
  });

  it('gives each report its own page and count by one statement, superseded or not', async () => {
    const ids = (await findReports(store(), null, { first: 50 })).edges.map(({ node }) => node.id);
    const filter = { statement: ['EXPENDITURE', 'REVENUE'] } as const;
    for (const order of LINE_ITEM_ORDERS) {
      const { result, statements } = await withStatementCount(store(), () =>
        findLineItemPagesByReportIds(store(), [...ids, 'no.such'], filter, order, { first: 7 }),
      );
      expect(statements).toBe(1);
      expect(result.get('no.such')?.edges).toEqual([]);
      for (const id of ids)
        expect(result.get(id)).toEqual(
          await findLineItems(store(), { ...filter, report: { eq: id } }, order, { first: 7 }),
        );
    }
    const counts = await countLineItemsByReportIds(store(), [...ids, 'no.such'], filter);
    expect(counts.get('no.such')).toBe(0);
    for (const id of ids) expect(counts.get(id)).toBe(await count({ ...filter, report: { in: [id] } }));
  });

  it('continues the page of one report after its cursor', async () => {
    const [report] = (await findReports(store(), null, { first: 1 })).edges;
    const id = report?.node.id ?? '';
    const find = async (page: PageRequest) =>
      (await findLineItemPagesByReportIds(store(), [id], null, 'PRINTED', page)).get(id)!;
    expect(await collect(find, 10)).toHaveLength((await countLineItemsByReportIds(store(), [id])).get(id)!);
  });

  it('refuses cursors that it did not give', async () => {
    const page = await findLineItems(store(), {}, 'AMOUNT_ASC', { first: 1 });
    const foreign = page.edges[0]?.cursor ?? '';
    const bent = Buffer.from(JSON.stringify(['line items', 'a', 'b', '99999999999999999999'])).toString('base64url');
    for (const after of ['', 'x', 'W10', foreign, bent, '\u0000', Buffer.from('["line items"]').toString('base64url')])
      await expect(findLineItems(store(), {}, 'PRINTED', { first: 1, after })).rejects.toMatchObject({
        code: 'BAD_USER_INPUT',
        message: expect.stringMatching(/^expected a cursor given by this connection, got "/),
      });
    await expect(findReports(store(), {}, { first: 1, after: foreign })).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
    });
  });

  it('filters texts by all operators together, wildcards standing for themselves', async () => {
    const all = await count({});
    const administration = await count({ label: { eq: '行政运行' } });
    expect(administration).toBeGreaterThan(0);
    expect(await count({ label: { in: ['行政运行', '基本工资'] } })).toBeGreaterThan(administration);
    expect(await count({ label: { startsWith: '行政', endsWith: '运行' } })).toBe(administration);
    expect(await count({ label: { contains: '政运' }, accountCode: { startsWith: '201' } })).toBe(administration);
    for (const label of ['%', '_', '\\', '行政%', '行_运行'])
      expect(await count({ label: { contains: label } })).toBe(0);
    expect(await count({ label: { in: [] } })).toBe(0);
    expect(await count({ label: { eq: '行政运行', in: [] } })).toBe(0);
    expect(await count({ label: null, report: {}, district: { eq: null, in: null } })).toBe(all);
    expect(await count({ label: { eq: "'; DROP TABLE x; --" } })).toBe(0);
    expect(await count({ unitName: { contains: '' } })).toBe(0);
  });

  it('filters lists by any of, an empty one matching nothing', async () => {
    const all = await count({});
    expect(await count({ statement: [] })).toBe(0);
    expect(await count({ fund: ['ALL'] })).toBeGreaterThan(0);
    const basic = await count({ part: ['BASIC'], stage: ['OUTTURN'] });
    expect(basic + (await count({ part: ['BASIC'], stage: ['ORIGINAL_BUDGET'] }))).toBe(
      await count({ part: ['BASIC'] }),
    );
    expect((await count({ leaf: true })) + (await count({ leaf: false }))).toBe(all);
    expect(await count({ flow: ['REVENUE', 'EXPENDITURE'] })).toBe(all);
    expect(await count({ classification: ['ECONOMIC'], level: ['CATEGORY'] })).toBe(2 * REPORTS.length);
    expect((await count({ kind: ['BUDGET'] })) + (await count({ kind: ['FINAL_ACCOUNTS'] }))).toBe(all);
  });

  it('filters whole numbers', async () => {
    expect(await count({ year: { gte: 2018, lte: 2018 } })).toBe(await count({ year: { eq: 2018 } }));
    expect(await count({ year: { in: [2017, 2018], gte: 2018 } })).toBe(await count({ year: { eq: 2018 } }));
    expect(await count({ year: { in: [] } })).toBe(0);
    expect(await count({ column: { gte: 7 } })).toBe(6 * REPORTS.length);
  });

  it('filters amounts in 万元 exactly, digits below one fen included', async () => {
    const [largest] = (await findLineItems(store(), {}, 'AMOUNT_DESC', { first: 1 })).edges;
    const fen = largest?.node.amount.fen ?? 0n;
    const text = `${fen / 1_000_000n}.${String(fen % 1_000_000n).padStart(6, '0')}`;
    const equal = await count({ amount: { eq: text } });
    expect(equal).toBeGreaterThan(0);
    expect(await count({ amount: { gte: text } })).toBe(equal);
    expect(await count({ amount: { gte: `${text}0001` } })).toBe(0);
    expect(await count({ amount: { eq: `${text}0001` } })).toBe(0);
    expect(await count({ amount: { eq: `${text}0000` } })).toBe(equal);
    expect(await count({ amount: { lte: `${text}9` } })).toBe(await count({}));
    expect(await count({ amount: { lte: '-0.0000001' } })).toBe(0);
    expect(await count({ amount: { gte: '-0.0000001' } })).toBe(await count({}));
    expect(await count({ amount: { lte: '99999999999999999999' } })).toBe(await count({}));
    expect(await count({ amount: { gte: '99999999999999999999' } })).toBe(0);
    expect(await count({ amount: { gte: '-99999999999999999999' } })).toBe(await count({}));
    for (const eq of ['1e3', '', '1,316.18', '１', 'NaN', '1.'])
      await expect(count({ amount: { eq } })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it('finds line items by id, whosever they are', async () => {
    const items = (await findLineItems(store(), {}, 'AMOUNT_DESC', { first: 20 })).edges.map(({ node }) => node);
    const { result, statements } = await withStatementCount(store(), () =>
      findLineItemsByIds(store(), [...items.map(({ id }) => id), 'a.b.c', '']),
    );
    expect(statements).toBe(1);
    expect(items.map(({ id }) => result.get(id))).toEqual(items);
    expect(result.size).toBe(20);
  });
});
