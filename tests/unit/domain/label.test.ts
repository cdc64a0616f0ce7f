import { describe, expect, it } from '@jest/globals';
import { bareLabel, isNumbered, rejoin, squeeze } from '../../../src/domain/label.js';

describe('two spellings of one name', () => {
  it.each([
    ['合 计', '合计'],
    ['“三公”经费', '三公经费'],
    ['"三公"经费', '三公经费'],
    ['因公出国（境）费', '因公出国(境)费'],
    ['［301］工资福利支出', '[301]工资福利支出'],
    ['　　其他收入\u200b', '其他收入'],
    ['１．公务用车', '1.公务用车'],
  ])('%j and %j are squeezed to one', (a, b) => expect(squeeze(a)).toBe(squeeze(b)));
});

describe('a name without its numbering', () => {
  it.each([
    ['一、财政拨款收入', '财政拨款收入'],
    ['二十四、对附属单位补助支出', '对附属单位补助支出'],
    ['（二）公务用车购置及运行维护支出', '公务用车购置及运行维护支出'],
    ['其中：（一）因公出国（境）支出', '因公出国(境)支出'],
    ['1. 公务用车购置', '公务用车购置'],
    ['其中:基本支出', '基本支出'],
    ['合计', '合计'],
  ])('%s is %s', (label, bare) => expect(bareLabel(label)).toBe(bare));

  it.each(['12345政府服务热线', '3.5万吨', '一般公共服务支出', '其中：'])('%s has none', (label) =>
    expect(bareLabel(label)).toBe(squeeze(label)),
  );
});

describe('a numbered line', () => {
  it('is a main one, not a detail', () => {
    expect(['一、财政拨款收入', '二十一、其他支出'].map(isNumbered)).toEqual([true, true]);
    expect(['（一）因公出国', '1.公务用车', '其他收入', '合计'].map(isNumbered)).toEqual([false, false, false, false]);
  });
});

describe('a printed name', () => {
  it('is rejoined over line breaks and blanks between Chinese characters', () => {
    expect(rejoin('社会保障和就业支\n出')).toBe('社会保障和就业支出');
    expect(rejoin('行政单位 离退休')).toBe('行政单位离退休');
    expect(rejoin('合 计')).toBe('合计');
  });

  it('keeps its numbering, its width and the blanks between Latin words', () => {
    expect(rejoin('一、 财政拨款收入')).toBe('一、财政拨款收入');
    expect(rejoin('因公出国（境） 费')).toBe('因公出国（境）费');
    expect(rejoin('Open  Data platform')).toBe('Open Data platform');
  });

  it('loses what has no width', () => expect(rejoin('\u200b合\u200b计\ufeff')).toBe('合计'));
});
