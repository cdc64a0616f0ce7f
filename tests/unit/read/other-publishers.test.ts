import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { formatFen } from '../../../src/domain/money.js';
import type { Report } from '../../../src/domain/report.js';
import { messages, read } from './small-report.js';

const FOLDER = new URL('../../fixtures/documents/', import.meta.url);
const report = (name: string): Report => read(readFileSync(new URL(`${name}.txt`, FOLDER), 'utf8'));

/** Amounts of the rows of a statement with this code or label, each with its fund and part. */
const amounts = ({ lineItems }: Report, statement: string, row: string): string[] =>
  lineItems
    .filter((item) => item.statement === statement && (item.account.code === row || item.label === row))
    .map(({ fund, part, amount }) => `${fund}.${part} ${formatFen(amount.fen, 'WAN_YUAN')}`);

describe('final accounts in the national template', () => {
  const own = report('national-final-accounts');

  it('have their nine statements, empty ones too, and nothing refused', () => {
    expect(own.statements.map(({ statement, rowsRead, rowsSeen }) => `${statement} ${rowsRead}/${rowsSeen}`)).toEqual([
      ...['REVENUE_EXPENDITURE_SUMMARY 24/24', 'REVENUE 7/7', 'EXPENDITURE 7/7', 'APPROPRIATION_SUMMARY 16/16'],
      ...['GENERAL_PUBLIC_EXPENDITURE 7/7', 'GENERAL_PUBLIC_BASIC_EXPENDITURE 14/14', 'THREE_OFFICIAL_EXPENSES 1/1'],
      ...['GOVERNMENT_FUND 1/1', 'STATE_CAPITAL 1/1'],
    ]);
    expect(messages(own)).toEqual([]);
    expect([own.kind, own.year, own.department]).toEqual(['FINAL_ACCOUNTS', 2022, '武汉市江岸区示范管理局']);
  });

  it('put 公用经费 together from its two blocks, its total too', () => {
    expect(amounts(own, 'GENERAL_PUBLIC_BASIC_EXPENDITURE', '310')).toEqual(['GENERAL_PUBLIC.BASIC 50.00']);
    expect(amounts(own, 'GENERAL_PUBLIC_BASIC_EXPENDITURE', '公用经费合计')).toEqual(['GENERAL_PUBLIC.BASIC 150.50']);
  });

  it('leave empty cells out and take the revised budget from the note', () => {
    expect(amounts(own, 'REVENUE', '2010301')).toEqual(['ALL.TOTAL 850.25', 'APPROPRIATION.TOTAL 800.25', 'SERVICE.TOTAL 50.00']);
    const three = own.lineItems.filter(({ statement }) => statement === 'THREE_OFFICIAL_EXPENSES');
    expect(three.map(({ column, stage }) => `${column} ${stage}`)).toEqual([
      ...['1', '3', '5', '6'].map((column) => `${column} REVISED_BUDGET`),
      ...['7', '9', '11', '12'].map((column) => `${column} OUTTURN`),
    ]);
  });
}); // prettier-ignore

describe('a budget as a province lays it out', () => {
  const own = report('provincial-budget');

  it('has its statements, and says what holds no amount of the year or fits no column', () => {
    expect(own.statements.map(({ statement }) => statement)).toEqual([
      ...['REVENUE_EXPENDITURE_SUMMARY', 'REVENUE', 'EXPENDITURE', 'APPROPRIATION_SUMMARY'],
      ...['GENERAL_PUBLIC_EXPENDITURE', 'GENERAL_PUBLIC_BASIC_EXPENDITURE', 'THREE_OFFICIAL_EXPENSES', 'GOVERNMENT_FUND'],
    ]);
    expect(messages(own)).toEqual([
      'expected an account code before “统计局机关”, got none: row refused',
      'column “2021年执行数” holds no amounts of this report\'s year: not read',
      'column “2022年预算数比2021年执行数增减%” holds no amounts of this report\'s year: not read',
      'column 2 has a head that fits no known column, “本年一般公共预算基本支出 人员经费”: read without fund and part',
      'column 3 has a head that fits no known column, “本年一般公共预算基本支出 公用经费”: read without fund and part',
    ]);
  });

  it('joins 类, 款 and 项, leaves the codes of units and last year aside', () => {
    expect(amounts(own, 'EXPENDITURE', '2010501')).toEqual(['ALL.TOTAL 1010.00', 'ALL.BASIC 910.00', 'ALL.PROJECT 100.00']);
    expect(amounts(own, 'REVENUE', '2010501')).toEqual(['ALL.TOTAL 1010.00', 'ALL.OPENING 10.00', 'GENERAL_PUBLIC.TOTAL 1000.00']);
    expect(amounts(own, 'GENERAL_PUBLIC_EXPENDITURE', '20105')).toEqual([
      'GENERAL_PUBLIC.TOTAL 1000.00', 'GENERAL_PUBLIC.BASIC 900.00', 'GENERAL_PUBLIC.PROJECT 100.00',
    ]);
  });

  it('has the funds beside the total, and 三公 of one row', () => {
    expect(amounts(own, 'APPROPRIATION_SUMMARY', '208')).toEqual(['APPROPRIATION.TOTAL 134.56', 'GENERAL_PUBLIC.TOTAL 134.56']);
    expect(amounts(own, 'THREE_OFFICIAL_EXPENSES', '公务接待费')).toEqual(['GENERAL_PUBLIC.TOTAL 2.00']);
  });
}); // prettier-ignore

