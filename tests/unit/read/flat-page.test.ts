import { describe, expect, it } from '@jest/globals';
import { WAN, BODY, amountsOf, figures, finalAccounts, generalAsText, read } from './small-report.js';
import type { Report } from '../../../src/domain/report.js';

const HEADS = '本年支出合计 基本支出 项目支出 功能分类';
const sides = (...rows: string[]): string =>
  [
    '收入支出决算总表',
    `部门： ${BODY} ${WAN}`,
    '收入 支出',
    '项    目 行次 决算数 项    目 行次 决算数',
    '栏    次   1 栏    次   2',
    ...rows,
  ].join('\n\n');
const basic = (...rows: string[]): string =>
  [
    '一般公共预算财政拨款基本支出决算表',
    WAN,
    '人员经费 公用经费',
    '科目编码 科目名称 金额 科目编码 科目名称 金额',
    ...rows,
  ].join('\n\n');
const nonTax = (...rows: string[]): string =>
  [
    '非税收入征缴情况表',
    WAN,
    '科目名称 合计 纳入预算管理已缴国库小计 纳入财政专户管理已缴财政专户小计',
    '栏次 1 2 3',
    ...rows,
  ].join('\n\n');
/** Read as printed, or not at all and reported. */
const rightOrReported = (report: Report, row: string, amounts: readonly string[]): boolean => {
  const read = amountsOf(report, row);
  return JSON.stringify(read) === JSON.stringify(amounts) || (report.issues.length > 0 && read.length === 0);
};

