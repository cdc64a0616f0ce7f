import { expect, test } from '@jest/globals';
import { moneyOfFact } from '../../../src/domain/fact-money.js';

test.each([
  ['115.03', '万元', 115_030_000n],
  ['-1.9', '亿元', -19_000_000_000n],
  ['1150300', '元', 115_030_000n],
  // A hundredth of a fen, more than 64 bits, no money, and an unknown unit.
  ['115.03123456789', '万元', null],
  ['99999999999999999999.95', '万元', null],
  ['9'.repeat(100_000), '万元', null],
  ['6', '辆', null],
  ['1.0', '%', null],
])('the text states %s %s: %s fen', (value, valueUnit, fen) => {
  expect(moneyOfFact({ value, valueUnit })?.fen ?? null).toBe(fen);
});