it('三公 without a title is taken for the general budget’s, and that is said', () => {
  const text = readFileSync(new URL('national-final-accounts.txt', FOLDER), 'utf8');
  const lost = read(text.replace(/^.*“三公”经费支出决算表$/m, ''));
  expect(lost.statements.filter(({ statement }) => statement === 'THREE_OFFICIAL_EXPENSES')).toHaveLength(1);
  expect(messages(lost)).toContain('expected a title that says whose money this is, got none: taken as 一般公共预算');
});

describe('a budget of a ministry', () => {
  const own = report('ministry-budget');

  it('keeps the years apart', () => {
    expect(amounts(own, 'GENERAL_PUBLIC_EXPENDITURE', '2010302')).toEqual([
      'GENERAL_PUBLIC.TOTAL 15230.00',
      'GENERAL_PUBLIC.PROJECT 15230.00',
    ]);
    const three = own.lineItems.filter(({ statement }) => statement === 'THREE_OFFICIAL_EXPENSES');
    expect(three.map(({ account, amount }) => `${account.name} ${formatFen(amount.fen, 'WAN_YUAN')}`)).toEqual([
      ...['三公经费 210.00', '因公出国(境)费 100.00', '公务用车购置及运行费 80.00'],
      ...['公务用车购置费 30.00', '公务用车运行费 50.00', '公务接待费 30.00'],
    ]);
  });

  it('has its totals below the accounts', () => {
    expect(amounts(own, 'EXPENDITURE', '合计')).toEqual(['ALL.TOTAL 26495.75', 'ALL.BASIC 11265.75', 'ALL.PROJECT 15230.00']);
  });
}); // prettier-ignore

describe('a budget in whole 元', () => {
  const own = report('city-budget-in-yuan');

  it('is read below the body that `编制部门` names', () => {
    expect([own.kind, own.year, own.department]).toEqual(['BUDGET', 2022, '上海市静安区示范教育局']);
    expect(amounts(own, 'EXPENDITURE', '2050203')).toEqual(['ALL.TOTAL 5025.59', 'ALL.BASIC 4213.56', 'ALL.PROJECT 812.03']);
  });

  it('takes 财政拨款收入, the sum of three funds, for none of them', () => {
    const all = amounts(own, 'REVENUE', '2210201');
    expect(all).toEqual(['ALL.TOTAL 265.00', 'null.null 265.00']);
    expect(messages(own)).toContain(
      'column 2 has a head that fits no known column, “收入预算 财政拨款收入”: read without fund and part',
    );
  });

  it('says which tables it could not read, though no amount of theirs has decimals', () => {
    const refused = messages(own).filter((message) => message.includes('known title or known heads'));
    expect(refused).toEqual([
      'expected a table with a known title or known heads, got one with 31 amounts: table refused',
      'expected a table with a known title or known heads, got one with 7 amounts: table refused',
    ]);
  });
}); // prettier-ignore

describe('final accounts of a street office', () => {
  const own = report('street-final-accounts');

  it('have the money of the funds apart from that of the general budget', () => {
    expect(amounts(own, 'EXPENDITURE', '212')).toEqual(['ALL.TOTAL 960.00', 'ALL.BASIC 220.00', 'ALL.PROJECT 740.00']);
    expect(amounts(own, 'GENERAL_PUBLIC_EXPENDITURE', '212')).toEqual(['GENERAL_PUBLIC.TOTAL 400.00', 'GENERAL_PUBLIC.BASIC 220.00', 'GENERAL_PUBLIC.PROJECT 180.00']);
    expect(amounts(own, 'GOVERNMENT_FUND', '212')).toEqual([...Array(2).fill('GOVERNMENT_FUND.TOTAL 560.00'), 'GOVERNMENT_FUND.PROJECT 560.00']);
  });

  it('take 三公 from rows, each under its stage', () => {
    const three = own.lineItems.filter(({ statement }) => statement === 'THREE_OFFICIAL_EXPENSES');
    expect(three.filter(({ account }) => account.name === '公务接待费').map(({ stage, amount }) => `${stage} ${formatFen(amount.fen, 'WAN_YUAN')}`)).toEqual(['ORIGINAL_BUDGET 6.00', 'OUTTURN 3.05']);
  });
}); // prettier-ignore
