import { describe, expect, it } from '@jest/globals';
import { STATEMENT_DEFINITIONS } from '../../../src/domain/statement-definitions.js';
import { matchTitle } from '../../../src/read/titles.js';

const statements = (line: string): string[] => [
  ...new Set(matchTitle(line).map(({ kind, statement }) => `${kind === 'BUDGET' ? 'B' : 'F'} ${statement}`)),
];

describe('the title of a statement', () => {
  it.each(
    STATEMENT_DEFINITIONS.flatMap(({ kind, statement, titles }) =>
      titles.map((title) => [title, `${kind === 'BUDGET' ? 'B' : 'F'} ${statement}`] as const),
    ),
  )('%s is %s', (title, expected) => expect(statements(title)).toContain(expected));

  it.each([
    ['## 收入支出决算总表', 'F REVENUE_EXPENDITURE_SUMMARY'],
    ['收入支出 决算 总表', 'F REVENUE_EXPENDITURE_SUMMARY'],
    ['表2 收入决算表', 'F REVENUE'],
    ['公开02表 收入决算表', 'F REVENUE'],
    ['（二）收入决算表', 'F REVENUE'],
    ['二、收入决算表', 'F REVENUE'],
    ['2.收入决算表', 'F REVENUE'],
    ['2019年度收入决算表', 'F REVENUE'],
    ['广州市从化区政务服务数据管理局2019年度收入决算表', 'F REVENUE'],
    ['部门收入支出决算总表', 'F REVENUE_EXPENDITURE_SUMMARY'],
    ['收入支出决算总表（续）', 'F REVENUE_EXPENDITURE_SUMMARY'],
    ['收入支出决算总表(2)', 'F REVENUE_EXPENDITURE_SUMMARY'],
    ['一般公共预算财政拨款"三公"经费支出决算表', 'F THREE_OFFICIAL_EXPENSES'],
    ['一般公共预算财政拨款‘三公’经费支出决算表', 'F THREE_OFFICIAL_EXPENSES'],
    ['一般公共预算支出情况表 （按功能分类科目）', 'B GENERAL_PUBLIC_EXPENDITURE'],
    ['财政拨款安排的行政经费及“三公”经费预算表', 'B THREE_OFFICIAL_EXPENSES'],
  ])('%s is %s', (line, expected) => expect(statements(line)).toEqual([expected]));

  it('is the longest that fits: the appropriation summary is no summary, the basic table no general one', () => {
    expect(statements('财政拨款收入支出决算总表')).toEqual(['F APPROPRIATION_SUMMARY']);
    expect(statements('一般公共预算财政拨款基本支出决算表')).toEqual(['F GENERAL_PUBLIC_BASIC_EXPENDITURE']);
    expect(statements('政府性基金预算财政拨款收入支出决算表')).toEqual(['F GOVERNMENT_FUND']);
    expect(statements('国有资本经营预算财政拨款支出决算表')).toEqual(['F STATE_CAPITAL']);
  });

  it.each([
    '收入决算表情况说明如下',
    '本年收入情况见收入决算表。',
    '按照收入决算表，本年收入合计1316.18万元',
    '关于收入决算表',
    '见收入决算表',
    '非本部门支出决算表',
    '附属单位收入决算表',
    '项目支出决算表',
    '收入决算',
    '',
  ])('%j is none', (line) => expect(statements(line)).toEqual([]));
});
