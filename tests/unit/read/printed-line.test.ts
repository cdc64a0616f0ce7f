import { describe, expect, it } from '@jest/globals';
import { splitText } from '../../../src/read/printed-line.js';

describe('the lines of a text', () => {
  it('end with a line feed, a carriage return or both, and are counted from 1', () => {
    expect(splitText('a\nb\r\nc\rd').map(({ number, text }) => [number, text])).toEqual([
      [1, 'a'],
      [2, 'b'],
      [3, 'c'],
      [4, 'd'],
    ]);
  });

  it('with tabs are rows of cells, empty cells kept', () => {
    expect(splitText('\t合计\t 100.00\t\t')[0]?.cells).toEqual(['', '合计', '100.00', '', '']);
    expect(splitText('合计  100.00')[0]?.cells).toBeNull();
  });

  it('lose the marks that only style them, in cells too', () => {
    const [line] = splitText('<b>本年收入合计</b>\t22\t**3,077.07**');
    expect(line?.cells).toEqual(['本年收入合计', '22', '3,077.07']);
    expect(splitText('## 收入 决算表')[0]?.squeezed).toBe('收入决算表');
  });

  it('keep their text as printed', () => {
    expect(splitText('<b>总计</b>\t25')[0]?.text).toBe('<b>总计</b>\t25');
  });
});
