import { describe, expect, it } from '@jest/globals';
import type { CellSelector } from '../../src/domain/figure.js';
import type { Report } from '../../src/domain/report.js';
import { findFigures, findReportsFor } from '../../src/store/figures.js';
import type { FigureQuery } from '../../src/store/figures.js';
import { saveReport } from '../../src/store/save-report.js';
import { withStatementCount } from '../../src/store/statement-count.js';
import { makeReport } from '../support/make-report.js';
import { REFERENCE } from '../support/reference.js';
import { STORE_KINDS, useTestStore } from '../support/test-stores.js';

const YUEXIU = makeReport({ year: 2019, edition: 2 });
const CONGHUA = makeReport({ district: '440117', department: '广州市从化区政务服务数据管理局', year: 2019 });
const EARLIER = makeReport({ year: 2018 });
const REPORTS = [makeReport({ year: 2019 }), YUEXIU, CONGHUA, EARLIER, makeReport({ year: 2019, unitScope: 'PROPER' })];
const BASIC: CellSelector = { statement: 'EXPENDITURE', accountKey: 'EXPENDITURE/合计', part: 'BASIC' };
const OFFICE: CellSelector = {
  statement: 'EXPENDITURE',
  accountCode: '2010301',
  classification: 'FUNCTIONAL',
  part: 'TOTAL',
};

describe.each(STORE_KINDS)('Figures for comparisons from $name', (kind) => {
  const store = useTestStore(kind, async (own) => {
    for (const report of REPORTS) await saveReport(own, report, REFERENCE);
  });

  const find = async (query: FigureQuery): Promise<(string | number | bigint)[][]> =>
    (await findFigures(store(), query)).map(({ districtCode, year, fen }) => [districtCode, year, fen]);
  const fenOf = (report: Report, key: string, part: string): bigint | undefined =>
    report.lineItems.find((item) => item.statement === 'EXPENDITURE' && item.account.key === key && item.part === part)
      ?.amount.fen;

  it('are those of current, department-wide reports, found by one statement', async () => {
    const { result, statements } = await withStatementCount(store(), () => find({ selectors: [BASIC], years: [2019] }));
    expect(statements).toBe(1);
    expect(result.sort()).toEqual([
      ['440104', 2019, fenOf(YUEXIU, 'EXPENDITURE/合计', 'BASIC')],
      ['440117', 2019, fenOf(CONGHUA, 'EXPENDITURE/合计', 'BASIC')],
    ]);
  });

  it('are found by code or by key, each once however many selectors it fits', async () => {
    const scope = { districtCodes: ['440117'] };
    expect(await find({ ...scope, selectors: [OFFICE, OFFICE, BASIC] })).toHaveLength(2);
    expect(await find({ ...scope, selectors: [OFFICE] })).toEqual([
      ['440117', 2019, fenOf(CONGHUA, '2010301', 'TOTAL')],
    ]);
    const [figure] = await findFigures(store(), { ...scope, selectors: [OFFICE] });
    expect(figure).toMatchObject({
      ...{ statement: 'EXPENDITURE', flow: 'EXPENDITURE', side: null, stage: 'OUTTURN', fund: 'ALL', part: 'TOTAL' },
      ...{
        accountKey: '2010301',
        accountCode: '2010301',
        classification: 'FUNCTIONAL',
        edition: 2007,
        label: '行政运行',
      },
    });
    expect(await find({ ...scope, selectors: [{ statement: 'THREE_OFFICIAL_EXPENSES' }, OFFICE] })).toHaveLength(7);
    const side = { statement: 'REVENUE_EXPENDITURE_SUMMARY', side: 'EXPENDITURE', fund: 'ALL' } as const;
    expect(
      await find({ ...scope, selectors: [{ ...side, accountKey: 'REVENUE_EXPENDITURE_SUMMARY/EXPENDITURE/总计' }] }),
    ).toHaveLength(1);
    expect(await find({ ...scope, selectors: [{ ...OFFICE, fund: 'APPROPRIATION' }] })).toEqual([]);
  });

  it('are narrowed by department, district, filter and year; an empty list matches nothing', async () => {
    const selectors = [BASIC];
    expect(await find({ selectors })).toHaveLength(3);
    expect(await find({ selectors, departmentFilter: { district: { eq: '440104' } } })).toHaveLength(2);
    expect(
      await find({ selectors, departmentFilter: { body: { eq: '政务服务数据管理局' } }, years: [2018] }),
    ).toHaveLength(1);
    expect(await find({ selectors, departmentIds: null, years: null })).toHaveLength(3);
    expect(await find({ selectors, departmentIds: [] })).toEqual([]);
    expect(await find({ selectors, years: [] })).toEqual([]);
    expect(await find({ selectors: [] })).toEqual([]);
  });

  it('come with the reports that could have them, their statements and those with issues', async () => {
    const found = await findReportsFor(store(), { years: [2018, 2019] });
    expect(found.map(({ districtCode, year, kind: own }) => [districtCode, year, own]).sort()).toEqual([
      ['440104', 2018, 'FINAL_ACCOUNTS'],
      ['440104', 2019, 'FINAL_ACCOUNTS'],
      ['440117', 2019, 'FINAL_ACCOUNTS'],
    ]);
    expect(found[0]?.statements).toEqual(YUEXIU.statements.map(({ statement }) => statement));
    expect(found[0]?.statementsWithIssues).toEqual(['REVENUE']);
    expect(found[0]?.statementsInPart).toEqual([]);
    expect(await findReportsFor(store(), { districtCodes: ['440117'], years: [2018] })).toEqual([]);
  });
});
