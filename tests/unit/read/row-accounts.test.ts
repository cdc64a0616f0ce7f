import { describe, expect, it } from '@jest/globals';
import { WAN, budget, byUnit, finalAccounts, general, messages, read, table } from './small-report.js';
import type { LineItem } from '../../../src/domain/report.js';

const Z = '0.00|0.00|0.00|0.00';
const summary = (...rows: string[]): string =>
  [
    '收入支出决算总表',
    WAN,
    table('收入|||支出||', '项目|行次|决算数|项目|行次|决算数', '栏次||1|栏次||2', ...rows),
  ].join('\n\n');
const appropriation = (...rows: string[]): string =>
  [
    '财政拨款收入支出决算总表',
    WAN,
    table('收入|||支出|||', '项目|行次|金额|项目|行次|合计|一般公共预算财政拨款', ...rows),
  ].join('\n\n');
const accounts = (items: readonly LineItem[]): string[] =>
  items
    .filter(({ column }) => column === 1)
    .map(({ account, leaf }) => `${account.classification} ${account.key}${leaf ? ' leaf' : ''}`);

describe('the account of a row with a code', () => {
  it('has the level of its digits, the code above it and the edition of its year', () => {
    const [category, group, item] = read(
      finalAccounts(
        general(
          '201|一般公共服务支出|1.00|1.00|0.00',
          '20103|政府办公厅（室）及相关机构事务|1.00|1.00|0.00',
          '2010301|行政运行|1.00|1.00|0.00',
        ),
      ),
    ).lineItems.filter(({ column }) => column === 1);
    expect([category, group, item].map((own) => [own?.account.level, own?.account.parentKey, own?.leaf])).toEqual([
      ['CATEGORY', null, false],
      ['GROUP', '201', false],
      ['ITEM', '20103', true],
    ]);
    expect(item?.account).toMatchObject({
      classification: 'FUNCTIONAL',
      code: '2010301',
      name: '行政运行',
      edition: 2007,
    });
  });

  it('is none where the code is of no expenditure by function', () => {
    const report = read(finalAccounts(general('201|一般公共服务支出|1.00|1.00|0.00', '701|教育支出|2.00|2.00|0.00')));
    expect(report.lineItems.map(({ account }) => account.code)).toEqual(['201', '201', '201']);
    expect(messages(report)).toEqual([
      'expected a code of the functional classification before “教育支出”, got 701: row refused',
    ]);
  });

  it('is a leaf where no longer code begins with it, wherever that stands', () => {
    expect(
      accounts(
        read(
          finalAccounts(
            general('|合计|1.00|1.00|0.00', '206|科学技术支出|1.00|1.00|0.00', '201|一般公共服务支出|0.00|0.00|0.00'),
          ),
        ).lineItems,
      ),
    ).toEqual(['BALANCE GENERAL_PUBLIC_EXPENDITURE/合计', 'FUNCTIONAL 206 leaf', 'FUNCTIONAL 201 leaf']);
  });
});

