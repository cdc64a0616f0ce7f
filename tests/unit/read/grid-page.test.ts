import { describe, expect, it } from '@jest/globals';
import { formatFen } from '../../../src/domain/money.js';
import { partGrid } from '../../../src/read/grid.js';
import { printLine } from '../../../src/read/printed-line.js';
import {
  WAN,
  amountsOf,
  budget,
  figures,
  finalAccounts,
  general,
  generalUnder,
  messages,
  read,
  table,
  threeExpenses,
} from './small-report.js';

const TOTAL = [
  '合计 c1 GENERAL_PUBLIC.TOTAL 100.00',
  '合计 c2 GENERAL_PUBLIC.BASIC 60.00',
  '合计 c3 GENERAL_PUBLIC.PROJECT 40.00',
];
const HEADS = ['项目||本年支出合计|基本支出|项目支出', '功能分类科目编码|科目名称|||'];

describe('a table whose medium tells cells apart', () => {
  it('is read by its heads', () => {
    expect(figures(read(finalAccounts(general('|合计|100.00|60.00|40.00'))))).toEqual(TOTAL);
  });

  it('is read without 栏次', () => {
    expect(figures(read(finalAccounts(generalUnder(HEADS, '|合计|100.00|60.00|40.00'))))).toEqual(TOTAL);
  });

  it('takes 栏次 as the column, also in another order of heads', () => {
    const heads = ['项目||项目支出|本年支出合计|基本支出', '功能分类科目编码|科目名称|||', '栏次||1|2|3'];
    expect(figures(read(finalAccounts(generalUnder(heads, '|合计|40.00|100.00|60.00'))))).toEqual([
      '合计 c1 GENERAL_PUBLIC.PROJECT 40.00',
      '合计 c2 GENERAL_PUBLIC.TOTAL 100.00',
      '合计 c3 GENERAL_PUBLIC.BASIC 60.00',
    ]);
  });

  it('takes 栏次 of which two are run together for no amounts', () => {
    const row = '9.00||6.00||6.00|3.00|7.12||5.50||5.50|1.62';
    const own = read(finalAccounts(threeExpenses(row, '注：预算数为年初预算数。', '1|2|3|4|56||7|8|9|10|11|12')));
    expect(own.lineItems.map(({ amount }) => formatFen(amount.fen, 'WAN_YUAN'))).toEqual(
      row.split('|').filter(Boolean),
    );
  });

  it('does not shift what stands beside an empty cell', () => {
    const report = read(
      finalAccounts(
        general('|合计|100.00|60.00|40.00', '201|一般公共服务支出|40.00||40.00', '206|科学技术支出||60.00|'),
      ),
    );
    expect(figures(report).slice(3)).toEqual([
      '201 c1 GENERAL_PUBLIC.TOTAL 40.00',
      '201 c3 GENERAL_PUBLIC.PROJECT 40.00',
      '206 c2 GENERAL_PUBLIC.BASIC 60.00',
    ]);
  });

  it('does not shift where a whole column is empty', () => {
    const report = read(finalAccounts(general('|合计|40.00||40.00', '201|一般公共服务支出|40.00||40.00')));
    expect(amountsOf(report, '201')).toEqual(['40.00', '40.00']);
    expect(report.lineItems.map(({ part }) => part)).toEqual(['TOTAL', 'PROJECT', 'TOTAL', 'PROJECT']);
  });

  it('keeps a column whose cells are all damaged as refused cells', () => {
    const report = read(finalAccounts(general('|合计|100.00|6#.00|40.00', '201|一般公共服务支出|100.00|6#.00|40.00')));
    expect(amountsOf(report, '201')).toEqual(['100.00', '40.00']);
    expect(messages(report).filter((text) => text.includes('6#.00'))).toHaveLength(2);
  });

  it('numbers the columns of a table of two sides from 1 on each, whatever 栏次 says', () => {
    const report = read(
      finalAccounts(
        ['财政拨款收入支出决算总表', WAN, table(
          '收入|||支出||||', '项目|行次|金额|项目|行次|合计|一般公共预算财政拨款|政府性基金预算财政拨款', '栏次||1|栏次||2|3|4',
          '一、一般公共预算财政拨款|1|9.00|一、一般公共服务支出|3|9.00|8.00|1.00', '总计|2|9.00|总计|4|9.00|8.00|1.00',
        )].join('\n\n'),
      ),
    ); // prettier-ignore
    expect(figures(report).slice(0, 4)).toEqual([
      'REVENUE 一、一般公共预算财政拨款 c1 APPROPRIATION.TOTAL 9.00',
      'EXPENDITURE 201 c1 APPROPRIATION.TOTAL 9.00',
      'EXPENDITURE 201 c2 GENERAL_PUBLIC.TOTAL 8.00',
      'EXPENDITURE 201 c3 GOVERNMENT_FUND.TOTAL 1.00',
    ]);
  });

  it('reads two sides without 行次, and with an empty left side', () => {
    const report = read(
      budget(
        ['收支总体情况表', WAN, table('收入||支出|', '项目|预算|项目|预算', '一、预算拨款|9.00|一、一般公共服务支出|8.00',
          '||二、外交支出|1.00', '收入总计|9.00|支出总计|9.00')].join('\n\n'),
      ),
    ); // prettier-ignore
    expect(figures(report)).toEqual([
      'REVENUE 一、预算拨款 c1 ALL.TOTAL 9.00',
      'EXPENDITURE 201 c1 ALL.TOTAL 8.00',
      'EXPENDITURE 202 c1 ALL.TOTAL 1.00',
      'REVENUE 收入总计 c1 ALL.TOTAL 9.00',
      'EXPENDITURE 支出总计 c1 ALL.TOTAL 9.00',
    ]);
  });

  it('reads codes in brackets before the name, with blanks inside', () => {
    const report = read(
      budget(
        ['一般公共预算基本支出情况表（按经济分类科目）', WAN, table('部门预算支出经济科目|预算', '合 计|11.00', '[301]工资福利支出|10.00', '[302 26] 劳务费|1.00')].join('\n\n'),
      ),
    ); // prettier-ignore
    expect(figures(report)).toEqual([
      '合计 c1 GENERAL_PUBLIC.BASIC 11.00',
      '301 c1 GENERAL_PUBLIC.BASIC 10.00',
      '30226 c1 GENERAL_PUBLIC.BASIC 1.00',
    ]);
    expect(report.lineItems[2]?.label).toBe('劳务费');
  });

  it('reads codes in three columns, 类 款 项', () => {
    const heads = ['项目||||本年支出合计|基本支出|项目支出', '类|款|项|科目名称|||', '栏次||||1|2|3'];
    const rows = [
      '|||合计|9.00|9.00|0.00',
      '201|||一般公共服务支出|9.00|9.00|0.00',
      '201|03||政府办公厅|9.00|9.00|0.00',
      '201|03|01|行政运行|9.00|9.00|0.00',
    ];
    const report = read(finalAccounts(generalUnder(heads, ...rows)));
    expect(report.lineItems.filter(({ column }) => column === 1).map(({ account }) => account.code)).toEqual([
      null,
      '201',
      '20103',
      '2010301',
    ]);
    expect(report.lineItems).toHaveLength(12);
  });

  it('reads codes behind the names, where their head calls them so', () => {
    const heads = ['科目名称|科目编码|本年支出合计|基本支出|项目支出'];
    const rows = ['合计||900|900|', '一般公共服务支出|201|900|900|', '政府办公厅|20103|900|900|'];
    const report = read(finalAccounts(generalUnder(heads, ...rows).replace(WAN, '单位：元')));
    expect(figures(report)).toEqual([
      '合计 c1 GENERAL_PUBLIC.TOTAL 0.09',
      '合计 c2 GENERAL_PUBLIC.BASIC 0.09',
      '201 c1 GENERAL_PUBLIC.TOTAL 0.09',
      '201 c2 GENERAL_PUBLIC.BASIC 0.09',
      '20103 c1 GENERAL_PUBLIC.TOTAL 0.09',
      '20103 c2 GENERAL_PUBLIC.BASIC 0.09',
    ]);
    expect(messages(report)).toEqual([]);
  });

  it('may have more rows than a function takes arguments', () => {
    const line = printLine({ number: 1, text: '', cells: ['201', '9.00'] });
    expect(partGrid(Array.from({ length: 130_000 }, () => line)).width).toBe(2);
  });

  it.each(['上年数', '上年', '上年度决算数', '上年同期', '比上年增减', '占比（%）'])(
    'leaves a column of %s aside, and says so',
    (head) => {
      const heads = [`科目编码|科目名称|本年支出合计|${head}|基本支出|项目支出`];
      const report = read(finalAccounts(generalUnder(heads, '|合计|100.00|77.00|60.00|40.00')));
      expect(figures(report)).toEqual(TOTAL);
      expect(messages(report)).toEqual([expect.stringContaining(`holds no amounts of this report's year: not read`)]);
    },
  );

  it('reads codes in full-width digits, and with characters of no width', () => {
    const report = read(
      finalAccounts(
        general(
          '|合计|9.00|9.00|0.00',
          '２０１|一般公共服务支出|9.00|9.00|0.00',
          '\u200b206|科学技术支出|0.00|0.00|0.00',
        ),
      ),
    );
    expect(report.lineItems.filter(({ column }) => column === 1).map(({ account }) => account.code)).toEqual([
      null,
      '201',
      '206',
    ]);
    expect(report.lineItems).toHaveLength(9);
  });

  it.each(['2O1', '201-O3', '20l03'])(
    'never takes a row whose code it cannot read (%s) for one without a code',
    (code) => {
      const report = read(
        finalAccounts(
          general('|合计|9.00|9.00|0.00', `${code}|一般公共服务支出|9.00|9.00|0.00`, '206|科学技术支出|0.00|0.00|0.00'),
        ),
      );
      expect(report.issues.length > 0 || amountsOf(report, '201').length === 3).toBe(true);
    },
  );

  it.each(['栏次||1 2||3', '栏次||1|2|8', '栏次||1|1|3'])(
    'with a damaged 栏次 (%s) counts the columns by their place',
    (numbers) => {
      const report = read(finalAccounts(generalUnder([...HEADS, numbers], '|合计|100.00|60.00|40.00')));
      expect(figures(report)).toEqual(TOTAL);
    },
  );

  it('never reads a damaged 栏次 as a row of figures', () => {
    const report = read(finalAccounts(generalUnder([...HEADS, '档次||1|2|3'], '|合计|100.00|60.00|40.00')));
    expect(figures(report)).toEqual(TOTAL);
  });

  it('of one money column reports a first row that it cannot read', () => {
    const rows = table('部门预算支出经济科目|预算', '合 计|1, 163.7l', '[301]工资福利支出|100.00');
    const report = read(budget(['一般公共预算基本支出情况表', WAN, rows].join('\n\n')));
    expect(amountsOf(report, '301')).toEqual(['100.00']);
    expect(messages(report).join()).toContain('1, 163.7l');
  });

  it('in 元 may print whole numbers', () => {
    const rows = table(
      '部门预算支出经济科目|预算',
      '合 计|30000',
      '[301]工资福利支出|20000',
      '[302]商品和服务支出|10000',
    );
    const report = read(budget(['一般公共预算基本支出情况表', '单位：元', rows].join('\n\n')));
    expect(figures(report)).toEqual([
      '合计 c1 GENERAL_PUBLIC.BASIC 3.00',
      '301 c1 GENERAL_PUBLIC.BASIC 2.00',
      '302 c1 GENERAL_PUBLIC.BASIC 1.00',
    ]);
  });

  it.each(['0.8O', '0,89', '0.89·', '0.89元'])('never drops a column in which only %s stands on a page', (cell) => {
    const page = (...rows: string[]): string => generalUnder(HEADS, ...rows);
    const report = read(
      finalAccounts(page('|合计|1.43|0.54|0.89'), page(`2010102|一般行政管理事务|1.43|0.54|${cell}`)),
    );
    expect(amountsOf(report, '2010102')).toEqual(['1.43', '0.54']);
    expect(messages(report).join()).toContain(cell);
  });

  it('never takes a column of amounts for names because 元 stands behind some of them', () => {
    const report = read(finalAccounts(general('|合计|9.00|5.00元|4.00', '201|一般公共服务支出|9.00|5.00|4.00')));
    expect(amountsOf(report, '201')).toEqual(['9.00', '5.00', '4.00']);
    expect(messages(report).join()).toContain('5.00元');
  });
});
