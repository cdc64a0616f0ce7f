import { describe, expect, it } from '@jest/globals';
import { BODY, WAN, amountsOf, finalAccounts, general, generalUnder, messages, read, table } from './small-report.js';

const ROWS = ['|合计|9.00|5.00|4.00', '201|一般公共服务支出|9.00|5.00|4.00', '20103|政府办公厅|9.00|5.00|4.00'];
const SUMMARY = (revenue: string, title = '收入支出决算总表'): string =>
  [
    title,
    WAN,
    table(
      '收入||支出|',
      '项目|决算数|项目|决算数',
      `一、一般公共预算财政拨款收入|${revenue}|一、一般公共服务支出|${revenue}`,
      `本年收入合计|${revenue}|本年支出合计|${revenue}`,
      `总计|${revenue}|总计|${revenue}`,
    ),
  ].join('\n\n');
const LINE = '一、一般公共预算财政拨款收入';

describe('a table that is printed again', () => {
  it('with other figures is refused where they differ', () => {
    const own = read(finalAccounts(SUMMARY('9.00'), SUMMARY('8.00')));
    expect(amountsOf(own, LINE)).toEqual([]);
    expect(messages(own)).toContain(`expected an amount in column 1 of “${LINE}”, got “9.00 | 8.00”: refused`);
  });

  it('of another year is refused', () => {
    const own = read(finalAccounts(general(...ROWS), SUMMARY('9.00'), SUMMARY('8.00', '2018年度收入支出决算总表')));
    expect(amountsOf(own, LINE)).toEqual(['9.00']);
    expect(messages(own)).toContain('expected a table of 2019, got one of 2018: table refused');
  });

  it('below the title of another report is refused', () => {
    const own = read(finalAccounts(SUMMARY('9.00'), `${BODY}2018年部门决算`, SUMMARY('8.00')));
    expect(amountsOf(own, LINE)).toEqual(['9.00']);
    expect(messages(own)).toEqual([
      `expected a table of this report, got one below the title “${BODY}2018年部门决算” of another: table refused`,
    ]);
  });
});

describe('a row', () => {
  it('that stands twice, figures and all, is one', () => {
    const own = read(finalAccounts(general(ROWS[0] as string, ...ROWS)));
    expect(amountsOf(own, '合计')).toEqual(['9.00', '5.00', '4.00']);
  });

  it('with an amount in its name is refused', () => {
    const rows = [
      '一、一般公共预算财政拨款收入 9.00||一、一般公共服务支出|9.00',
      '本年收入合计|9.00|本年支出合计|9.00',
    ];
    const own = read(finalAccounts(['收入支出决算总表', WAN, table('项目|决算数|项目|决算数', ...rows)].join('\n\n')));
    expect(amountsOf(own, '一、一般公共预算财政拨款收入 9.00')).toEqual([]);
    expect(messages(own).join()).toContain('expected 1 amounts for “一、一般公共预算财政拨款收入9.00”');
  });

  it('with a cell too many in the middle is refused', () => {
    const more = [
      '20104|发展与改革|1.00||1.00|',
      '20105|统计|2.00|2.00|0.00',
      '20106|财政|2.00|2.00|0.00',
      '20107|税收|2.00|2.00|0.00',
    ];
    const own = read(finalAccounts(general(...ROWS, ...more)));
    expect(amountsOf(own, '20104')).toEqual(['1.00', '1.00']);
    const shifted = read(finalAccounts(general(...ROWS, '20104|发展与改革||1.00|1.00|', ...more.slice(1))));
    expect(amountsOf(shifted, '20104')).toEqual([]);
  });
});

describe('a head', () => {
  it('that is two run together is neither', () => {
    const heads = '编码|科目名称|本年支出合计|基本支出项目支出|';
    const own = read(finalAccounts(SUMMARY('9.00'), generalUnder([heads], ...ROWS)));
    expect(own.lineItems.some(({ part }) => part === 'BASIC' || part === 'PROJECT')).toBe(false);
    expect(own.issues.length).toBeGreaterThan(0);
  });
});

describe('a table as running text under heads that are not known', () => {
  it('is not counted off against the template where it has columns of another year', () => {
    const heads = '科目编码 科目名称 2018年 2019年 本年支出合计 基本支出 项目支出';
    const text = ['一般公共预算财政拨款支出决算表', WAN, heads, '201 一般公共服务支出 8.00 9.00 9.00'].join('\n');
    expect(amountsOf(read(finalAccounts(SUMMARY('9.00'), text)), '201')).toEqual(['9.00']);
  });

  it('is an issue, not nothing', () => {
    const text = ['支出决算表', WAN, '科目编码 科目名称 总额 用途', '201 一般公共服务支出 9.00 5.00'].join('\n');
    expect(messages(read(finalAccounts(SUMMARY('9.00'), text)))).toEqual([
      'expected the columns of 支出决算表 below its title, got others: table refused',
    ]);
  });
});

describe('a table below a title that no statement has', () => {
  it('is not taken for one of another fund', () => {
    const rows = table('科目编码|科目名称|合计|基本支出|项目支出', ...ROWS);
    const own = read(finalAccounts(SUMMARY('9.00'), ['政府采购支出表', WAN, rows].join('\n\n')));
    expect(own.statements.map(({ statement }) => statement)).toEqual(['REVENUE_EXPENDITURE_SUMMARY']);
    expect(own.issues.length).toBeGreaterThan(0);
  });
});
