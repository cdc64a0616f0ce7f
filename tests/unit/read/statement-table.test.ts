import { describe, expect, it } from '@jest/globals';
import {
  WAN,
  amountsOf,
  budget,
  byUnit,
  figures,
  finalAccounts,
  general,
  messages,
  read,
  table,
  threeExpenses,
} from './small-report.js';
import type { Report } from '../../../src/domain/report.js';

const NOTE = '注：预算数为年初预算数。';
const Z = '0.00|0.00|0.00|0.00';
const revenue = (...rows: string[]): string =>
  table(
    '项目||本年收入合计|财政拨款收入|上级补助收入|事业收入|经营收入|附属单位上缴收入|其他收入',
    '编码|科目名称|||||||',
    '栏次||1|2|3|4|5|6|7',
    ...rows,
  );
const statements = ({ statements: own }: Report): string[] => own.map(({ statement }) => statement);
const generalRows = table(
  '项目||本年支出合计|基本支出|项目支出',
  '编码|科目名称|||',
  '栏次||1|2|3',
  '|合计|9.00|5.00|4.00',
  '201|一般公共服务支出|9.00|5.00|4.00',
);
/** Either read as the statement that it is, or not at all and reported. */
const neverAnother = (report: Report, statement: string): void => {
  expect(statements(report).filter((own) => own !== 'REVENUE' && own !== statement)).toEqual([]);
  expect(statements(report).includes(statement as never) || report.issues.length > 0).toBe(true);
};

