import { aggregateFigures } from '../../src/app/aggregate-figures.js';
import type { SumRequest, SummedFigures } from '../../src/app/aggregate-figures.js';
import type { LineItem, Report } from '../../src/domain/report.js';
import { saveReports } from '../support/fillings.js';
import { makeReport } from '../support/make-report.js';
import { REFERENCE } from '../support/reference.js';
import { STORE_KINDS, emptyStore, useTestStore } from '../support/test-stores.js';

const FUND = '440104';
const OTHER = '440117';
const BUREAU = { district: FUND, department: '广州市越秀区教育局' };
const PEER = { district: FUND, department: '广州市越秀区民政局' };
const FAR = { district: OTHER, department: '广州市从化区教育局' };

type Change = (item: LineItem) => LineItem | null;
const change = (report: Report, own: Change): Report => ({
  ...report,
  lineItems: report.lineItems.flatMap((item) => own(item) ?? []),
});
const without = (report: Report, gone: (item: LineItem) => boolean): Report =>
  change(report, (item) => (gone(item) ? null : item));
const isTotal = ({ statement, account }: LineItem): boolean => account.key === `${statement}/合计`;

/** The printed total of one statement and column of a report, in fen. */
const totalOf = ({ lineItems }: Report, statement = 'EXPENDITURE', fund = 'ALL'): bigint =>
  lineItems.find(
    (item) => item.statement === statement && isTotal(item) && item.fund === fund && item.part === 'TOTAL',
  )!.amount.fen;
const text = (fen: bigint): string => `${fen / 1_000_000n}.${String((fen % 1_000_000n) / 10_000n).padStart(2, '0')}`;

