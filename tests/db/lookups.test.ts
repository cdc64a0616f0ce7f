import { describe, expect, it } from '@jest/globals';
import type { AccountFilter, DepartmentFilter } from '../../src/domain/filters.js';
import { countAccounts, findAccounts, findAccountsByIds, findAccountsByParentIds } from '../../src/store/accounts.js';
import {
  countDepartments,
  findDepartments,
  findDepartmentsByDistrictCodes,
  findDepartmentsByIds,
} from '../../src/store/departments.js';
import { findDistricts, findDistrictsByCodes } from '../../src/store/districts.js';
import { findEvaluationsByIds, findEvaluationsByReportIds } from '../../src/store/evaluations.js';
import { findFiscalYears, findYearsByDepartmentIds } from '../../src/store/fiscal-years.js';
import {
  countIndicators,
  findIndicators,
  findIndicatorsByEvaluationIds,
  findIndicatorsByReportIds,
} from '../../src/store/indicators.js';
import { findIssuesByReportIds } from '../../src/store/issues.js';
import {
  countReportsByYears,
  findReaderVersions,
  findReportPagesByYears,
  findReports,
  findReportsByDepartmentIds,
} from '../../src/store/reports.js';
import { saveReport } from '../../src/store/save-report.js';
import { collect } from '../support/collect.js';
import { makeReport, makeReports } from '../support/make-report.js';
import { REFERENCE } from '../support/reference.js';
import { STORE_KINDS, useTestStore } from '../support/test-stores.js';

const REPORTS = [
  ...makeReports(6, [2018, 2019]),
  makeReport({ year: 2019, kind: 'BUDGET' }),
  makeReport({ year: 2017 }),
];

