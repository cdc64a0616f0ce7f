import { describe, expect, it } from '@jest/globals';
import { normaliseName, pathKey } from '../../../src/domain/account-path.js';

describe('the name of a row without a code', () => {
  it.each([
    ['收入总计', '总计'],
    ['支出总计', '总计'],
    ['总 计', '总计'],
    ['使用非财政拨款结余', '用事业基金弥补收支差额'],
    ['六、用事业基金弥补收支差额', '用事业基金弥补收支差额'],
    ['年初结转和结余', '年初结转和结余'],
    ['年末财政拨款结转和结余', '年末结转和结余'],
    ['“三公”经费', '三公经费'],
    ['其中：（一）因公出国（境）支出', '因公出国(境)费'],
    ['（二）公务用车购置及运行维护支出', '公务用车购置及运行费'],
    ['1. 公务用车购置', '公务用车购置费'],
    ['2. 公务用车运行维护费', '公务用车运行费'],
    ['（三）公务接待费支出', '公务接待费'],
  ])('%s is %s', (label, name) => expect(normaliseName(label)).toBe(name));

  it('keeps apart what is not one account', () => {
    expect(normaliseName('年初财政拨款结转和结余')).not.toBe(normaliseName('年初结转和结余'));
    expect(normaliseName('本年收入合计')).not.toBe(normaliseName('合计'));
    expect(normaliseName('一、一般公共预算财政拨款收入')).not.toBe(normaliseName('二、政府性基金预算财政拨款收入'));
  });
});

describe('the key of an account without a code', () => {
  it('is its statement, its side and the path of names', () => {
    expect(pathKey('APPROPRIATION_SUMMARY', 'REVENUE', ['年初财政拨款结转和结余', '一般公共预算财政拨款'])).toBe(
      'APPROPRIATION_SUMMARY/REVENUE/年初财政拨款结转和结余/一般公共预算财政拨款',
    );
    expect(pathKey('NON_TAX_REVENUE', null, ['合计'])).toBe('NON_TAX_REVENUE/合计');
  });
});
