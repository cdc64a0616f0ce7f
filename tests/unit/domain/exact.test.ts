import { divide, roundRatio, subtract, whole } from '../../../src/domain/exact.js';

const ratio = (a: bigint, b: bigint) => {
  const quotient = divide(whole(a), whole(b));
  return quotient && roundRatio(quotient);
};

test('ratios are rounded half up once, at 8 decimals, without trailing zeros', () => {
  expect(ratio(77600n, 130392n)).toBe('0.59512854');
  expect(ratio(1n, 2n)).toBe('0.5');
  expect(ratio(5n, 5n)).toBe('1');
  expect(ratio(0n, 7n)).toBe('0');
  expect(ratio(1n, 200_000_000n)).toBe('0.00000001'); // 0.000000005
  expect(ratio(149n, 30_000_000_000n)).toBe('0'); // 0.00000000496…, not 0.000000005 first
  expect(ratio(-1n, 200_000_000n)).toBe('-0.00000001');
  expect(ratio(-1n, 300_000_000n)).toBe('0');
});

test('a rate on nothing is none', () => {
  expect(ratio(5n, 0n)).toBeNull();
});

test('a negative base turns the sign', () => {
  expect(ratio(1n, -4n)).toBe('-0.25');
  expect(ratio(-1n, -4n)).toBe('0.25');
});

test('a difference of shares is exact, and rounded only then', () => {
  expect(roundRatio(subtract({ num: 2n, den: 3n }, { num: 1n, den: 3n }))).toBe('0.33333333');
});