describe('a table of which only the text is left', () => {
  it('is read by the heads of its template', () => {
    expect(
      figures(
        read(
          finalAccounts(generalAsText(HEADS, ' 合计 100.00 60.00 40.00', '201 一般公共服务支出 100.00 60.00 40.00')),
        ),
      ),
    ).toEqual([
      '合计 c1 GENERAL_PUBLIC.TOTAL 100.00',
      '合计 c2 GENERAL_PUBLIC.BASIC 60.00',
      '合计 c3 GENERAL_PUBLIC.PROJECT 40.00',
      '201 c1 GENERAL_PUBLIC.TOTAL 100.00',
      '201 c2 GENERAL_PUBLIC.BASIC 60.00',
      '201 c3 GENERAL_PUBLIC.PROJECT 40.00',
    ]);
  });

  it('joins names wrapped over lines, before, around and after the code', () => {
    const report = read(
      finalAccounts(
        generalAsText(HEADS, '2010399\n\n其他政府办公厅\n\n（室）及相关机构事\n\n务支出\n\n227.45 0.00 227.45', '208\n社会保障和就业支\n\n出\n61.09 61.09 0.00'),
      ),
    ); // prettier-ignore
    expect(report.lineItems.filter(({ column }) => column === 1).map(({ label }) => label)).toEqual([
      '其他政府办公厅（室）及相关机构事务支出',
      '社会保障和就业支出',
    ]);
    expect(amountsOf(report, '2010399')).toEqual(['227.45', '0.00', '227.45']);
  });

  it('parts the two sides by 行次, the left one maybe empty', () => {
    const report = read(
      finalAccounts(
        sides('一、财政拨款收入 1 90.00 一、一般公共服务支出 4 80.00', ' 2  二、外交支出 5 0.00', '本年收入合计 3 90.00 本年支出合计 6 80.00'),
      ),
    ); // prettier-ignore
    expect(figures(report)).toEqual([
      'REVENUE 一、财政拨款收入 c1 ALL.TOTAL 90.00',
      'EXPENDITURE 201 c1 ALL.TOTAL 80.00',
      'EXPENDITURE 202 c1 ALL.TOTAL 0.00',
      'REVENUE 本年收入合计 c1 ALL.TOTAL 90.00',
      'EXPENDITURE 本年支出合计 c1 ALL.TOTAL 80.00',
    ]);
  });

  it('parts the lanes by their codes, one of them maybe empty', () => {
    const report = read(
      finalAccounts(
        basic('301 工资福利支出 50.00 302 商品和服务支出 7.00', '30101 基本工资 50.00 30201 办公费 7.00', ' 310 资本性支出 1.00', ' 人员经费合计 50.00  公用经费合计 8.00'),
      ),
    ); // prettier-ignore
    expect(figures(report)).toEqual([
      'PERSONNEL 301 c1 GENERAL_PUBLIC.BASIC 50.00',
      'OPERATING 302 c1 GENERAL_PUBLIC.BASIC 7.00',
      'PERSONNEL 30101 c1 GENERAL_PUBLIC.BASIC 50.00',
      'OPERATING 30201 c1 GENERAL_PUBLIC.BASIC 7.00',
      'OPERATING 310 c1 GENERAL_PUBLIC.BASIC 1.00',
      'PERSONNEL 人员经费合计 c1 GENERAL_PUBLIC.BASIC 50.00',
      'OPERATING 公用经费合计 c1 GENERAL_PUBLIC.BASIC 8.00',
    ]);
  });

  it('without 栏次 begins with a row whose name is wrapped', () => {
    const text = generalAsText(HEADS, '2010302\n一般行政管理\n\n事务\n100.00 60.00 40.00').replace('栏次 1 2 3', '');
    expect(amountsOf(read(finalAccounts(text)), '2010302')).toEqual(['100.00', '60.00', '40.00']);
  });

  it('reads rows without codes', () => {
    const report = read(
      finalAccounts(nonTax('合计 0.24 0.24 0.00', '六、国有资源（资产）有偿使用收入 0.24 0.24 0.00')),
    );
    expect(amountsOf(report, '六、国有资源（资产）有偿使用收入')).toEqual(['0.24', '0.24', '0.00']);
  });

  it('is refused where its heads are not those of its title', () => {
    const text = generalAsText('本年支出合计 上缴上级支出 功能分类', ' 合计 100.00 60.00');
    const report = read(finalAccounts(text, nonTax('合计 0.24 0.24 0.00')));
    expect(report.statements.map(({ statement }) => statement)).toEqual(['NON_TAX_REVENUE']);
    expect(report.issues.map(({ statement }) => statement)).toEqual(['GENERAL_PUBLIC_EXPENDITURE']);
  });

  it.each(['51769.1 2', '51769.12元'])('with %s on the left of two sides keeps the sides', (cell) => {
    const report = read(
      finalAccounts(
        sides(
          '本年收入合计 1 11066.42 本年支出合计 4 51768.48',
          `年初结转和结余 2 ${cell} 年末结转和结余 5 11067.06`,
          '总计 3 62835.54 总计 6 62835.54',
        ),
      ),
    );
    const left = report.lineItems.filter(({ label, side }) => label === '年初结转和结余' && side === 'REVENUE');
    expect(left.map(({ amount }) => amount.fen).filter((fen) => fen !== 51_769_120_000n)).toEqual([]);
    expect(report.lineItems.filter(({ label }) => /\d/.test(label))).toEqual([]);
    expect(report.issues.length).toBeGreaterThan(0);
  });

  it('of lanes never takes a code for the amount that is not printed before it', () => {
    const report = read(
      finalAccounts(basic('301 工资福利支出 50.00 302 商品和服务支出 7.00', '30103 奖金  30203 咨询费 1.00')),
    );
    expect(amountsOf(report, '30103')).toEqual([]);
    expect(amountsOf(report, '30203')).toEqual(['1.00']);
  });

  it('with its heads in another order is read by them, or refused', () => {
    const report = read(
      finalAccounts(
        generalAsText('本年支出合计 项目支出 基本支出 功能分类', '201 一般公共服务支出 100.00 40.00 60.00'),
        nonTax('合计 0.24 0.24 0.00'),
      ),
    );
    const basicAmounts = report.lineItems.filter(({ part }) => part === 'BASIC').map(({ amount }) => amount.fen);
    expect(report.issues.length > 0 || basicAmounts.includes(60_000_000n)).toBe(true);
    expect(basicAmounts).not.toContain(40_000_000n);
  });

  it('with a column that the template does not know refuses the rows', () => {
    const report = read(
      finalAccounts(
        generalAsText(
          '本年支出合计 基本支出 经营支出 项目支出 功能分类',
          '201 一般公共服务支出 100.00 60.00 5.00 35.00',
        ),
        nonTax('合计 0.24 0.24 0.00'),
      ),
    );
    expect(report.lineItems.filter(({ part }) => part === 'PROJECT').map(({ amount }) => amount.fen)).not.toContain(
      5_000_000n,
    );
  });

  it('does not shift what stands beside an empty cell', () => {
    const report = read(
      finalAccounts(generalAsText(HEADS, '201 一般公共服务支出 40.00  40.00', '206 科学技术支出 60.00 60.00 0.00')),
    );
    expect(report.lineItems.filter(({ account, part }) => account.code === '201' && part === 'BASIC')).toEqual([]);
  });

  it.each(['1OO.00', '100.00·', '100,00', '1oo', '100. 00'])('does not shift what stands beside %s', (cell) => {
    const report = read(
      finalAccounts(
        generalAsText(HEADS, `201 一般公共服务支出 ${cell} 60.00 40.00`, '206 科学技术支出 10.00 10.00 0.00'),
      ),
    );
    const basicPart = report.lineItems.filter(({ account, part }) => account.code === '201' && part === 'BASIC');
    expect(basicPart.map(({ amount }) => amount.fen).filter((fen) => fen !== 60_000_000n)).toEqual([]);
    expect(report.issues.length > 0 || amountsOf(report, '201').length === 3).toBe(true);
  });

  it('with a number of a page between two rows of two sides keeps the sides', () => {
    const report = read(
      finalAccounts(
        sides(
          '一、财政拨款收入 1 90.00 一、一般公共服务支出 4 80.00',
          '12',
          '二、上级补助收入 2 3.00 二、外交支出 5 0.00',
        ),
      ),
    );
    expect(rightOrReported(report, '二、上级补助收入', ['3.00'])).toBe(true);
    expect(figures(report).filter((text) => text.startsWith('EXPENDITURE 二、上级'))).toEqual([]);
  });

  it('of two sides without 行次 is read right or refused', () => {
    const text = [
      '收入支出决算总表',
      WAN,
      '收入 支出',
      '项    目 决算数 项    目 决算数',
      '一、财政拨款收入 90.00 一、一般公共服务支出 80.00',
      '本年收入合计 90.00 本年支出合计 80.00',
    ].join('\n\n');
    const report = read(finalAccounts(text, nonTax('合计 0.24 0.24 0.00')));
    const summary = report.lineItems.filter(({ statement }) => statement === 'REVENUE_EXPENDITURE_SUMMARY');
    expect(summary.length === 4 || (summary.length === 0 && report.issues.length > 0)).toBe(true);
  });

  it('with whole numbers is read right or refused', () => {
    const report = read(finalAccounts(generalAsText(HEADS, '201 一般公共服务支出 100.5 60.5 40')));
    expect(rightOrReported(report, '201', ['100.50', '60.50', '40.00'])).toBe(true);
  });
});
