import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aggregateFigures } from '../../src/app/aggregate-figures.js';
import type { SumRequest, SummedFigures, SummedRow } from '../../src/app/aggregate-figures.js';
import { AGGREGATE_ORDERS, DIMENSIONS } from '../../src/domain/closed-lists.js';
import type { Dimension, Statement } from '../../src/domain/closed-lists.js';
import type { LineItemFilter } from '../../src/domain/filters.js';
import { formatFen, parseMoney } from '../../src/domain/money.js';
import { SUM_REPORTS } from '../support/fillings.js';
import { collect } from '../support/collect.js';
import { REFERENCE } from '../support/reference.js';
import { makeSumReports } from '../support/sum-reports.js';
import { STORE_KINDS, useTestStore } from '../support/test-stores.js';

const REPORTS = makeSumReports();

const fenOf = (text: string, unit: 'YUAN' | 'WAN_YUAN' | 'YI_YUAN' = 'WAN_YUAN'): bigint => parseMoney(text, unit).fen;
const addUp = (rows: readonly Pick<SummedRow, 'sum'>[]): bigint => rows.reduce((sum, own) => sum + fenOf(own.sum), 0n);
const shuffled = <T>(values: readonly T[]) => fc.shuffledSubarray([...values], { minLength: values.length });

/** Tables of one flow, and what a level may be in them. */
const TABLES: readonly (readonly [readonly Statement[], LineItemFilter])[] = [
  [['EXPENDITURE'], {}],
  [['REVENUE'], {}],
  [['GENERAL_PUBLIC_EXPENDITURE'], { flow: ['EXPENDITURE'] }],
  [['GOVERNMENT_FUND'], { flow: ['EXPENDITURE'] }],
  [['REVENUE_EXPENDITURE_SUMMARY'], { flow: ['EXPENDITURE'] }],
  [['REVENUE_EXPENDITURE_SUMMARY'], { flow: ['REVENUE'] }],
  [['APPROPRIATION_SUMMARY'], { flow: ['REVENUE'] }],
  [['GENERAL_PUBLIC_BASIC_EXPENDITURE'], {}],
  [['GENERAL_PUBLIC_BASIC_EXPENDITURE', 'GENERAL_PUBLIC_PROJECT_EXPENDITURE'], {}],
  [['BASIC_EXPENDITURE_BY_UNIT'], {}],
  [['BASIC_EXPENDITURE_BY_UNIT', 'PROJECT_EXPENDITURE_BY_UNIT'], {}],
  [['THREE_OFFICIAL_EXPENSES'], {}],
  [['NON_TAX_REVENUE'], {}],
];
const table = fc.constantFrom(...TABLES).map(([statement, rest]): LineItemFilter => ({ statement, ...rest }));
/** Rows of one level: by the argument, by leaves, by units, or the printed totals. */
const level = fc.constantFrom<Pick<SumRequest, 'level'> & { where?: LineItemFilter }>(
  ...[{ level: 'CATEGORY' as const }, { level: 'GROUP' as const }, { level: 'ITEM' as const }],
  ...[{}, { where: { leaf: true } }],
);
const narrowing = fc.constantFrom<LineItemFilter>(
  ...[{}, {}, { year: { eq: 2020 } }, { kind: ['BUDGET'] as const }, { district: { in: ['440104', '440105'] } }],
  ...[{ amount: { gte: '20' } }, { accountCode: { startsWith: '2' } }],
);
/** What groups are told apart by without naming money twice. */
const plainly = DIMENSIONS.filter(
  (own) => !['STATEMENT', 'STAGE', 'FLOW', 'FUND', 'PART', 'UNIT', 'LABEL'].includes(own),
);
const groupBy = fc.subarray<Dimension>(plainly);
const request = fc.tuple(table, level, narrowing, groupBy).map(([cells, rows, where, dimensions]): SumRequest => ({
  ...rows,
  where: { ...cells, ...rows.where, ...where },
  groupBy: dimensions,
}));

