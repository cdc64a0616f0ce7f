import { readdirSync, readFileSync } from 'node:fs';
import { decodeSeed } from '../../../src/app/seed-records.js';
import { reconcileStatements } from '../../support/planted-errors.js';

const FINDINGS = new Map(
  readdirSync('seeds/reports')
    .filter((file) => file.endsWith('.ndjson'))
    .map((file) => [
      file.slice(0, 6),
      reconcileStatements(decodeSeed(readFileSync(`seeds/reports/${file}`, 'utf8'), file)).map(
        ({ rule, source, ...rest }) => ({
          ...rest,
          rule: rule.id,
          line: source.line,
        }),
      ),
    ]),
);

describe('the identities of the five documents', () => {
  test.each(['440117', '440100', '440104', '440105'])('none is broken in %s', (district) => {
    expect(FINDINGS.get(district)?.filter(({ outcome }) => outcome === 'BROKEN')).toEqual([]);
  });

  test('the budget publishes 515.00 less below 20103 and below the 本级 than they add up to, and nothing else', () => {
    const broken = FINDINGS.get('440113')?.filter(({ outcome }) => outcome === 'BROKEN');
    expect(
      broken?.map(({ rule, line, actual, expected, difference }) => [rule, line, actual, expected, difference]),
    ).toEqual([
      // 9,929.37 against 623.18 + 7,806.18 + 301.18 + 683.82, in 合计 and 一般公共预算
      ['REVENUE.TREE', 132, '9929.37', '9414.36', '-515.01'],
      ['REVENUE.TREE', 132, '9929.37', '9414.36', '-515.01'],
      ['EXPENDITURE.TREE', 180, '9929.37', '9414.36', '-515.01'],
      // 9,005.00 against 7,806.18 + 683.82
      ['EXPENDITURE.TREE', 180, '9005.00', '8490.00', '-515.00'],
      ['GENERAL_PUBLIC_EXPENDITURE.TREE', 261, '9929.37', '9414.36', '-515.01'],
      ['GENERAL_PUBLIC_EXPENDITURE.TREE', 261, '9005.00', '8490.00', '-515.00'],
      // 总计, 财政拨款 and 一般公共预算
      ['PROJECT_EXPENDITURE_BY_UNIT.UNIT', 457, '13100.00', '12585.00', '-515.00'],
      ['PROJECT_EXPENDITURE_BY_UNIT.UNIT', 457, '13100.00', '12585.00', '-515.00'],
      ['PROJECT_EXPENDITURE_BY_UNIT.UNIT', 457, '13100.00', '12585.00', '-515.00'],
    ]);
  });

  /** Figures and lines as printed; the envelope is 0.005 for each term, zeros included. */
  test.each([
    // 本年收入合计 1316.18, 用事业基金 0.00, 年初结转和结余 28.14, 总计 1344.33
    ['440117', 'REVENUE_EXPENDITURE_SUMMARY.REVENUE.TOTAL', 'ROUNDING', '1344.32', '1344.33', '-0.01', '0.02', 122],
    ['440117', 'APPROPRIATION_SUMMARY.REVENUE.TOTAL', 'ROUNDING', '1344.32', '1344.33', '-0.01', '0.015', 267],
    // 1303.92 + 结余分配 0.00 + 40.41
    ['440117', 'REVENUE_EXPENDITURE_SUMMARY.EXPENDITURE.TOTAL', 'EXACT', '1344.33', '1344.33', '0.00', '0.02', 122],
    // 745.87 + 30.13
    ['440117', 'GENERAL_PUBLIC_BASIC_EXPENDITURE.LANES', 'EXACT', '776.00', '776.00', '0.00', '0.015', 280],
    // 36145.27 + 0.00 + 19.82
    ['440100', 'REVENUE_EXPENDITURE_SUMMARY.REVENUE.TOTAL', 'ROUNDING', '36165.09', '36165.08', '0.01', '0.02', 116],
    ['440100', 'APPROPRIATION_SUMMARY.OPENING', 'EXACT', '3.88', '19.82', '-15.94', '0.01', 115],
    // 301 8101.90 + 303 448.82
    ['440100', 'GENERAL_PUBLIC_BASIC_EXPENDITURE.PERSONNEL', 'ROUNDING', '8550.72', '8550.71', '0.01', '0.015', 399],
    // 30217 0.96 of 2.08
    ['440100', 'THREE_OFFICIAL_EXPENSES.HOSPITALITY', 'EXACT', '0.96', '2.08', '-1.12', '0.01', 411],
    ['440104', 'FUNCTIONAL_ECONOMIC.HOUSING_FUND', 'EXACT', '62.10', '62.10', '0.00', '0.01', 618],
    // 六、 0.41 against 利息收入 0.24 + 非经营性国有资产收入 0.18
    ['440104', 'NON_TAX_REVENUE.TREE', 'ROUNDING', '0.42', '0.41', '0.01', '0.015', 991],
    // 1,414.54 + 1,662.52 + three zeros
    ['440105', 'EXPENDITURE.ROW', 'ROUNDING', '3077.06', '3077.07', '-0.01', '0.03', 208],
    // 2210201 = 30311 before the reform
    ['440105', 'FUNCTIONAL_ECONOMIC.HOUSING_FUND', 'EXACT', '103.01', '103.01', '0.00', '0.01', 392],
    // 30217: 1.40 of basic and 1.00 of project expenditure
    ['440113', 'BUDGET.THREE_OFFICIAL_EXPENSES.HOSPITALITY', 'EXACT', '2.40', '2.40', '0.00', '0.015', 358],
    // 692.53 + 70.17 + 35.98
    ['440113', 'BASIC_EXPENDITURE_BY_UNIT.UNIT', 'ROUNDING', '798.68', '798.67', '0.01', '0.02', 435],
  ])('%s: %s is %s', (district, rule, outcome, expected, actual, difference, tolerance, line) => {
    expect(FINDINGS.get(district)).toContainEqual(
      expect.objectContaining({ rule, outcome, expected, actual, difference, tolerance, line }),
    );
  });

  test('a table that the year does not have yet is named, once a rule', () => {
    const lacking = FINDINGS.get('440117')?.filter(({ rule }) => rule === 'STATE_CAPITAL.ROW');
    expect(lacking?.map(({ outcome, message }) => [outcome, message])).toEqual([
      ['NOT_EVALUABLE', 'expected 国有资本经营表 STATE_CAPITAL TOTAL, got no such table'],
    ]);
  });
});
