import { describe, expect, it } from '@jest/globals';
import { WAN, figures, finalAccounts, general, messages, read, table } from './small-report.js';

const WHOLE = general('|合计|9.00|5.00|4.00', '201|一般公共服务支出|9.00|5.00|4.00');
const TITLE = '政府性基金预算财政拨款收入支出决算表';
/** 支出决算表 as running text below this title. */
const asText = (title: string): string =>
  [
    title,
    WAN,
    '项目 本年支出合计 基本支出 项目支出',
    '合计 9.00 5.00 4.00',
    '201 一般公共服务支出 9.00 5.00 4.00',
  ].join('\n');

describe('a table that is not there', () => {
  it('is missed below its title', () => {
    const lost = `expected a table below the title ${TITLE}, found none`;
    expect(messages(read(finalAccounts(WHOLE, TITLE, WAN)))).toEqual([lost]);
    expect(messages(read(finalAccounts(TITLE, '公开08表', WHOLE)))).toEqual([lost]);
    expect(read(finalAccounts(WHOLE, TITLE)).issues).toMatchObject([
      { statement: 'GOVERNMENT_FUND', source: { table: null, text: TITLE } },
    ]);
  });

  it('is missed below a title that stands in the only cell of a row', () => {
    const titled = ['支出决算表', WAN, table('|合计|9.00', `${TITLE}||`)].join('\n\n');
    expect(messages(read(finalAccounts(WHOLE, titled)))).toContain(
      `expected a table below the title ${TITLE}, found none`,
    );
  });

  it('is missed once, as the list of contents numbers it', () => {
    expect(messages(read(finalAccounts(`一、${TITLE}`, WHOLE, TITLE)))).toEqual([
      `expected 一、${TITLE} of the list of contents, found no such table`,
    ]);
  });

  it('is not missed where the text says that there is nothing to show', () => {
    expect(messages(read(finalAccounts(WHOLE, TITLE, WAN, '本部门没有政府性基金收支，故本表无数据。')))).toEqual([]);
  });

  it('is not missed where another page shows it, or the title is one of a budget', () => {
    expect(messages(read(finalAccounts('一般公共预算财政拨款支出决算表', '政府性基金预算支出表', WHOLE)))).toEqual([]);
  });
});

describe('rows that stand below no title', () => {
  const refused = (amounts: number): string =>
    `expected a table with a known title or known heads, got one with ${amounts} amounts: table refused`;

  it('are said to be refused where only blanks part their cells', () => {
    const report = read(finalAccounts(WHOLE, asText('支口决算表'), general('20103|政府办公厅|9.00|5.00|4.00')));
    expect(messages(report)).toEqual([refused(6)]);
    expect(figures(report)).toHaveLength(9);
  });

  it('are said to be refused with a cell a line', () => {
    const cells = ['口口表', '合计', '9.00', '5.00', '4.00'].join('\n');
    expect(messages(read(finalAccounts(WHOLE, cells, general('20103|政府办公厅|9.00|5.00|4.00'))))).toEqual([
      refused(3),
    ]);
  });

  it('are no sentences, and none of the text that follows the tables', () => {
    const text = '本年支出 9.00 万元，其中基本支出 5.00 万元，项目支出 4.00 万元。';
    const other = `第三部分 情况说明\n\n${asText('口口口')}`;
    expect(messages(read(finalAccounts(WHOLE, text, general('20103|政府办公厅|9.00|5.00|4.00'), other)))).toEqual([]);
  });

  it('a page number between rows of running text is none of them', () => {
    const flat = asText('支出决算表')
      .replace('\n201', '\n- 21 -\n201')
      .replace('支出 项目支出', '支出 项目支出 上缴上级支出 经营支出 对附属单位补助支出');
    const rows = flat.replaceAll('4.00', '4.00 0.00 0.00 0.00');
    expect(messages(read(finalAccounts(rows, table())))).toEqual([]);
  });
});