describe('Sums, the same in every store,', () => {
  const stores = STORE_KINDS.map((kind) => useTestStore(kind, SUM_REPORTS));
  const ask = async (asked: SumRequest, first = 500, after: string | null = null): Promise<SummedFigures> => {
    const answers = stores.map((store) =>
      aggregateFigures(store(), REFERENCE, asked, { first, after }).catch((error: Error) => error),
    );
    const [answer, ...others] = await Promise.all(answers);
    for (const other of others) expect(other).toEqual(answer);
    if (!answer || answer instanceof Error) throw answer ?? new Error('expected a store, got none');
    return answer;
  };
  /** Null where the filter leaves several levels. */
  const tryAsk = async (asked: SumRequest): Promise<SummedFigures | null> =>
    ask(asked).catch((error: Error) => {
      expect(error.message).toMatch(/^expected one level/);
      return null;
    });
  const rowsOf = ({ page }: SummedFigures): SummedRow[] => page.edges.map(({ node }) => node);
  const check = (property: (asked: SumRequest, all: SummedFigures) => Promise<void>, numRuns = 20): Promise<void> =>
    fc.assert(
      fc.asyncProperty(request, async (asked) => {
        const all = await tryAsk(asked);
        if (all) await property(asked, all);
      }),
      { numRuns },
    );

  it('over any partition are the sum of all', async () => {
    await check(async (asked, all) => {
      const whole = await ask({ ...asked, groupBy: [] });
      expect(addUp(rowsOf(all))).toBe(addUp(rowsOf(whole)));
      const counts = (rows: readonly SummedRow[]): number[] =>
        [false, true].map((residual) =>
          rows.reduce((sum, own) => sum + (own.residual === residual ? own.count : 0), 0),
        );
      expect(counts(rowsOf(all))).toEqual(counts(rowsOf(whole)));
      expect([all.total, whole.totalCount]).toEqual([whole.total, rowsOf(whole).length]);
    });
  });

  it('of a level and its rests are the printed total, and their shares add up to 1', async () => {
    const answered: string[] = [];
    await check(async (asked, all) => {
      const { where } = asked;
      if (where.amount || where.accountCode || all.total === null) return;
      answered.push(all.total);
      expect(addUp(rowsOf(all))).toBe(fenOf(all.total));
      const own = rowsOf(await ask({ ...asked, groupBy: ['DEPARTMENT', 'YEAR'] }));
      for (const row of own) {
        const shares = own.filter(({ departmentId, year }) => departmentId === row.departmentId && year === row.year);
        if (row.share === null) continue;
        expect(shares.reduce((sum, { share }) => sum + Number(share), 0)).toBeCloseTo(1, 6);
      }
    }, 30);
    expect(answered.length).toBeGreaterThan(8);
  });

  it('of one level hold every line item of it once, of one column and stage', async () => {
    const levels = fc.constantFrom('CATEGORY' as const, 'GROUP' as const, 'ITEM' as const);
    const statements = fc.constantFrom<Statement>('EXPENDITURE', 'REVENUE');
    await fc.assert(
      fc.asyncProperty(levels, statements, async (asked, statement) => {
        const rows = rowsOf(await ask({ where: { statement: [statement] }, groupBy: ['YEAR'], level: asked }));
        const isFinal = new Set(
          REPORTS.filter((own) => own.kind === 'FINAL_ACCOUNTS').map((own) => `${own.department} ${own.year}`),
        );
        const taken = REPORTS.filter(
          (own) => own.kind === 'FINAL_ACCOUNTS' || !isFinal.has(`${own.department} ${own.year}`),
        );
        for (const year of [2019, 2020, 2021]) {
          const items = taken
            .filter((own) => own.year === year)
            .flatMap(({ lineItems }) => lineItems)
            .filter((own) => own.statement === statement && own.account.level === asked)
            .filter(({ fund, part }) => fund === 'ALL' && part === 'TOTAL');
          const row = rows.find((own) => own.year === year && !own.residual);
          expect(row?.count).toBe(items.length);
          expect(row && fenOf(row.sum)).toBe(items.reduce((sum, { amount }) => sum + amount.fen, 0n));
        }
      }),
      { numRuns: 6 },
    );
  });

  it('have shares of the printed totals of their own reports', async () => {
    const levels = fc.constantFrom('CATEGORY' as const, 'GROUP' as const);
    await fc.assert(
      fc.asyncProperty(levels, async (asked) => {
        const where: LineItemFilter = { statement: ['EXPENDITURE'] };
        const [parts, totals] = [
          rowsOf(await ask({ where, groupBy: ['DEPARTMENT', 'YEAR', 'ACCOUNT'], level: asked })),
          rowsOf(await ask({ where, groupBy: ['DEPARTMENT', 'YEAR'] })),
        ];
        expect(totals.every(({ share }) => share === '1')).toBe(true);
        for (const own of parts) {
          const total = totals.find(({ departmentId, year }) => departmentId === own.departmentId && year === own.year);
          expect(Number(own.share)).toBeCloseTo(Number(own.sum) / Number(total?.sum), 7);
        }
      }),
      { numRuns: 2 },
    );
  });

  it('do not depend on the order of what is asked', async () => {
    const turned = fc.tuple(shuffled(DIMENSIONS), shuffled(['440117', '440104', '440100']));
    await fc.assert(
      fc.asyncProperty(request, turned, async (asked, [dimensions, districts]) => {
        const where = { ...asked.where, district: { in: ['440100', '440104', '440117'] } };
        const [plain, other] = await Promise.all([
          tryAsk({ ...asked, where }),
          tryAsk({
            ...asked,
            where: { ...Object.fromEntries(Object.entries(where).reverse()), district: { in: districts } },
            groupBy: [...dimensions, ...dimensions].filter((own) => asked.groupBy.includes(own)),
          }),
        ]);
        expect(other && { ...other, page: rowsOf(other) }).toEqual(plain && { ...plain, page: rowsOf(plain) });
      }),
      { numRuns: 10 },
    );
  });

  it('are the same in every unit but for the scale', async () => {
    await check(async (asked, all) => {
      for (const unit of ['YUAN', 'YI_YUAN'] as const) {
        const scaled = await ask({ ...asked, unit });
        const level = ({ sum, ...row }: SummedRow, own: 'YUAN' | 'WAN_YUAN' | 'YI_YUAN') => ({
          ...row,
          sum: formatFen(fenOf(sum, own), 'YUAN'),
        });
        expect(rowsOf(scaled).map((row) => level(row, unit))).toEqual(rowsOf(all).map((row) => level(row, 'WAN_YUAN')));
        expect(scaled.total === null ? null : fenOf(scaled.total, unit)).toBe(
          all.total === null ? null : fenOf(all.total),
        );
        expect([scaled.verdict, scaled.warnings]).toEqual([all.verdict, all.warnings]);
      }
    }, 6);
  });

  it('come page by page, each once, in every order', async () => {
    const sizes = fc.integer({ min: 2, max: 5 });
    await fc.assert(
      fc.asyncProperty(request, fc.constantFrom(...AGGREGATE_ORDERS), sizes, async (plain, orderBy, cut) => {
        const asked = { ...plain, orderBy };
        const all = await tryAsk(asked);
        if (!all) return;
        const first = Math.max(1, Math.ceil(all.totalCount / cut));
        const paged = await collect(async (page) => (await ask(asked, page.first, page.after ?? null)).page, first);
        expect(paged).toEqual(rowsOf(all));
        expect(new Set(all.page.edges.map(({ cursor }) => cursor)).size).toBe(all.totalCount);
        const sums = rowsOf(all).map(({ sum }) => fenOf(sum));
        if (orderBy === 'SUM_ASC') expect(sums).toEqual([...sums].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)));
        if (orderBy === 'SUM_DESC') expect(sums).toEqual([...sums].sort((a, b) => (a > b ? -1 : a < b ? 1 : 0)));
      }),
      { numRuns: 10 },
    );
  });

  it('kept by `having` are those of all that fit it', async () => {
    const bounds = fc.constantFrom({ gte: '100' }, { lte: '0' }, { gte: '-5', lte: '500.5' });
    await fc.assert(
      fc.asyncProperty(request, bounds, async (asked, having: { gte?: string; lte?: string }) => {
        const all = await tryAsk(asked);
        if (!all) return;
        const kept = await ask({ ...asked, having });
        const fits = rowsOf(all).filter(
          ({ sum }) =>
            (having.gte === undefined || fenOf(sum) >= fenOf(having.gte)) &&
            (having.lte === undefined || fenOf(sum) <= fenOf(having.lte)),
        );
        expect(rowsOf(kept)).toEqual(fits);
        expect([kept.totalCount, kept.total]).toEqual([fits.length, all.total]);
      }),
      { numRuns: 10 },
    );
  });
});