describe('a statement', () => {
  it('is known by its title', () => {
    const report = read(finalAccounts(general('|合计|9.00|5.00|4.00')));
    expect(report.statements).toEqual([
      {
        statement: 'GENERAL_PUBLIC_EXPENDITURE',
        title: '一般公共预算财政拨款支出决算表',
        recognisedBy: 'TITLE',
        unit: 'WAN_YUAN',
        unitBasis: 'STATED',
        confidence: 'HIGH',
        rowsSeen: 1,
        rowsRead: 1,
      },
    ]);
  });

  it('is known by its heads where the title is lost', () => {
    const report = read(
      finalAccounts(
        WAN,
        revenue('|合计|1.00|1.00|0.00|0.00|0.00|0.00|0.00', '201|一般公共服务支出|1.00|1.00|0.00|0.00|0.00|0.00|0.00'),
      ),
    );
    expect(report.statements).toMatchObject([{ statement: 'REVENUE', title: null, recognisedBy: 'COLUMN_HEADS' }]);
    expect(amountsOf(report, '201')).toHaveLength(7);
  });

  it('takes its title from the list of contents where the page lost it', () => {
    const report = read(
      finalAccounts(
        '目录',
        '二、收入决算表',
        '第二部分 部门决算表',
        WAN,
        revenue('|合计|1.00|1.00|0.00|0.00|0.00|0.00|0.00', '201|一般|1.00|1.00|0.00|0.00|0.00|0.00|0.00'),
      ),
    );
    expect(report.lineItems[0]?.source.table).toBe('二、收入决算表');
  });

  it('is refused, and reported, where a table of its title has other columns', () => {
    const other = ['收入决算表', WAN, table('项目|今年|去年', '甲|1.00|2.00')].join('\n\n');
    const report = read(finalAccounts(general('|合计|9.00|5.00|4.00'), other));
    expect(statements(report)).toEqual(['GENERAL_PUBLIC_EXPENDITURE']);
    expect(report.issues).toMatchObject([{ statement: 'REVENUE', message: expect.stringContaining('收入决算表') }]);
  });

  it('comes in the order of the list, whatever that of the document', () => {
    const report = read(
      finalAccounts(
        threeExpenses('1.00|0.00|1.00|0.00|1.00|0.00|1.00|0.00|1.00|0.00|1.00|0.00', NOTE),
        general('|合计|9.00|5.00|4.00'),
      ),
    );
    expect(statements(report)).toEqual(['GENERAL_PUBLIC_EXPENDITURE', 'THREE_OFFICIAL_EXPENSES']);
  });

  it('of which a table is no other: 合计 = 基本 + 项目 under 决算 heads alone is the general one, or refused', () => {
    expect(statements(read(finalAccounts(general('|合计|9.00|5.00|4.00'))))).toEqual(['GENERAL_PUBLIC_EXPENDITURE']);
  });

  it('without a title that fits several templates is not taken for the wrong one', () => {
    const report = read(
      finalAccounts(
        WAN,
        revenue('|合计|1.00|1.00|0.00|0.00|0.00|0.00|0.00', '201|一般|1.00|1.00|0.00|0.00|0.00|0.00|0.00'),
        '注：无。',
        generalRows,
      ),
    );
    neverAnother(report, 'GENERAL_PUBLIC_EXPENDITURE');
  });

  it('by unit without a title and without goals is not taken for basic expenditure', () => {
    const [, , rows] = byUnit(
      'BASIC',
      `合 计|20.00|20.00|20.00|${Z}`,
      `某市某局|20.00|20.00|20.00|${Z}`,
      `租赁经费|20.00|20.00|20.00|${Z}`,
    ).split('\n\n');
    const gp = [
      '一般公共预算支出情况表',
      WAN,
      table('科目编码|科目名称|小计|其中：基本支出|项目支出', '|合计|1.00|1.00|0.00'),
    ].join('\n\n');
    const report = read(budget(gp, '注：无。', rows as string));
    expect(report.lineItems.filter(({ label }) => label === '租赁经费').map(({ part }) => part)).not.toContain('BASIC');
  });

  it('ends with its part: a table of the narrative is none, and no page of the one before', () => {
    const narrative = table('科目编码|科目名称|合计', '206|科学技术支出|90.00');
    const report = read(
      finalAccounts(general('|合计|9.00|5.00|4.00'), '第三部分 部门决算情况说明', '上年的支出如下。', narrative),
    );
    expect(figures(report).filter((text) => text.includes('90.00'))).toEqual([]);
  });

  it('of the narrative with the heads of a statement is none', () => {
    const report = read(
      finalAccounts(general('|合计|9.00|5.00|4.00'), '第三部分 部门决算情况说明', '上年的支出如下。', generalRows),
    );
    expect(statements(report)).toEqual(['GENERAL_PUBLIC_EXPENDITURE']);
    expect(report.lineItems).toHaveLength(3);
  });

  it('whose rows a page number or a header interrupts goes on below it, or is reported', () => {
    const rows = ['|合计|9.00|5.00|4.00', '201|一般公共服务支出|9.00|5.00|4.00', '206|科学技术支出|0.00|0.00|0.00'];
    const whole = general(...rows);
    for (const between of ['12', '- 12 -', '某某市某某局2019年部门决算']) {
      const report = read(finalAccounts(whole.replace('\n206', `\n\n${between}\n\n206`)));
      expect(report.issues.length > 0 || amountsOf(report, '206').length === 3).toBe(true);
    }
  });

  it('whose pages have their columns in different orders is read by the heads of each', () => {
    const second = general('206|科学技术支出|30.00|20.00|10.00').replace('基本支出\t项目支出', '项目支出\t基本支出');
    const report = read(finalAccounts(general('|合计|9.00|5.00|4.00', '201|一般公共服务支出|9.00|5.00|4.00'), second));
    const basic = report.lineItems.filter(({ account, part }) => account.code === '206' && part === 'BASIC');
    expect(basic.map(({ amount }) => amount.fen)).toEqual([10_000_000n]);
  });

  it('that is printed again for another body is not added to the first in silence', () => {
    const first = general('|合计|9.00|5.00|4.00', '201|一般公共服务支出|9.00|5.00|4.00');
    const second = general(
      '|合计|2.00|1.00|1.00',
      '201|一般公共服务支出|1.00|1.00|0.00',
      '206|科学技术支出|1.00|0.00|1.00',
    ).replace(WAN, '部门：广州市从化区政务服务中心 单位：万元');
    const report = read(finalAccounts(first, second));
    expect(
      messages(report).some((text) => text.includes('206') || text.includes('科学技术支出') || text.includes('部门')),
    ).toBe(true);
  });

  it('without a title apart from the table whose heads it has is refused, and the table with the title is read', () => {
    const rows = ['|合计|9.00|5.00|4.00', '201|一般公共服务支出|9.00|5.00|4.00'];
    const other = [
      '支出决算表',
      WAN,
      table(
        '项目||本年支出合计|基本支出|项目支出|上缴上级支出|经营支出|对附属单位补助支出',
        '功能分类科目编码|科目名称||||||',
        '|合计|9.00|5.00|4.00|0.00|0.00|0.00',
        '201|一般公共服务支出|9.00|5.00|4.00|0.00|0.00|0.00',
      ),
    ].join('\n\n');
    const lost = general(...rows).replace('一般公共预算财政拨款支出决算表', '口口口口表');
    const between = threeExpenses('0.00|0.00|0.00|0.00|0.00|0.00|0.00|0.00|0.00|0.00|0.00|0.00', NOTE);
    const report = read(finalAccounts(general(...rows), other, between, lost));
    expect(report.lineItems.filter(({ statement }) => statement === 'GENERAL_PUBLIC_EXPENDITURE')).toHaveLength(6);
    expect(messages(report)).toContain(
      'expected a title above a table with the heads of another that has one, got none: table refused',
    );
  });

  it('on its side gives no figure of a line that has a cell less than the others, and says so', () => {
    const turned = (basic: string): string =>
      [
        '一般公共预算财政拨款支出决算表',
        WAN,
        table(
          '科目编码||201|20103|2010301',
          '科目名称|合计|一般公共服务支出|政府办公厅|行政运行',
          '本年支出合计|9.00|9.00|8.00|7.00',
          basic,
          '项目支出|4.00|4.00|3.00|2.00',
        ),
      ].join('\n\n');
    const basicOf = (report: Report): string[] => figures(report).filter((figure) => /\.BASIC /.test(figure));
    const whole = read(finalAccounts(turned('基本支出|5.00|5.00|5.00|5.00')));
    expect([basicOf(whole).length, whole.issues]).toEqual([4, []]);
    const damaged = read(finalAccounts(turned('基本支出|5.00|5.00|5.00')));
    expect(basicOf(damaged)).toEqual([]);
    expect(damaged.issues).not.toEqual([]);
  });
});