describe('the account of a row of a summary', () => {
  it('is the 类 that its name means, numbering and spelling set aside', () => {
    const rows = [
      '||',
      '一、一般公共服务支出|1|1.00',
      '七、文化旅游体育与传媒支出|2|1.00',
      '七、文化体育与传媒支出|3|1.00',
      '十、资源勘探信息等支出|4|1.00',
      '二十二、其他支出|5|1.00',
    ];
    const { lineItems } = read(
      finalAccounts(summary(...rows.slice(1).map((row) => `|9||${row}`), '总计|9|1.00|总计|10|1.00')),
    );
    expect(accounts(lineItems)).toEqual([
      'FUNCTIONAL 201 leaf',
      'FUNCTIONAL 207 leaf',
      'FUNCTIONAL 207 leaf',
      'FUNCTIONAL 215 leaf',
      'FUNCTIONAL 229 leaf',
      'BALANCE REVENUE_EXPENDITURE_SUMMARY/REVENUE/总计',
      'BALANCE REVENUE_EXPENDITURE_SUMMARY/EXPENDITURE/总计',
    ]);
  });

  it('is REVENUE for the numbered lines of the revenue side, BALANCE for the rest', () => {
    const rows = [
      '一、财政拨款收入|1|9.00',
      '六、其他收入|2|0.00',
      '本年收入合计|3|9.00',
      '用事业基金弥补收支差额|4|0.00',
      '年初结转和结余|5|1.00',
      '总计|6|10.00',
    ];
    expect(accounts(read(finalAccounts(summary(...rows.map((row) => `${row}||7|`)))).lineItems)).toEqual([
      'REVENUE REVENUE_EXPENDITURE_SUMMARY/REVENUE/财政拨款收入 leaf',
      'REVENUE REVENUE_EXPENDITURE_SUMMARY/REVENUE/其他收入 leaf',
      'BALANCE REVENUE_EXPENDITURE_SUMMARY/REVENUE/本年收入合计',
      'BALANCE REVENUE_EXPENDITURE_SUMMARY/REVENUE/用事业基金弥补收支差额 leaf',
      'BALANCE REVENUE_EXPENDITURE_SUMMARY/REVENUE/年初结转和结余 leaf',
      'BALANCE REVENUE_EXPENDITURE_SUMMARY/REVENUE/总计',
    ]);
  });

  it('is one for 用事业基金弥补收支差额 and 使用非财政拨款结余, and for 总计 and 收入总计', () => {
    const key = (row: string): string | undefined =>
      read(finalAccounts(summary(`${row}|1|0.00||2|`))).lineItems[0]?.account.key;
    expect(key('使用非财政拨款结余')).toBe(key('用事业基金弥补收支差额'));
    expect(key('收入总计')).toBe(key('总计'));
  });

  it('keeps the funds under 年初 apart from the revenue lines of the same words', () => {
    const { lineItems } = read(
      finalAccounts(appropriation('一、一般公共预算财政拨款|1|9.00||5||', '本年收入合计|2|9.00||6||', '年初财政拨款结转和结余|3|1.00||7||', '一般公共预算财政拨款|4|1.00||8||', '总计|4|10.00|总计|9|10.00|10.00')),
    ); // prettier-ignore
    expect(accounts(lineItems).slice(0, 5)).toEqual([
      'REVENUE APPROPRIATION_SUMMARY/REVENUE/一般公共预算财政拨款 leaf',
      'BALANCE APPROPRIATION_SUMMARY/REVENUE/本年收入合计',
      'BALANCE APPROPRIATION_SUMMARY/REVENUE/年初财政拨款结转和结余',
      'BALANCE APPROPRIATION_SUMMARY/REVENUE/年初财政拨款结转和结余/一般公共预算财政拨款 leaf',
      'BALANCE APPROPRIATION_SUMMARY/REVENUE/总计',
    ]);
  });

  it('keeps them apart where they are numbered as well', () => {
    const { lineItems } = read(
      finalAccounts(appropriation('一、一般公共预算财政拨款|1|9.00||5||', '本年收入合计|2|9.00||6||', '年初财政拨款结转和结余|3|1.00||7||', '一、一般公共预算财政拨款|4|1.00||8||', '总计|4|10.00|总计|9|10.00|10.00')),
    ); // prettier-ignore
    expect(accounts(lineItems)[3]).toBe(
      'BALANCE APPROPRIATION_SUMMARY/REVENUE/年初财政拨款结转和结余/一般公共预算财政拨款 leaf',
    );
  });

  it('is reported where the name of a numbered expenditure line is no 类', () => {
    const report = read(finalAccounts(summary('|1||一、一般公共服努支岀|2|1.00')));
    expect(messages(report).join()).toContain('一般公共服努支岀');
    expect(report.lineItems[0]?.account.code).toBeNull();
  });

  it('of a budget is BALANCE for the three lines after the 类 and for 六, REVENUE for 四 and 五', () => {
    const rows = [
      '本年收入合计|1.00|本年支出合计|1.00',
      '四、上级补助收入|0.00|二十四、对附属单位补助支出|0.00',
      '五、附属单位上缴收入|0.00|二十五、上缴上级支出|0.00',
      '六、用事业基金弥补收支差额|0.00|二十六、结转下年|0.00',
      '收入总计|1.00|支出总计|1.00',
    ];
    const { lineItems } = read(
      budget(['收支总体情况表', WAN, table('收入||支出|', '项目|预算|项目|预算', ...rows)].join('\n\n')),
    );
    expect(lineItems.map(({ account }) => account.classification)).toEqual([
      'BALANCE', 'BALANCE', 'REVENUE', 'BALANCE', 'REVENUE', 'BALANCE', 'BALANCE', 'BALANCE', 'BALANCE', 'BALANCE',
    ]); // prettier-ignore
  });
});

