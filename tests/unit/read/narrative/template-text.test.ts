import { describe, expect, it } from '@jest/globals';
import { factsOf, narrativeOf } from './narrative-of.js';

const found = (text: string): (string | number)[][] =>
  narrativeOf(text).templateTexts.map(({ line, text: clause }) => [line, clause]);

describe('what a template left to be filled in', () => {
  it.each([
    ['教育（类）XXXXXX（款）XXXXXX（项）0元，完成年初预算的0%。', '教育（类）XXXXXX（款）XXXXXX（项）0元'],
    ['本年支出合计XXXX万元，比上年增加5万元。', '本年支出合计XXXX万元'],
    ['本年支出合计××万元。', '本年支出合计××万元'],
    ['本年支出合计____万元。', '本年支出合计____万元'],
    ['XX年机关运行经费支出5万元。', 'XX年机关运行经费支出5万元'],
    ['主要原因是X万元用于办公。', '主要原因是X万元用于办公'],
  ])('is found and is no fact: %s', (sentence, clause) => {
    expect(found(`一、说明\n\n${sentence}`)).toEqual([[3, clause]]);
    expect(factsOf(sentence)).toEqual([]);
  });

  it('is a choice that was not made', () => {
    expect(found('本年支出比上年增加（减少）3万元，增长/下降5%。')).toEqual([
      [1, '本年支出比上年增加（减少）3万元'],
      [1, '增长/下降5%'],
    ]);
    expect(factsOf('本年支出比上年增加（减少）3万元，增长/下降5%。')).toEqual([]);
  });

  it('is found in parts that state no figures too', () => {
    expect(found('第四部分 名词解释\n\nXX收入：指XX部门取得的收入。')).toEqual([[3, 'XX收入'], [3, '指XX部门取得的收入']]);
  }); // prettier-ignore

  it('is nothing that a publisher wrote', () => {
    expect(
      found('购置MX-5型设备，X光机1台，增加--%（基数为0，不可比）。**收入**增加5万元。二〇二〇年，二○○九年。'),
    ).toEqual([]);
  });
});
