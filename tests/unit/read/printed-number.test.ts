import { describe, expect, it } from '@jest/globals';
import {
  looksLikeAmount,
  possibleNumbers,
  readNumber,
  readNumbers,
  toMoney,
} from '../../../src/read/printed-number.js';

const valueOf = (cell: string): string | null => {
  const number = readNumber(cell);
  return number.kind === 'VALUE' ? number.decimal : null;
};

describe('a printed number', () => {
  it.each([
    ['1316.18', '1316.18'],
    ['36, 145. 11', '36145.11'],
    ['5 .00', '5.00'],
    [' 0. 16 ', '0.16'],
    ['3,077.07', '3077.07'],
    ['15，094．71', '15094.71'],
    ['１，３１６．１８', '1316.18'],
    ['12,345', '12345'],
    ['0', '0'],
    ['\u00a01316.18\u00a0', '1316.18'],
    ['\u200b1316.18', '1316.18'],
  ])('%j is %s', (cell, decimal) => expect(valueOf(cell)).toBe(decimal));

  it.each([
    ['-12.50', '-12.50'],
    ['－12.50', '-12.50'],
    ['−12.50', '-12.50'],
    ['△12.50', '-12.50'],
    ['▲ 12.50', '-12.50'],
    ['(1,234.50)', '-1234.50'],
    ['（1,234.50）', '-1234.50'],
  ])('%j is negative', (cell, decimal) => expect(valueOf(cell)).toBe(decimal));

  it.each(['', ' ', '-', '--', '—', '——', '–', '－', '/', '／', '……', '*', '()'])('%j is nothing printed', (cell) =>
    expect(readNumber(cell).kind).toBe('EMPTY'),
  );

  it.each([
    '705 00',
    '15, 094. 7 1',
    '1 316.18',
    '705. 00 705. 00',
    '1OO.00',
    'l2.00',
    '1.2.3',
    '1,23.00',
    '12,345,6',
    '1。5',
    '10.5%',
    '12.00元',
    '(12.00',
    '12.00)',
    '12.00-',
    '５０条',
    '十二',
    '½',
    '60.00⑴',
  ])('%j is no number: it is refused, never guessed', (cell) => expect(readNumber(cell).kind).toBe('UNREADABLE'));

  it.each(['1316.18①', '1316.18²', '1³'])('the mark of a footnote in %j is no digit of the amount', (cell) =>
    expect([null, '1316.18', '1']).toContain(valueOf(cell)),
  );
});

describe('several numbers in one cell', () => {
  it('are told apart where blanks stand between whole numbers', () => {
    expect(readNumbers('705. 00 705. 00')).toEqual(['705.00', '705.00']);
    expect(readNumbers('100.00 60.00')).toEqual(['100.00', '60.00']);
  });

  it('are none where a part is no number', () => {
    expect(readNumbers('合计 100.00')).toEqual([]);
  });
});

describe('what a cell may mean', () => {
  it('is one number where it is clear, none where nothing is printed', () => {
    expect(possibleNumbers('36, 145. 11')).toEqual(['36145.11']);
    expect(possibleNumbers('—')).toEqual([]);
  });

  it('is the number with its point or without where a blank may hide the point', () => {
    expect(possibleNumbers('705 00')).toEqual(expect.arrayContaining(['705.00', '70500']));
  });

  it('has the number without the blank that OCR put into it', () => {
    expect(possibleNumbers('15, 094. 7 1')).toContain('15094.71');
    expect(possibleNumbers('1 316.18')).toContain('1316.18');
  });
});

describe('what looks like an amount', () => {
  it('has decimals or thousand separators, so that codes and counts do not', () => {
    expect(['0.00', '1,316', '１，３１６'].map(looksLikeAmount)).toEqual([true, true, true]);
    expect(['201', '2010301', '12', '项目', '-'].map(looksLikeAmount)).toEqual([false, false, false, false, false]);
  });
});

describe('an amount in its unit', () => {
  it('keeps the printed decimals and is exact', () => {
    expect(toMoney('1316.18', 'WAN_YUAN')).toEqual({ fen: 1_316_180_000n, unit: 'WAN_YUAN', decimals: 2 });
    expect(toMoney('-0.5', 'YI_YUAN')).toEqual({ fen: -5_000_000_000n, unit: 'YI_YUAN', decimals: 1 });
  });

  it('is null where a fen would have to be broken or 64 bits do not hold it', () => {
    expect(toMoney('0.001', 'YUAN')).toBeNull();
    expect(toMoney('9'.repeat(20), 'WAN_YUAN')).toBeNull();
  });
});
