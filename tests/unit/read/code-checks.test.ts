import { describe, expect, it } from '@jest/globals';
import { findMissingParents } from '../../../src/read/code-checks.js';
import { WAN, finalAccounts, general, messages, read, table } from './small-report.js';

const missing = (...codes: string[]): string[] =>
  findMissingParents(codes.map((code) => ({ code }))).map(([parent, { code }]) => `${parent} of ${code}`);

describe('a row of 类 or 款', () => {
  const TREE = ['201', '20103', '2010301', '20104', '2010401', '208', '20805', '2080505'];

  it('is missed above its 款 or 项 where the table prints the others', () => {
    expect(missing(...TREE)).toEqual([]);
    expect(missing(...TREE.filter((code) => code !== '20104'))).toEqual(['20104 of 2010401']);
    expect(missing(...TREE.filter((code) => code !== '208'))).toEqual(['208 of 20805']);
  });

  it('is not missed where a publisher leaves such rows out', () => {
    expect(missing('2010301', '2080505', '2210201')).toEqual([]);
    expect(missing('201', '2010301', '208', '2080505', '221', '2210201')).toEqual([]);
  });

  it('is missed with an issue', () => {
    const report = read(
      finalAccounts(
        general(
          '|合计|9.00|5.00|4.00',
          ...['20103|政府办公厅', '2010301|行政运行', '208|社会保障', '20805|养老', '2080505|缴费', '221|住房保障'].map(
            (row) => `${row}|3.00|2.00|1.00`,
          ),
          '22102|住房改革|3.00|2.00|1.00',
        ),
      ),
    );
    expect(messages(report)).toEqual(['expected a row of 201 above 20103 “政府办公厅”, found none']);
  });
});

describe('a name under its 款', () => {
  const heads = '科目编码|科目名称|本年支出合计|基本支出|项目支出';
  const rows = (code: string): string[] => ['|合计|3.00|2.00|1.00', `${code}|行政运行|3.00|2.00|1.00`];
  const expenditure = (code: string): string =>
    [
      '支出决算表',
      WAN,
      table(`${heads}|上缴上级支出|经营支出|对附属单位补助支出`, ...rows(code).map((row) => `${row}|||`)),
    ].join('\n\n');
  const revenue = (code: string): string =>
    [
      '收入决算表',
      WAN,
      table(
        '科目编码|科目名称|本年收入合计|财政拨款收入|上级补助收入|事业收入|经营收入|附属单位上缴收入|其他收入',
        ...['|合计', `${code}|行政运行`].map((row) => `${row}|3.00|3.00|||||`),
      ),
    ].join('\n\n');

  it('with another code than in the other tables is said', () => {
    expect(
      messages(read(finalAccounts(revenue('2010301'), expenditure('2010301'), general(...rows('2010308'))))),
    ).toEqual(['expected the code 2010301 of “行政运行” as in other tables, got 2010308: read as printed']);
  });

  it('with one code in all tables, or two of which none can be told the usual, is not', () => {
    expect(
      messages(read(finalAccounts(revenue('2010301'), expenditure('2010301'), general(...rows('2010301'))))),
    ).toEqual([]);
    expect(messages(read(finalAccounts(revenue('2010301'), general(...rows('2010308')))))).toEqual([]);
  });
});