describe('the account of a row by unit', () => {
  it('is 合计 for a unit, the economic 类 by its name below it, that of all units with 合计 behind it', () => {
    const row = (name: string): string => `${name}|5.00|5.00|5.00|${Z}`;
    const { lineItems } = read(
      budget(
        byUnit(
          'BASIC',
          row('合 计'),
          row('工资福利支出合 计'),
          row('某市某局本级'),
          row('工资福利支出'),
          row('某市某中心'),
          row('商品和服务 支出'),
        ),
      ),
    );
    expect(lineItems.filter(({ column }) => column === 1).map(({ account, unitName, leaf }) => [account.classification, account.key, unitName, leaf])).toEqual([
      ['BALANCE', 'BASIC_EXPENDITURE_BY_UNIT/合计', null, false],
      ['ECONOMIC', '301', null, false],
      ['BALANCE', 'BASIC_EXPENDITURE_BY_UNIT/合计', '某市某局本级', false],
      ['ECONOMIC', '301', '某市某局本级', true],
      ['BALANCE', 'BASIC_EXPENDITURE_BY_UNIT/合计', '某市某中心', false],
      ['ECONOMIC', '302', '某市某中心', true],
    ]); // prettier-ignore
  });

  it('is 项目 for every project, told apart by label and unit', () => {
    const row = (name: string, goal = ''): string => `${name}|5.00|5.00|5.00|${Z}|${goal}`;
    const { lineItems } = read(
      budget(
        byUnit(
          'PROJECT',
          row('合 计'),
          row('某市某局本级'),
          row('租赁经费', '目标。'),
          row('某市某中心'),
          row('租赁经费', '目标。'),
        ),
      ),
    );
    expect(lineItems.filter(({ column, leaf }) => column === 1 && leaf).map(({ account, label, unitName }) => [account.key, label, unitName])).toEqual([
      ['PROJECT_EXPENDITURE_BY_UNIT/项目', '租赁经费', '某市某局本级'],
      ['PROJECT_EXPENDITURE_BY_UNIT/项目', '租赁经费', '某市某中心'],
    ]); // prettier-ignore
  });

  it('of a project without a goal whose name ends like a body’s is no unit in silence', () => {
    const row = (name: string, goal = ''): string => `${name}|5.00|5.00|5.00|${Z}|${goal}`;
    const report = read(
      budget(byUnit('PROJECT', row('合 计'), row('某市某局本级'), row('数据中心'), row('工作经费', '目标。'))),
    );
    const unit = report.lineItems.find(({ label }) => label === '工作经费')?.unitName;
    expect(unit === '某市某局本级' || report.issues.length > 0).toBe(true);
  });
});

describe('the accounts of a budget’s 三公 table', () => {
  it('are told by the row labels, numbering and 其中 set aside', () => {
    const rows = [
      '行政经费|9.00',
      '“三公”经费|6.00',
      '其中：（一）因公出国（境）支出|1.00',
      '（二）公务用车购置及运行维护支出|3.00',
      '1. 公务用车购置|1.00',
      '2. 公务用车运行维护费|2.00',
      '（三）公务接待费支出|2.00',
    ];
    const { lineItems } = read(
      budget(['财政拨款安排的行政经费及“三公”经费预算表', WAN, table('项目|合计|一般公共预算|政府性基金预算|国有资本经营预算', ...rows.map((row) => `${row}|0.00|0.00|0.00`))].join('\n\n')),
    ); // prettier-ignore
    expect(accounts(lineItems)).toEqual([
      'BALANCE THREE_OFFICIAL_EXPENSES/行政经费 leaf',
      'BALANCE THREE_OFFICIAL_EXPENSES/三公经费',
      'BALANCE THREE_OFFICIAL_EXPENSES/因公出国(境)费 leaf',
      'BALANCE THREE_OFFICIAL_EXPENSES/公务用车购置及运行费',
      'BALANCE THREE_OFFICIAL_EXPENSES/公务用车购置费 leaf',
      'BALANCE THREE_OFFICIAL_EXPENSES/公务用车运行费 leaf',
      'BALANCE THREE_OFFICIAL_EXPENSES/公务接待费 leaf',
    ]);
  });
});
