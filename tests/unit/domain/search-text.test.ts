import { describe, expect, it } from '@jest/globals';
import { makeSearch, makeSearchText } from '../../../src/domain/search-text.js';

const finds = (search: string, code: string | null, ...names: string[]): boolean =>
  makeSearchText(code, names).includes(makeSearch(search));

describe('An account is found', () => {
  it.each([
    '2',
    '20103',
    '2010301',
    '２０１０３０１',
    '201 03 01',
    '2010301 行政运行',
    '行政运行',
    '行政　运行',
    '政运',
  ])('by %s: its code from the beginning, its name, whatever blanks and width', (search) =>
    expect(finds(search, '2010301', '行政运行')).toBe(true),
  );

  it.each(['xingzhengyunxing', 'XingZheng YunXing', 'xíng zhèng', 'ｘｚｙｘ', 'xzyx', 'zy'])(
    'by %s: its pinyin or initials',
    (search) => expect(finds(search, '2010301', '行政运行')).toBe(true),
  );

  it.each([
    ['yingongchuguojingfei', '因公出国（境）费'],
    ['因公出国境费', '因公出国（境）费'],
    ['因公出国(境)', '因公出国（境）费'],
    ['chailvfei', '差旅费'],
    ['chailüfei', '差旅费'],
    ['huanbenfuxi', '国债还本付息支出'],
    ['kuaiji', '会计服务'],
    ['三公', '“三公”经费'],
  ])('by %s: %s', (search, name) => expect(finds(search, null, name)).toBe(true));

  it('by each of its names', () => {
    const names = ['卫生健康支出', '医疗卫生与计划生育支出'];
    for (const search of ['卫生健康', '计划生育', 'wsjk', 'jihuashengyu'])
      expect(finds(search, '210', ...names)).toBe(true);
  });
});

describe('An account is not found', () => {
  it.each(['0301', '010301', '20103012', '行政运作', 'yxzx', '行政\n运行2', '%', '_'])('by %s', (search) =>
    expect(finds(search, '2010301', '行政运行')).toBe(false),
  );
});

it.each(['', '   ', '\u3000', '“”'])('Nothing is looked for in %j', (search) => expect(makeSearch(search)).toBe(''));
