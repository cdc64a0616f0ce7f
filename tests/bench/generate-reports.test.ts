import { encodeSeed } from '../../src/app/seed-records.js';
import { groupBy } from '../../src/domain/group-by.js';
import type { LineItem, Report } from '../../src/domain/report.js';
import { reconcile } from '../../src/reconcile/reconcile.js';
import { REFERENCE } from '../support/reference.js';
import { currentOf, makeReports } from './reports.js';

const REPORTS = makeReports();
const CURRENT = currentOf(REPORTS);
const FINDINGS = CURRENT.flatMap((report) => reconcile(report));
const EXACT = groupBy(
  FINDINGS.filter(({ outcome }) => outcome === 'EXACT'),
  ({ rule }) => rule.id,
);

describe('Generated reports', () => {
  it('are the same, byte for byte, for the same wish', () => {
    const small = { departments: 3, years: 3 };
    expect(makeReports(small).map(encodeSeed)).toEqual(makeReports(small).map(encodeSeed));
  });

  it('are others for another seed', () => {
    const small = { departments: 2, years: 2 };
    const known = new Set(makeReports(small).map(({ sha256 }) => sha256));
    expect(makeReports({ ...small, seed: 3 }).filter(({ sha256 }) => known.has(sha256))).toEqual([]);
  });

  it('do not change where more districts, departments or years are asked for', () => {
    const wider = makeReports({ departments: 4, years: 4 }).map(({ sha256 }) => sha256);
    const narrow = makeReports({ districts: 1, departments: 3, from: 2017, years: 2 }).map(({ sha256 }) => sha256);
    expect(wider).toEqual(expect.arrayContaining(narrow));
  });

  it('have documents of their own', () => {
    expect(new Set(REPORTS.map(({ sha256 }) => sha256)).size).toBe(REPORTS.length);
  });

  it('say in their titles that nobody published them', () => {
    expect(REPORTS.filter(({ title }) => !title.endsWith('（生成数据）'))).toEqual([]);
  });
});

describe('What the rules find in generated reports', () => {
  it('is nothing broken, and nothing rounded', () => {
    const wrong = FINDINGS.filter(({ outcome }) => outcome === 'BROKEN' || outcome === 'ROUNDING');
    expect(wrong.map(({ message }) => message)).toEqual([]);
  });

  it.each([
    ...['REVENUE_EXPENDITURE_SUMMARY.REVENUE.TOTAL', 'REVENUE_EXPENDITURE_SUMMARY.SIDES', 'REVENUE.TREE'],
    ...['REVENUE.SUMMARY', 'REVENUE.LINE.OTHER', 'EXPENDITURE.ROW', 'EXPENDITURE.TREE', 'EXPENDITURE.CATEGORIES'],
    ...['EXPENDITURE.FUNDS', 'APPROPRIATION_SUMMARY.FUNDS', 'APPROPRIATION_SUMMARY.OPENING'],
    ...['APPROPRIATION_SUMMARY.CLOSING', 'GENERAL_PUBLIC_EXPENDITURE.TOTAL', 'GOVERNMENT_FUND.ROW.BALANCE'],
    ...['GENERAL_PUBLIC_BASIC_EXPENDITURE.LANES', 'GENERAL_PUBLIC_BASIC_EXPENDITURE.PERSONNEL'],
    ...['THREE_OFFICIAL_EXPENSES.TOTAL', 'THREE_OFFICIAL_EXPENSES.VEHICLE_RUNNING'],
    ...['FUNCTIONAL_ECONOMIC.HOUSING_FUND', 'FUNCTIONAL_ECONOMIC.BASIC_PENSION', 'BUDGET.ECONOMIC'],
    ...['BUDGET.REVENUE.SUMMARY', 'BUDGET.THREE_OFFICIAL_EXPENSES.VEHICLE_RUNNING'],
    ...['NARRATIVE.TABLE', 'NARRATIVE.CHANGE_RATE', 'NARRATIVE.PARTS', 'INDICATOR.WEIGHTS', 'INDICATOR.SCORES'],
  ])('was looked for by %s', (id) => {
    expect(EXACT.get(id)?.length).toBeGreaterThan(5);
  });

  it('is a broken sum in every one whose fault is planted', () => {
    const faulty = makeReports({ departments: 4, years: 4, faults: 1000 }).filter(
      ({ title }) => !/预算|更正/.test(title),
    );
    expect(faulty.length).toBeGreaterThan(10);
    expect(faulty.filter((report) => !reconcile(report).some(({ outcome }) => outcome === 'BROKEN'))).toEqual([]);
  });
});

