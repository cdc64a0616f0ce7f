import { saveReport } from '../../src/store/save-report.js';
import { FIVE_REPORTS } from '../support/fillings.js';
import { makeReport } from '../support/make-report.js';
import { REFERENCE } from '../support/reference.js';
import { STORE_KINDS, useTestStore } from '../support/test-stores.js';
import { ask } from './ask.js';

// Expected figures are read by hand from the documents, in 万元.

interface Finding {
  rule: { id: string; kind: string; title: string; statement: string | null };
  outcome: string;
  message: string;
  expected: string | null;
  actual: string | null;
  difference: string | null;
  tolerance: string | null;
  unit: string;
  source: { line: number };
  lineItems: { label: string; amount: string }[];
  facts: { label: string }[];
  report: { department: { district: { code: string } } };
}

const FINDING = `
  rule { id kind title statement } outcome message expected actual difference tolerance unit source { line }
  lineItems { label amount } facts { label } report { department { district { code } } }`;

describe.each(STORE_KINDS)('findings on $name', (kind) => {
  const store = useTestStore(kind, FIVE_REPORTS);

  test('番禺 2023: 20103 is 515.01 more than the items printed below it, with the figures of both sides', async () => {
    const { data, errors, statements } = await ask<{ findings: { nodes: Finding[]; totalCount: number } }>(
      store(),
      `{ findings(where: { district: { eq: "440113" }, rule: { eq: "REVENUE.TREE" }, outcome: [BROKEN] }, first: 1) { totalCount nodes { ${FINDING} } } }`,
    );
    expect(errors).toEqual([]);
    // 623.18 + 7806.18 + 301.18 + 683.82 = 9414.36
    expect(data.findings.nodes[0]).toMatchObject({
      rule: { id: 'REVENUE.TREE', kind: 'TREE', statement: 'REVENUE' },
      ...{ outcome: 'BROKEN', expected: '9414.36', actual: '9929.37', difference: '-515.01', unit: 'WAN_YUAN' },
      tolerance: '0.025',
      lineItems: [
        { label: '政府办公厅(室)及相关机构事务', amount: '9929.37' },
        { label: '行政运行', amount: '623.18' },
        { label: '一般行政管理事务', amount: '7806.18' },
        { label: '事业运行', amount: '301.18' },
        { label: '其他政府办公厅(室)及相关机构事务支出', amount: '683.82' },
      ],
      facts: [],
      report: { department: { district: { code: '440113' } } },
    });
    // The column of 一般公共预算 prints the same.
    expect(data.findings.totalCount).toBe(2);
    // The release, the page, its count, reports, departments, districts, line items.
    expect(statements).toBe(7);
  });

  test('从化 2019: 1316.18 + 28.14 against 总计 1344.33 is rounding', async () => {
    const { data } = await ask<{ findings: { nodes: Finding[] } }>(
      store(),
      `{ findings(where: { district: { eq: "440117" }, rule: { eq: "REVENUE_EXPENDITURE_SUMMARY.REVENUE.TOTAL" } }) { nodes { ${FINDING} } } }`,
    );
    // 1316.18 + 0.00 + 28.14; half of 0.01 for each of the four.
    expect(data.findings.nodes).toMatchObject([
      { outcome: 'ROUNDING', expected: '1344.32', actual: '1344.33', difference: '-0.01', tolerance: '0.02' },
    ]);
  });

  test('a filter by statement or account finds what joins it, whichever side it is on', async () => {
    const { data } = await ask<Record<string, { totalCount: number; nodes: { rule: { id: string } }[] }>>(
      store(),
      `query { pension: findings(where: { report: { startsWith: "" }, kind: [CROSS_CLASSIFICATION], accountCode: { eq: "30108" } }) { totalCount nodes { rule { id } } }
        none: findings(where: { statement: [] }, first: 0) { totalCount }
        summary: findings(where: { district: { eq: "440117" }, statement: [REVENUE_EXPENDITURE_SUMMARY], kind: [CROSS_TABLE], outcome: [EXACT], rule: { eq: "EXPENDITURE.SUMMARY" } }, first: 5) { totalCount nodes { rule { id } } } }`,
    );
    // 2080505 and 30108 both occur in the final accounts of 2019 and 2020, not in that of 2017.
    expect(data['pension']?.nodes.map(({ rule }) => rule.id)).toEqual(
      Array.from({ length: 3 }, () => 'FUNCTIONAL_ECONOMIC.BASIC_PENSION'),
    );
    expect(data['none']).toEqual({ totalCount: 0 });
    expect(data['summary']?.totalCount).toBe(1);
  });

  test('reports say how many identities hold, and how many of tables and text do not', async () => {
    const { data, statements } = await ask<{
      reports: {
        nodes: {
          department: { district: { code: string } };
          findingCounts: Record<string, number>;
          findings: { outcome: string }[];
        }[];
      };
    }>(
      store(),
      `{ reports { nodes { department { district { code } } findingCounts { exact rounding broken notEvaluable } findings(outcome: [BROKEN]) { outcome } } } }`,
    );
    const broken = data.reports.nodes.map(({ department, findingCounts, findings }) => [
      department.district.code,
      findingCounts['broken'],
      findings.length,
    ]);
    expect(broken.sort()).toEqual([
      ['440100', 1, 1],
      ['440104', 3, 3],
      ['440105', 7, 7],
      ['440113', 9, 9],
      ['440117', 2, 2],
    ]);
    for (const { findingCounts } of data.reports.nodes) expect(findingCounts['exact']).toBeGreaterThan(100);
    // Release, reports, departments, districts, counts, findings.
    expect(statements).toBe(6);
  });

  test('a rule that is not known is hinted at; the rules are listed without the store', async () => {
    const { data, extensions } = await ask<{
      findings: { totalCount: number };
      rules: { id: string; title: string }[];
    }>(store(), `{ findings(where: { rule: { eq: "NO.SUCH" } }, first: 0) { totalCount } rules { id title } }`);
    expect(data.findings.totalCount).toBe(0);
    expect(extensions['hints']).toEqual(['no rule has the id "NO.SUCH"; the query rules lists them']);
    expect(new Set(data.rules.map(({ id }) => id)).size).toBe(data.rules.length);
  });

  test('a report that was stored before reports were checked has no counts, which is not none', async () => {
    await saveReport(store(), makeReport({ district: '440111', department: '广州市白云区水务局' }), REFERENCE);
    const { data } = await ask<{ reports: { nodes: { findingCounts: object | null; findings: object[] }[] } }>(
      store(),
      `{ reports(where: { district: { eq: "440111" } }) { nodes { findingCounts { exact } findings { outcome } } } }`,
    );
    expect(data.reports.nodes).toEqual([{ findingCounts: null, findings: [] }]);
  });
});
