import { describe, expect, it } from '@jest/globals';
import { splitText } from '../../../../src/read/media/text-lines.js';

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

const rows = (text: string): unknown[] => splitText(text).map(({ number, text: own, cells }) => [number, cells ?? own]);

describe('a table of Markdown', () => {
  it('gives a row of cells a line, without its row of dashes', () => {
    expect(rows('单位：元\n\n| 项目 | 金额 |\n|:---|---:|\n| 合计 | 1.00 |\n|  | **2.00** |\n\n注：无')).toEqual([
      [1, '单位：元'],
      [2, ''],
      [3, ['项目', '金额']],
      [5, ['合计', '1.00']],
      [6, ['', '2.00']],
      [7, ''],
      [8, '注：无'],
    ]);
  });

  it('may lack its outer bars where a row of dashes proves it', () => {
    expect(rows('项目 | 金额\n--- | ---\n合计 | 1.00\n后')).toEqual([
      [1, ['项目', '金额']],
      [3, ['合计', '1.00']],
      [4, '后'],
    ]);
    expect(rows(' | 金额 | \n--- | --- | ---\n | 1.00 | \n|甲|2.00|乙|')).toEqual([
      [1, ['', '金额', '']],
      [3, ['', '1.00', '']],
      [4, ['甲', '2.00', '乙']],
    ]);
    expect(rows('301|02 津贴 1.00\n301|03 奖金 2.00')).toEqual([
      [1, '301|02 津贴 1.00'],
      [2, '301|03 奖金 2.00'],
    ]);
    expect(rows('| 一句话 |\n|')).toEqual([
      [1, '| 一句话 |'],
      [2, '|'],
    ]);
  });

  it('has bars inside its cells, escaped or not', () => {
    const table = (code: string): string => `| 编码 | 名称 | 金额 |\n|---|---|---|\n| ${code} | 津贴 | 1.00 |`;
    for (const code of ['301\\|02', '301|02']) expect(rows(table(code))[1]).toEqual([3, ['301|02', '津贴', '1.00']]);
  });

  it('keeps an empty cell between two bars, and entities are what they mean', () => {
    expect(rows('|合计||&nbsp;1.00|\n| | A&amp;B |')).toEqual([
      [1, ['合计', '', '1.00']],
      [2, ['', 'A&B']],
    ]);
  });

  it('may be drawn with dashes and pluses', () => {
    expect(rows('+----+------+\n| a  | 1.00 |\n+----+------+')).toEqual([[2, ['a', '1.00']]]);
  });
});

describe('a table drawn with lines', () => {
  it('gives the cells between them', () => {
    const table = '┌───┬────┐\n│合计│1.00│\n├───┼────┤\n│    │2.00│\n└───┴────┘\n注：无';
    expect(rows(table)).toEqual([
      [2, ['合计', '1.00']],
      [4, ['', '2.00']],
      [6, '注：无'],
    ]);
  });

  it('of which rows have more cells than others is left as it is: what stands above what is not known', () => {
    expect(rows('│收入    │\n│合计│1.00│')).toEqual([
      [1, '│收入    │'],
      [2, '│合计│1.00│'],
    ]);
  });
});

describe('a table of HTML inside a text', () => {
  it('gives its rows, all on one line or over several', () => {
    const html = '<table><tr><td rowspan="2">a</td><td>1</td></tr><tr><td>2</td></tr></table>';
    expect(rows(`# 表1\n${html}\n\n注：无`)).toEqual([
      [1, '# 表1'],
      [2, ['a', '1']],
      [2, ['', '2']],
      [3, ''],
      [4, '注：无'],
    ]);
    expect(rows('前\n<table>\n<tr><td>a</td>\n\n<td>1</td></tr>\n</table>\n后')).toEqual([
      [1, '前'],
      [3, ['a', '1']],
      [7, '后'],
    ]);
  });

  it('without its end tag ends with a blank line; without its beginning its rows are still rows', () => {
    expect(rows('<table><tr><td>a</td><td>1</td></tr>\n\n第三部分\n情况说明')).toEqual([
      [1, ['a', '1']],
      [2, ''],
      [3, '第三部分'],
      [4, '情况说明'],
    ]);
    expect(rows('<tr><td>a</td><td>1</td></tr>\n注：一\n二')).toEqual([
      [1, ['a', '1']],
      [2, '注：一'],
      [3, '二'],
    ]);
  });

  it('is not begun by signs or tags that only style', () => {
    expect(rows('<b>1 < 2</b>\n<tablet>')).toEqual([
      [1, '<b>1 < 2</b>'],
      [2, '<tablet>'],
    ]);
  });

  it('never closed, again and again, is read in bounded time', () => {
    const before = performance.now();
    splitText('<table>\n\n'.repeat(50_000));
    splitText(`${'<table><tr>\n\n'.repeat(20_000)}</table>`);
    splitText('|\n'.repeat(50_000));
    splitText('| x |\n'.repeat(50_000));
    splitText(`${' '.repeat(300_000)}x\n+${'-'.repeat(300_000)}x\n─${' '.repeat(300_000)}x\n|${'-'.repeat(300_000)}x`);
    splitText(`<table>${'<tr><td>a<td>b'.repeat(30_000)}</table>`);
    splitText(`${'│x│\n'.repeat(100_000)}│x│y│`);
    splitText(`│${' '.repeat(500_000)}\n|${' '.repeat(500_000)}`);
    expect(performance.now() - before).toBeLessThan(10_000);
  });
});