describe.each(STORE_KINDS)('Looking up in $name', (kind) => {
  const store = useTestStore(kind, async (own) => {
    for (const report of REPORTS) await saveReport(own, report, REFERENCE);
  });

  it('finds districts with all above them', async () => {
    const codes = ['440000', '440100', '440104', '440105', '440113', '440117'];
    expect((await findDistricts(store())).map(({ code }) => code)).toEqual(codes);
    expect((await findDistricts(store(), { name: { eq: '从化区' } })).map(({ code }) => code)).toEqual(['440117']);
    const found = await findDistrictsByCodes(store(), ['440104', '999999']);
    expect([...found.values()]).toEqual([
      { code: '440104', name: '越秀区', nameEn: expect.stringContaining('Yuexiu'), parentCode: '440100' },
    ]);
  });

  it('finds departments by district, name and body', async () => {
    const departments = await collect((page) => findDepartments(store(), null, page), 2);
    expect(departments.map(({ districtCode }) => districtCode)).toEqual([
      ...['440104', '440104', '440104', '440105', '440105', '440113', '440117'],
    ]);
    const filter: DepartmentFilter = { district: { in: ['440104', '440105'] }, body: { eq: '第1事务管理局' } };
    expect(await countDepartments(store(), filter)).toBe(2);
    expect(await countDepartments(store(), { name: { startsWith: '广州市从化区' } })).toBe(1);
    const byDistrict = await findDepartmentsByDistrictCodes(store(), ['440113', '440100']);
    expect([...byDistrict.keys()]).toEqual(['440113']);
    const byId = await findDepartmentsByIds(store(), [departments[0]!.id, 'no', '\u0000']);
    expect([...byId]).toEqual([[departments[0]!.id, departments[0]]]);
  });

  it('finds reports by department and year', async () => {
    expect(await findFiscalYears(store())).toEqual([2017, 2018, 2019]);
    const departments = await collect((page) => findDepartments(store(), null, page), 50);
    const ids = departments.map(({ id }) => id);
    const years = await findYearsByDepartmentIds(store(), ids);
    const reports = await findReportsByDepartmentIds(store(), ids);
    for (const id of ids) expect([...new Set(reports.get(id)!.map(({ year }) => year))].sort()).toEqual(years.get(id));
    expect(Object.fromEntries(await countReportsByYears(store(), [2017, 2018, 2019, 2020]))).toEqual({
      2017: 1,
      2018: 6,
      2019: 7,
    });
    const pages = await findReportPagesByYears(store(), [2018, 2020], { first: 4 });
    expect(pages.get(2018)).toEqual(await findReports(store(), { year: { eq: 2018 } }, { first: 4 }));
    expect(pages.get(2020)?.edges).toEqual([]);
    const after = pages.get(2018)?.edges.at(-1)?.cursor ?? null;
    expect((await findReportPagesByYears(store(), [2018], { first: 4, after })).get(2018)?.edges).toHaveLength(2);
  });

  it('knows which reader read a document', async () => {
    const sha256 = REPORTS[0]!.sha256;
    expect([...(await findReaderVersions(store(), [sha256, 'none']))]).toEqual([[sha256, 1]]);
  });

  it('gives accounts their official names, their parents and the spellings met in print', async () => {
    const find = async (filter: AccountFilter) =>
      (await findAccounts(store(), filter, null, { first: 50 })).edges.map(({ node }) => node);
    const [own] = await find({ code: { eq: '2080505' } });
    expect(own).toMatchObject({
      classification: 'FUNCTIONAL',
      level: 'ITEM',
      name: '机关事业单位基本养老保险缴费支出',
      edition: 2007,
    });
    const [category] = await find({ code: { eq: '208' } });
    const group = (await findAccountsByParentIds(store(), [category!.id])).get(category!.id);
    expect(group?.map(({ code }) => code)).toEqual(['20805']);
    expect((await findAccountsByIds(store(), [own!.parentId!])).get(own!.parentId!)).toEqual(group?.[0]);
    const [total] = await find({ name: { eq: '总计' } });
    expect(total).toMatchObject({
      classification: 'BALANCE',
      code: null,
      key: 'REVENUE_EXPENDITURE_SUMMARY/EXPENDITURE/总计',
      variants: [],
    });
    expect(await countAccounts(store(), { code: { startsWith: '301' }, year: { eq: 2017 } })).toBe(0);
    expect(await countAccounts(store(), { code: { startsWith: '301' }, year: { gte: 2017 } })).toBe(2);
    await expect(countAccounts(store(), { year: { gte: 2019, lte: 2018 } })).rejects.toThrow(
      'expected gte <= lte, got 2019 > 2018',
    );
    expect(await countAccounts(store(), {}, '20103')).toBe(3);
    expect(await countAccounts(store(), {}, '行政运行')).toBe(1);
    expect(await countAccounts(store(), {}, '100%')).toBe(0);
    const all = await collect((page) => findAccounts(store(), {}, null, page), 3);
    expect(all).toHaveLength(await countAccounts(store()));
  });

  it('reads evaluations, indicators and issues as printed', async () => {
    const ids = (await findReports(store(), null, { first: 2 })).edges.map(({ node }) => node.id);
    const evaluations = await findEvaluationsByReportIds(store(), ids);
    const [evaluation] = evaluations.get(ids[0]!)!;
    expect(evaluation).toMatchObject({
      scope: 'DEPARTMENT',
      evaluator: 'SELF',
      weight: '100',
      score: '99.00',
      source: { line: 901 },
    });
    expect([...(await findEvaluationsByIds(store(), [evaluation!.id])).values()]).toEqual([evaluation]);
    const indicators = (await findIndicatorsByEvaluationIds(store(), [evaluation!.id])).get(evaluation!.id)!;
    expect(indicators.map(({ name, weight, score }) => [name, weight, score])).toEqual([
      ['办结率', '50', '49.50'],
      ['满意度', '50', '49.50'],
    ]);
    expect((await findIndicatorsByReportIds(store(), ids)).get(ids[0]!)).toEqual(indicators);
    const everything = await collect((page) => findIndicators(store(), {}, page), 5);
    expect(everything).toHaveLength(2 * REPORTS.length);
    expect(await countIndicators(store(), { evaluation: { scope: ['PROJECT'] } })).toBe(0);
    expect(
      await countIndicators(store(), {
        evaluation: { scope: ['DEPARTMENT'], year: { eq: 2018 } },
        name: { eq: '满意度' },
      }),
    ).toBe(6);
    const issues = (await findIssuesByReportIds(store(), ids)).get(ids[0]!);
    expect(issues).toEqual([
      expect.objectContaining({
        statement: 'REVENUE',
        source: expect.objectContaining({ reportId: ids[0], line: 40 }),
      }),
    ]);
  });
});
