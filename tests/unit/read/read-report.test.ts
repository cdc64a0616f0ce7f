import { describe, expect, it } from '@jest/globals';
import { AppError } from '../../../src/domain/app-error.js';
import { figures, finalAccounts, general, read, table } from './small-report.js';

const TEXT = finalAccounts(general('|合计|9.00|5.00|4.00', '201|一般公共服务支出|9.00|5.00|4.00'));
const codeOf = (text: string): string | null => {
  try {
    read(text);
    return null;
  } catch (error) {
    return error instanceof AppError ? error.code : String(error);
  }
};

describe('a report', () => {
  it('names its body, place, year and kind', () => {
    expect(read(TEXT)).toMatchObject({
      kind: 'FINAL_ACCOUNTS',
      department: '广州市从化区政务服务数据管理局',
      district: '440117',
      year: 2019,
      unitScope: 'DEPARTMENT',
      placeInDocument: 0,
      issues: [],
    });
    expect(read(TEXT).sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each([
    ['a byte order mark', `\ufeff${TEXT}`],
    ['carriage returns', TEXT.replaceAll('\n', '\r\n')],
    ['bare carriage returns', TEXT.replaceAll('\n', '\r')],
    ['empty cells behind', TEXT.replace(/^(\t?\d|\t合计).*$/gm, '$&\t\t')],
    ['emphasis', TEXT.replace('合计\t9.00', '**合计**\t<b>9.00</b>')],
    ['blanks in the cells', TEXT.replaceAll('\t', ' \t\u00a0')],
    ['form feeds', `\f${TEXT.replace('一般公共预算财政拨款支出决算表', '\f一般公共预算财政拨款支出决算表')}`],
  ])('is the same with %s', (_, text) => expect(figures(read(text))).toEqual(figures(read(TEXT))));

  it('takes no figure from a sentence', () => {
    const text = `${TEXT}\n\n第三部分 部门决算情况说明\n\n本年收入合计 9.00 万元，本年支出合计 9.00 万元，其中基本支出 5.00 万元。`;
    expect(figures(read(text))).toEqual(figures(read(TEXT)));
  });

  it('reports what it could not read, in the order of the document', () => {
    const { issues } = read(finalAccounts(general('|合计|9.0O|5.00|4.00', '201|一般公共服务支出|9.00|5.O0|4.00')));
    expect(issues.map(({ source }) => source.line)).toEqual([12, 13]);
    expect(issues[0]).toMatchObject({
      statement: 'GENERAL_PUBLIC_EXPENDITURE',
      source: { text: '\t合计\t9.0O\t5.00\t4.00' },
    });
  });

  it('is refused with the reason where the document is none', () => {
    expect(codeOf('')).toBe('NOT_A_REPORT');
    expect(codeOf('春江花月夜\n\n2022年')).toBe('NOT_A_REPORT');
    expect(codeOf('广州市财政局2022年部门决算\n\n没有表。')).toBe('NOT_A_REPORT');
    expect(codeOf(TEXT.replace('单位：万元', ''))).toBe('UNREADABLE_DOCUMENT');
  });

  it('is the same, however many rows of other tables follow', () => {
    const junk = Array.from({ length: 20_000 }, (_, at) => table(`甲|${at}|${'垃'.repeat(20)}`)).join('\n\n');
    expect(figures(read(`${TEXT}\n\n第三部分 说明\n\n${junk}`))).toEqual(figures(read(TEXT)));
  });
});