describe.each(STORE_KINDS)('sums of reports that are not as usual, on $name', (kind) => {
  const store = useTestStore(kind);
  beforeEach(() => emptyStore(store()));

  const sum = (asked: Partial<SumRequest>): Promise<SummedFigures> =>
    aggregateFigures(
      store(),
      REFERENCE,
      { where: { statement: ['EXPENDITURE'] }, groupBy: [], ...asked },
      { first: 50, after: null },
    );
  const rows = async (asked: Partial<SumRequest>) => (await sum(asked)).page.edges.map(({ node }) => node);
  const codes = async (asked: Partial<SumRequest>) => (await sum(asked)).warnings.map(({ code }) => code);

  test('a report without its printed total has no total, no share and no rest of its own; it is not zero', async () => {
    const [whole, torn] = [makeReport({ ...BUREAU }), without(makeReport({ ...FAR }), isTotal)];
    await saveReports(store(), [whole, torn]);
    expect(await sum({})).toMatchObject({ total: text(totalOf(whole)), totalCount: 1 });
    const items = await sum({ groupBy: ['DISTRICT'], level: 'ITEM' });
    expect(items.total).toBeNull();
    expect(items.page.edges.map(({ node }) => [node.districtCode, node.share, node.residual])).toEqual([
      ['440104', '1', false],
      ['440117', null, false],
    ]);
  });

  test('人员经费 alone is not the total of basic expenditure', async () => {
    const report = makeReport({ ...BUREAU });
    const where = { statement: ['GENERAL_PUBLIC_BASIC_EXPENDITURE' as const] };
    await saveReports(store(), [report]);
    expect(await rows({ where })).toMatchObject([{ count: 2 }]);
    await emptyStore(store());
    await saveReports(store(), [without(report, ({ label }) => label === '公用经费合计')]);
    expect(await rows({ where })).toEqual([]);
    expect(await sum({ where, level: 'CATEGORY' })).toMatchObject({ total: null, totalCount: 1 });
  });

  test('of a department and year the outturn counts, of two prints of a budget the one in the budget', async () => {
    const [budget, accounts] = [makeReport({ ...BUREAU, kind: 'BUDGET' }), makeReport({ ...BUREAU })];
    const far = makeReport({ ...FAR, kind: 'BUDGET' });
    const both = change(accounts, (item) =>
      item.statement === 'THREE_OFFICIAL_EXPENSES' ? { ...item, stage: 'ORIGINAL_BUDGET' } : item,
    );
    await saveReports(store(), [budget, both, far]);
    expect(await rows({ groupBy: ['DEPARTMENT', 'STAGE'] })).toHaveLength(3);
    expect(await rows({})).toMatchObject([{ sum: text(totalOf(accounts) + totalOf(far)), count: 2 }]);
    expect(await codes({})).toEqual(expect.arrayContaining(['STAGE_MISMATCH', 'DEFINITION_DIFFERS']));
    const three = ({ lineItems }: Report): bigint =>
      lineItems.find(({ account }) => account.key === 'THREE_OFFICIAL_EXPENSES/三公经费')!.amount.fen;
    expect(await rows({ where: { statement: ['THREE_OFFICIAL_EXPENSES'] } })).toMatchObject([
      { sum: text(three(budget) + three(far)), count: 2 },
    ]);
    await expect(sum({ where: { statement: ['EXPENDITURE'], stage: ['ORIGINAL_BUDGET', 'OUTTURN'] } })).rejects.toThrow(
      'expected one stage of a department and year: ORIGINAL_BUDGET, OUTTURN both fit',
    );
  });

  test('current reports of the whole department, unless others are named by their ids, and not two about the same', async () => {
    const [first, revised] = [makeReport({ ...BUREAU, edition: 1 }), makeReport({ ...BUREAU, edition: 2 })];
    const proper = makeReport({ ...BUREAU, unitScope: 'PROPER' });
    await saveReports(store(), [first, revised, proper]);
    expect(await rows({})).toMatchObject([{ sum: text(totalOf(revised)), count: 1 }]);
    const stored = await store().client.report.findMany({ orderBy: [{ unitScope: 'asc' }, { revision: 'asc' }] });
    const [old, current, own] = stored.map(({ id }) => id);
    const named = (...ids: (string | undefined)[]): Partial<SumRequest> => ({
      where: { statement: ['EXPENDITURE'], report: { in: ids.map(String) } },
    });
    expect(await rows(named(old))).toMatchObject([{ sum: text(totalOf(first)) }]);
    expect(await rows(named(own))).toMatchObject([{ sum: text(totalOf(proper)) }]);
    for (const pair of [named(old, current), named(current, own)])
      await expect(sum(pair)).rejects.toThrow('expected one report of a department, year and kind, got 2');
  });

  test('a sum over departments of which some have no report of a year that others have', async () => {
    await saveReports(store(), [
      ...[2019, 2020].map((year) => makeReport({ ...BUREAU, year })),
      ...[makeReport({ ...PEER, year: 2020 }), makeReport({ ...FAR, year: 2020 })],
    ]);
    const messages = async (asked: Partial<SumRequest>) => (await sum(asked)).warnings.map(({ message }) => message);
    expect(await messages({ groupBy: ['DISTRICT', 'YEAR'] })).toEqual([
      '越秀区 2019 is a sum over 1 of 2 departments — the others have no report of that year',
    ]);
    expect(await messages({ groupBy: ['YEAR'] })).toEqual([
      '2019 is a sum over 1 of 3 departments (without 越秀区, 从化区) — the others have no report of that year',
    ]);
    expect(await messages({ groupBy: ['DEPARTMENT', 'YEAR'] })).toEqual([]);
    expect(await messages({ where: { statement: ['EXPENDITURE'], year: { eq: 2020 } } })).toEqual([]);
  });

  test('a body before and after it was renamed', async () => {
    const bureau = { district: '440105', department: '广州市海珠区政务服务数据管理局' };
    await saveReports(
      store(),
      [2018, 2019, 2020].map((year) => makeReport({ ...bureau, year })),
    );
    const { verdict, warnings } = await sum({});
    expect([verdict, warnings]).toEqual([
      'WITH_WARNINGS',
      [
        { code: 'YEAR_MISMATCH', verdict: 'WITH_WARNINGS', message: 'figures of 2018, 2019, 2020 are added' },
        {
          code: 'ENTITY_RENAMED',
          verdict: 'WITH_WARNINGS',
          message:
            'figures of 广州市海珠区人民政府政务管理办公室 and of 广州市海珠区政务服务数据管理局, which it became in 2019, are added',
        },
      ],
    ]);
    expect(await codes({ groupBy: ['YEAR'] })).toEqual([]);
    expect(await codes({ where: { statement: ['EXPENDITURE'], year: { gte: 2019 } } })).toEqual(['YEAR_MISMATCH']);
  });

  test('columns about different money are added with a warning, a column whose head names none is left out', async () => {
    const [whole, basic] = [makeReport({ ...BUREAU }), makeReport({ ...PEER })];
    const narrow = without(basic, ({ statement, part }) => statement === 'EXPENDITURE' && part !== 'BASIC');
    const odd = change(makeReport({ ...FAR }), (item) =>
      item.statement === 'EXPENDITURE' && item.part === 'PROJECT' ? { ...item, fund: null, part: null } : item,
    );
    await saveReports(store(), [whole, narrow, odd]);
    expect(await codes({})).toEqual(['SCOPE_MISMATCH']);
    expect(await codes({ groupBy: ['DEPARTMENT'] })).toEqual([]);
    expect(await rows({ groupBy: ['DISTRICT'] })).toMatchObject([{ count: 2 }, { sum: text(totalOf(odd)), count: 1 }]);
  });

  test('sums beyond 64 bits are exact', async () => {
    const most = 2n ** 63n - 1n;
    const huge = [BUREAU, PEER, FAR].map((place) =>
      change(makeReport(place), (item) => (isTotal(item) ? { ...item, amount: { ...item.amount, fen: most } } : item)),
    );
    await saveReports(store(), huge);
    // 3 x 9223372036854775807 fen
    const beyond = { unit: 'YUAN', orderBy: 'SUM_DESC' } as const;
    expect(await rows(beyond)).toMatchObject([{ sum: '276701161105643274.21', count: 3 }]);
    // 2 x 9223372036854775807 fen in 万元 is 18446744073709.551614; nothing below one fen is lost.
    for (const having of [
      { gte: '18446744073709.5516141' },
      { eq: '27670116110564.327421' },
      { lte: '99999999999999' },
    ])
      expect(await rows({ ...beyond, having })).toHaveLength(1);
    for (const having of [{ gte: '27670116110564.3274211' }, { lte: '18446744073709' }, { gte: `1${'0'.repeat(200)}` }])
      expect(await rows({ ...beyond, having })).toEqual([]);
  });

  test('of columns whose heads name nothing the first counts, not all of them', async () => {
    const unnamed = change(makeReport({ ...FAR }), (item) =>
      item.statement === 'EXPENDITURE' ? { ...item, fund: null, part: null } : item,
    );
    await saveReports(store(), [makeReport({ ...BUREAU }), unnamed]);
    const first = unnamed.lineItems.filter((item) => item.statement === 'EXPENDITURE' && isTotal(item));
    expect(new Set(first.map(({ column }) => column)).size).toBeGreaterThan(1);
    expect(await rows({ groupBy: ['DISTRICT'] })).toMatchObject([
      { districtCode: FUND, count: 1 },
      { districtCode: OTHER, count: 1, sum: text(first.find(({ column }) => column === 1)!.amount.fen) },
    ]);
    const { warnings } = await sum({});
    expect(warnings).toMatchObject([{ code: 'SCOPE_MISMATCH', message: expect.stringContaining('column 1') }]);
  });

  test('how great a figure is does not choose its stage', async () => {
    const [budget, accounts] = [makeReport({ ...BUREAU, kind: 'BUDGET' }), makeReport({ ...BUREAU })];
    const most = 10n ** 15n;
    const great = change(budget, (item) =>
      item.account.level === 'CATEGORY' ? { ...item, amount: { ...item.amount, fen: most } } : item,
    );
    await saveReports(store(), [great, accounts]);
    const where = { statement: ['EXPENDITURE' as const], amount: { gte: '1000000000' } };
    expect(await rows({ where, level: 'CATEGORY' })).toEqual([]);
    expect(await rows({ where: { ...where, kind: ['BUDGET'] }, level: 'CATEGORY' })).toMatchObject([
      { residual: false },
    ]);
  });
});