describe('The years of a generated department', () => {
  const accountsOf = (year: number): Map<string, Report> =>
    new Map(
      CURRENT.flatMap((own) => (own.kind === 'FINAL_ACCOUNTS' && own.year === year ? [[own.department, own]] : [])),
    );
  const years = Array.from({ length: 5 }, (_, at) => [2016 + at, 2017 + at] as const);

  it.each(years)('open with what was left: %i leaves, %i begins', (year, next) => {
    const after = accountsOf(next);
    const pairs = [...accountsOf(year)].flatMap(([department, own]) => {
      const following = after.get(department);
      return following ? [[balance(own, '年末结转和结余'), balance(following, '年初结转和结余')] as const] : [];
    });
    expect(pairs.length).toBeGreaterThan(35);
    expect(pairs.filter(([left]) => left > 0n).length).toBeGreaterThan(5);
    expect(pairs.filter(([left, opened]) => left !== opened)).toEqual([]);
  });

  it('have no report now and then', () => {
    const count = CURRENT.filter(({ kind }) => kind === 'FINAL_ACCOUNTS').length;
    expect(count).toBeGreaterThan(44 * 6 * 0.94);
    expect(count).toBeLessThan(44 * 6);
  });

  it('have budgets beside some accounts, and corrected prints of some', () => {
    expect(REPORTS.filter(({ kind }) => kind === 'BUDGET').length).toBeGreaterThan(0);
    expect(REPORTS.length).toBeGreaterThan(CURRENT.length);
  });
});

describe('The accounts of generated reports', () => {
  const items = CURRENT.flatMap((report) => report.lineItems.map((item) => ({ item, year: report.year })));
  const yearsOf = (code: string): number[] => [
    ...new Set(items.flatMap(({ item, year }) => (item.account.code === code ? [year] : []))),
  ];

  it('bear the official names of their year, in an edition that covers it', () => {
    const wrong = items.filter(({ item, year }) => isCoded(item) && !isOfYear(item, year));
    expect(wrong.map(({ item, year }) => `${year} ${item.account.code} ${item.label}`)).toEqual([]);
  });

  it('end and begin with the classification', () => {
    const sorted = (code: string) => yearsOf(code).sort();
    expect(Math.max(...sorted('2129901'))).toBe(2020);
    expect(Math.min(...sorted('2129999'))).toBe(2021);
    expect(Math.max(...sorted('21506'))).toBe(2018);
    expect(Math.min(...sorted('224'))).toBe(2019);
  });

  it('hold the housing fund under 30311 until 2017 and under 30113 since', () => {
    expect(Math.max(...yearsOf('30311'))).toBe(2017);
    expect(Math.min(...yearsOf('30113'))).toBe(2018);
  });
});

describe('The departments of generated reports', () => {
  it('bear the names that the reference knows of their years', () => {
    const haizhu = makeReports({ districts: 3, departments: 3, from: 2018, years: 2 }).filter(
      ({ district, department }) => district === '440105' && department.includes('政务'),
    );
    expect(haizhu.map(({ year, department }) => [year, department])).toEqual([
      [2018, '广州市海珠区人民政府政务管理办公室'],
      [2019, '广州市海珠区政务服务数据管理局'],
    ]);
  });

  it('have some 87 line items a year', () => {
    const reports = makeReports({ districts: 3, departments: 10, from: 2012, years: 12 });
    const count = reports.reduce((sum, { lineItems }) => sum + lineItems.length, 0) / (3 * 10 * 12);
    expect(count).toBeGreaterThan(70);
    expect(count).toBeLessThan(105);
  });
});

function balance({ lineItems }: Report, name: string): bigint {
  const found = lineItems.find((item) => item.statement === 'REVENUE_EXPENDITURE_SUMMARY' && item.label === name);
  return found?.amount.fen ?? 0n;
}

function isCoded({ account }: LineItem): boolean {
  return account.classification === 'FUNCTIONAL' || account.classification === 'ECONOMIC';
}

/** Names of accounts that are not in the reference are not looked at. */
function isOfYear({ account, label }: LineItem, year: number): boolean {
  const classification = account.classification as 'FUNCTIONAL' | 'ECONOMIC';
  const official = REFERENCE.account(classification, account.code as string, year);
  if (!official) return true;
  const isIn = official.edition === account.edition && official.edition <= year && year <= (official.lastYear ?? year);
  return isIn && label.replace(/^[一二三四五六七八九十]+、/, '') === official.name;
}
