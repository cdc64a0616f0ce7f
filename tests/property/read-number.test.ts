import { describe, it } from '@jest/globals';
import fc from 'fast-check';
import { splitText } from '../../src/read/media/text-lines.js';
import { possibleNumbers, readNumber } from '../../src/read/printed-number.js';

const BLANKS = ['', ' ', '  ', '\u00a0', '\u3000'];
const FULL = (text: string): string =>
  text.replace(/[\d.,]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
const MINUS: readonly ((text: string) => string)[] = [
  (text) => `-${text}`,
  (text) => `－${text}`,
  (text) => `−${text}`,
  (text) => `△${text}`,
  (text) => `▲ ${text}`,
  (text) => `(${text})`,
  (text) => `（${text}）`,
];

/** A number and a way to print it: thousand separators, blanks beside separators, width, sign. */
const printed = fc
  .record({
    whole: fc.nat(99_999_999),
    fraction: fc.stringMatching(/^\d{0,4}$/),
    grouped: fc.boolean(),
    wide: fc.boolean(),
    minus: fc.option(fc.constantFrom(...MINUS)),
    blanks: fc.array(fc.constantFrom(...BLANKS), { minLength: 12, maxLength: 12 }),
  })
  .map(({ whole, fraction, grouped, wide, minus, blanks }) => {
    const digits = grouped ? String(whole).replace(/\B(?=(\d{3})+$)/g, ',') : String(whole);
    const plain = fraction === '' ? digits : `${digits}.${fraction}`;
    let at = 0;
    const spaced = plain.replace(/[.,]/g, (sign) => `${blanks[at++ % 12]}${sign}${blanks[at++ % 12]}`);
    const shown = wide ? FULL(spaced) : spaced;
    const decimal = `${minus ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
    return { decimal, cell: `${blanks[0]}${minus ? minus(shown) : shown}${blanks[1]}` };
  });

describe('a number', () => {
  it('printed in any way with blanks only beside separators is that number', () => {
    fc.assert(
      fc.property(printed, ({ cell, decimal }) => {
        const number = readNumber(cell);
        return number.kind === 'VALUE' && number.decimal === decimal;
      }),
    );
  });

  it('is never read from a cell that has a letter, a second point or a blank between digits', () => {
    const junk = fc.constantFrom('O', 'l', 'I', '元', '.', '%', 'x', '：');
    fc.assert(
      fc.property(fc.nat(99_999), fc.nat(99), junk, fc.nat(8), (whole, cents, sign, place) => {
        const text = `${whole}.${String(cents).padStart(2, '0')}`;
        const at = Math.min(place, text.length);
        return readNumber(text.slice(0, at) + sign + text.slice(at)).kind !== 'VALUE';
      }),
    );
  });

  it('of which a blank stands between two digits is among its readings, and not the only way to read it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 10, max: 999_999 }),
        fc.integer({ min: 0, max: 99 }),
        fc.nat(20),
        (whole, cents, place) => {
          const text = `${whole}.${String(cents).padStart(2, '0')}`;
          const gaps = [...text].flatMap((sign, at) =>
            at > 0 && /\d/.test(sign) && /\d/.test(text[at - 1] ?? '') ? [at] : [],
          );
          const at = gaps[place % gaps.length] ?? 1;
          const cell = `${text.slice(0, at)} ${text.slice(at)}`;
          return readNumber(cell).kind === 'UNREADABLE' && possibleNumbers(cell).includes(text);
        },
      ),
    );
  });
});

describe('the lines of a text', () => {
  it('are all of it, whatever ends them', () => {
    const line = fc.stringMatching(/^[^\r\n]{0,12}$/);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(line, fc.constantFrom('\n', '\r\n', '\r')), { maxLength: 20 }),
        line,
        (lines, last) => {
          const text = lines.map(([own, end]) => own + end).join('') + last;
          const joined = lines.some(
            ([, end], at) => end === '\r' && lines[at + 1]?.[0] === '' && lines[at + 1]?.[1] === '\n',
          );
          const lastJoined = lines.some(
            ([own, end], at) => at > 0 && own === '' && end !== '\r' && lines[at - 1]?.[1] === '\r',
          );
          fc.pre(!joined && !lastJoined);
          const read = splitText(text);
          return (
            read.length === lines.length + 1 &&
            read.every(({ text: own, number }, at) => number === at + 1 && own === (lines[at]?.[0] ?? last))
          );
        },
      ),
    );
  });
});
