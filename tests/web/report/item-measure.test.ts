import { describe, expect, it } from '@jest/globals';
import { measureOf } from '../../../src/web/page/report/item-measure';
import { printItem } from './printed';

const item = printItem({ code: '2010301' });
const of = (said: Partial<typeof item>, classification: 'FUNCTIONAL' | 'ECONOMIC' = 'FUNCTIONAL', code = '2010301') =>
  measureOf({ ...item, ...said, account: { ...item.account, classification, code } });

describe('a figure leads to its comparison', () => {
  it('as a functional account with the fund and the part of its column', () => {
    expect(of({ fund: 'ALL', part: 'TOTAL' })).toBe('FUNCTIONAL:2010301');
    expect(of({ fund: 'ALL', part: 'BASIC' })).toBe('FUNCTIONAL:2010301/BASIC');
    expect(of({ fund: 'GENERAL_PUBLIC', part: 'PROJECT' })).toBe('FUNCTIONAL:2010301/GENERAL_PUBLIC/PROJECT');
  });

  it('as an economic account of basic or project expenditure', () => {
    expect(of({ part: 'BASIC' }, 'ECONOMIC', '30201')).toBe('ECONOMIC:30201/BASIC');
    expect(of({ part: 'PROJECT' }, 'ECONOMIC', '30201')).toBe('ECONOMIC:30201/PROJECT');
  });

  it('unless it is a total, revenue, a balance, or of a table by unit', () => {
    expect(measureOf(printItem({ label: '合计' }))).toBeNull();
    expect(of({ flow: 'REVENUE' })).toBeNull();
    expect(of({ flow: null, part: 'CLOSING' })).toBeNull();
    expect(of({ part: 'COMMERCIAL' })).toBeNull();
    expect(of({ statement: 'PROJECT_EXPENDITURE_BY_UNIT' })).toBeNull();
  });
});
