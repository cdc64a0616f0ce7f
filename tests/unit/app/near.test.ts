import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { countSteps, findNearCodes, findNearNames } from '../../../src/app/near.js';

describe('Steps between two texts', () => {
  it.each([
    ['440117', '440117', 0],
    ['440117', '440177', 1],
    ['440117', '44117', 1],
    ['440117', '4401170', 1],
    ['440117', '441017', 1],
    ['从化', '从化区', 1],
    ['', '区', 1],
    ['海珠', '越秀', 2],
  ])('%s → %s: %i', (from, to, steps) => expect(countSteps(from, to)).toBe(steps));

  it('are as many there as back, and none only between equal texts', () => {
    const text = fc.string({ maxLength: 8, unit: fc.constantFrom('区', '市', '1', '0') });
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(countSteps(a, b)).toBe(countSteps(b, a));
        expect(countSteps(a, b) === 0).toBe(a === b);
        expect(countSteps(a, b)).toBeGreaterThanOrEqual(Math.abs([...a].length - [...b].length));
      }),
    );
  });
});

describe('Near codes', () => {
  const near = (code: string, ...codes: string[]) => findNearCodes(code, codes, (own) => own);

  it('are one digit or two away, or have two neighbours exchanged, the nearest first', () => {
    expect(near('440119', '440217', '110101', '440117')).toEqual(['440117', '440217']);
    expect(near('441017', '220101', '440117')).toEqual(['440117']);
    expect(near('4401', '440104', '44010400')).toEqual(['440104']);
  });

  it('of one distance first those that begin like it, then those close by; three at most', () => {
    expect(near('2010302', '2020302', '2010308', '2010301', '2010303', '3010302')).toEqual([
      '2010301',
      '2010303',
      '2010308',
    ]);
  });
});

describe('Near names', () => {
  const near = (name: string, ...names: string[]) => findNearNames(name, names, (own) => [own]);

  it('are the same alone, where it is there', () => {
    expect(near('从化区', '奉化区', '从化区', '从化')).toEqual(['从化区']);
  });

  it('hold the name or are held by it, else differ', () => {
    expect(near('从化', '从严', '从化区')).toEqual(['从化区']);
    expect(near('教育局（本级）', '教育基金', '教育局')).toEqual(['教育局']);
    expect(near('Conghua', 'Tonghua', 'Conghua District')).toEqual(['Conghua District']);
  });

  it('differ in half their characters at most', () => {
    expect(near('政务数据局', '政务服务数据管理局', '农业农村局')).toEqual(['政务服务数据管理局']);
    expect(near('x', '从化区')).toEqual([]);
    expect(near('长'.repeat(100_000), '长')).toEqual([]);
  });
});
