import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { measureIndicator } from '../../src/domain/performance-measures.js';
import { readTarget } from '../../src/domain/performance-target.js';
import type { TargetOperator } from '../../src/domain/closed-lists.js';

/** How a target is printed: what stands before its number, and behind its unit. */
const SPELLINGS: readonly (readonly [TargetOperator, string, string])[] = [
  ...(['≥', '＞＝', '不低于', '不少于', '至少', '达到'] as const).map((sign) => ['AT_LEAST', sign, ''] as const),
  ...(['以上', '或以上', '及以上', '（含）以上'] as const).map((word) => ['AT_LEAST', '', word] as const),
  ...(['≤', '<=', '不超过', '不高于', '不多于'] as const).map((sign) => ['AT_MOST', sign, ''] as const),
  ...(['以内', '以下', '内'] as const).map((word) => ['AT_MOST', '', word] as const),
  ...(['>', '＞', '大于', '超过'] as const).map((sign) => ['MORE_THAN', sign, ''] as const),
  ...(['<', '﹤', '小于', '低于'] as const).map((sign) => ['LESS_THAN', sign, ''] as const),
  ...(['', '=', '＝', '等于'] as const).map((sign) => ['EQUAL', sign, ''] as const),
];
const UNITS = ['', '%', '次', '条', '项', '人', '分钟', '万元', '天', '个工作日', '人次', '件', 'km', '元/人'];

const number = fc
  .tuple(fc.nat({ max: 9_999_999 }), fc.option(fc.stringMatching(/^\d{1,4}$/), { nil: null }))
  .map(([whole, fraction]) => (fraction === null ? String(whole) : `${whole}.${fraction}`))
  .filter((value) => !/^(?:19|20)\d\d$/.test(value));
const separate = (value: string): string => {
  const [whole = '', fraction] = value.split('.');
  const parted = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? parted : `${parted}.${fraction}`;
};
const widen = (text: string): string =>
  [...text].map((char) => (/[!-~]/.test(char) ? String.fromCharCode(char.charCodeAt(0) + 0xfee0) : char)).join('');
const target = fc.record({
  value: number,
  unit: fc.constantFrom(...UNITS),
  spelling: fc.constantFrom(...SPELLINGS),
  separated: fc.boolean(),
  wide: fc.boolean(),
  blank: fc.constantFrom('', ' ', '　'),
});

it('a target reads back as it was written: operator, number, unit', () => {
  fc.assert(
    fc.property(target, ({ value, unit, spelling: [operator, before, after], separated, wide, blank }) => {
      const printed = `${before}${blank}${separated ? separate(value) : value}${blank}${unit}${after}`;
      const read = readTarget(wide ? widen(printed) : printed);
      expect(read).toMatchObject({ operator, value, unit: unit === '' ? null : unit });
    }),
  );
});

it('an outcome that is the target itself meets it unless it is to be passed, and completes it to 1', () => {
  fc.assert(
    fc.property(target, ({ value, unit, spelling: [operator, before, after] }) => {
      fc.pre(!/^[0.]+$/.test(value));
      const printed = { level2: null, name: null, inferredName: null, target: `${before}${value}${unit}${after}` };
      const { met, completion } = measureIndicator({ ...printed, actual: `${value}${unit}` });
      expect([met, completion]).toEqual([operator !== 'MORE_THAN' && operator !== 'LESS_THAN', '1']);
    }),
  );
});

it('whatever is printed is judged without failing, and never judged without both texts', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (text, other) => {
      const printed = { level2: null, name: other, inferredName: null };
      measureIndicator({ ...printed, target: text, actual: other });
      expect(measureIndicator({ ...printed, target: text, actual: null }).met).toBeNull();
    }),
  );
});
