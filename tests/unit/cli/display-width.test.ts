import { describe, expect, it } from '@jest/globals';
import { keepEnd, padTo, toPlain, widthOf, wrapTo } from '../../../src/cli/display-width.js';

describe('the width of a text on a terminal', () => {
  it.each([
    ['abc', 3],
    ['合计', 4],
    ['（一）', 6],
    ['1316.18', 7],
    ['“三公”', 6],
    ['e\u0301', 1],
    ['\u200b合', 2],
    ['𠮷', 2],
    ['', 0],
  ])('%s takes %i columns', (text, width) => expect(widthOf(text)).toBe(width));

  it('is what blanks fill up to', () => {
    expect(padTo('合计', 6)).toBe('合计  ');
    expect(padTo('9.00', 6, 'RIGHT')).toBe('  9.00');
    expect(padTo('合计', 3)).toBe('合计');
  });

  it('is what the end of a path is cut to, never through a character', () => {
    expect(keepEnd('reports/决算.pdf', 9)).toBe('…决算.pdf');
    expect(keepEnd('reports/决算.pdf', 8)).toBe('…算.pdf');
    expect(keepEnd('a.txt', 5)).toBe('a.txt');
  });

  it('is what lines are wrapped to: at a blank where there is one, else between characters', () => {
    expect(wrapTo('财政拨款 一般公共预算', 12)).toEqual(['财政拨款', '一般公共预算']);
    expect(wrapTo('对附属单位补助支出', 12)).toEqual(['对附属单位补', '助支出']);
    expect(wrapTo('合计', 12)).toEqual(['合计']);
    expect(wrapTo('', 12)).toEqual(['']);
  });
});

it('a text from a document cannot steer the terminal', () => {
  expect(toPlain('a\u001b[2Jb\nc\u202ed')).toBe('a [2Jb c d');
});
