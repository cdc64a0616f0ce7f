import { describe, expect, it } from '@jest/globals';
import { formatFen, formatPrinted, halfLastDigit, parseMoney } from '../../../src/domain/money.js';

describe('an amount of money', () => {
  it.each([
    ['1316.18', 'WAN_YUAN', 1_316_180_000n, 2],
    ['0.00', 'WAN_YUAN', 0n, 2],
    ['-0.01', 'YUAN', -1n, 2],
    ['13161800', 'YUAN', 1_316_180_000n, 0],
    ['13161.8', 'QIAN_YUAN', 1_316_180_000n, 1],
    ['0.131618', 'YI_YUAN', 1_316_180_000n, 6],
    ['1.500000', 'YUAN', 150n, 6],
  ] as const)('%s %s is %d fen, printed with %d decimals', (text, unit, fen, decimals) => {
    expect(parseMoney(text, unit)).toEqual({ fen, unit, decimals });
  });

  it.each(['', '1,316.18', '1 316', '.5', '5.', '1e3', '１', '一', '--1', 'NaN'])('is not %j', (text) => {
    expect(() => parseMoney(text, 'YUAN')).toThrow('expected a decimal number such as 1316.18');
  });

  it('has no parts of a fen', () => {
    expect(() => parseMoney('0.001', 'YUAN')).toThrow('expected at most 2 decimals in YUAN');
    expect(() => parseMoney('0.0000001', 'WAN_YUAN')).toThrow('expected at most 6 decimals');
  });

  it('fits in 64 bits', () => {
    expect(parseMoney('92233720368547758.07', 'YUAN').fen).toBe(2n ** 63n - 1n);
    expect(() => parseMoney('92233720368547758.08', 'YUAN')).toThrow('expected an amount within 64 bits');
  });

  it('is written exactly in any unit, with two decimals or as many as it needs', () => {
    const fen = parseMoney('1316.18', 'WAN_YUAN').fen;
    expect(formatFen(fen, 'WAN_YUAN')).toBe('1316.18');
    expect(formatFen(fen, 'YUAN')).toBe('13161800.00');
    expect(formatFen(fen, 'YI_YUAN')).toBe('0.131618');
    expect(formatFen(1n, 'WAN_YUAN')).toBe('0.000001');
    expect(formatFen(-1n, 'YUAN')).toBe('-0.01');
    expect(formatFen(0n, 'YI_YUAN')).toBe('0.00');
  });

  it('is written as printed, with its own unit and decimals', () => {
    expect(formatPrinted(parseMoney('13161.80', 'QIAN_YUAN'))).toBe('13161.80');
    expect(formatPrinted(parseMoney('12', 'WAN_YUAN'))).toBe('12');
    expect(formatPrinted(parseMoney('-0.5', 'YI_YUAN'))).toBe('-0.5');
  });

  it('may hide half a unit of its last printed digit', () => {
    expect(halfLastDigit({ unit: 'WAN_YUAN', decimals: 2 })).toBe(5_000n);
    expect(halfLastDigit({ unit: 'WAN_YUAN', decimals: 0 })).toBe(500_000n);
    expect(halfLastDigit({ unit: 'YUAN', decimals: 2 })).toBe(0n);
  });
});
