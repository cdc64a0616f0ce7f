import { describe, it } from '@jest/globals';
import fc from 'fast-check';
import { AMOUNT_UNITS, PRINTED_UNITS } from '../../src/domain/closed-lists.js';
import { formatFen, formatPrinted, parseMoney } from '../../src/domain/money.js';

const FEN_IN: Record<(typeof PRINTED_UNITS)[number], bigint> = {
  YUAN: 100n,
  QIAN_YUAN: 100_000n,
  WAN_YUAN: 1_000_000n,
  YI_YUAN: 10_000_000_000n,
};
const fen = fc.bigInt(-(2n ** 63n) + 1n, 2n ** 63n - 1n);

describe('money', () => {
  it('written in any unit and read again is the same amount', () => {
    fc.assert(
      fc.property(
        fen,
        fc.constantFrom(...AMOUNT_UNITS),
        (own, unit) => parseMoney(formatFen(own, unit), unit).fen === own,
      ),
    );
  });

  it('is the same amount in every unit: no digit is lost or gained', () => {
    fc.assert(
      fc.property(fen, fc.constantFrom(...AMOUNT_UNITS), fc.constantFrom(...AMOUNT_UNITS), (own, a, b) => {
        const [x, y] = [a, b].map((unit) => parseMoney(formatFen(own, unit), unit).fen);
        return x === y;
      }),
    );
  });

  it('printed as it was read is the same text', () => {
    fc.assert(
      fc.property(
        fc.nat(900_000_000),
        fc.nat(99),
        fc.integer({ min: 0, max: 2 }),
        fc.boolean(),
        fc.constantFrom(...PRINTED_UNITS),
        (whole, cents, decimals, negative, unit) => {
          const fraction = String(cents).padStart(2, '0').slice(0, decimals);
          const zero = whole === 0 && Number(fraction || '0') === 0;
          const text = `${negative && !zero ? '-' : ''}${whole}${decimals > 0 ? `.${fraction}` : ''}`;
          return formatPrinted(parseMoney(text, unit)) === text;
        },
      ),
    );
  });

  it('adds up exactly: whole units are whole multiples', () => {
    fc.assert(
      fc.property(
        fc.nat(900_000),
        fc.constantFrom(...PRINTED_UNITS),
        (whole, unit) => parseMoney(String(whole), unit).fen === BigInt(whole) * FEN_IN[unit],
      ),
    );
  });
});
