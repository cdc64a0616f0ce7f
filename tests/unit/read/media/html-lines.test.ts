import { describe, expect, it } from '@jest/globals';
import { readHtml, readHtmlPiece } from '../../../../src/read/media/html-lines.js';

const texts = (html: string): string[] => readHtml(html).map(({ text }) => text);
const cells = (html: string): (readonly string[] | null)[] => readHtml(html).map((line) => line.cells);

describe('the text of a page', () => {
  it('is a line for each block and each <br>, with blanks as a browser shows them', () => {
    expect(texts('<h1>2020年\n 部门决算</h1><div>第一部分<p>职能<br>其他</div>\n\n尾')).toEqual([
      '2020年 部门决算',
      '第一部分',
      '职能',
      '其他',
      '尾',
    ]);
    expect(texts('<div>a<span>b</span><b> c</b></div>')).toEqual(['ab c']);
  });

  it('keeps the blanks that a name is indented with', () => {
    expect(texts('<p>&nbsp;&nbsp;行政运行&nbsp; </p>')).toEqual(['  行政运行']);
    expect(texts('<table><tr><td>&nbsp;&nbsp;行政运行</td><td>1.00</td></tr></table>')).toEqual(['  行政运行\t1.00']);
  });

  it('has its entities decoded, and signs that only look like tags kept', () => {
    expect(texts('<p>&ldquo;三公&rdquo;&amp;&#19968;&#x4e8c; 1 < 2 &lt;td&gt;</p>')).toEqual([
      '“三公”&一二 1 < 2 <td>',
    ]);
  });

  it('leaves out what is not shown', () => {
    const hidden = [
      '<script>document.write("<p>1</p>")</script>',
      '<style>p{}</style>',
      '<template><p>1</p></template>',
      '<noscript>1</noscript>',
      '<!-- <p>1</p> -->',
      '<div hidden>1<div>2</div></div>',
      '<p style="color:red; DISPLAY : none">1',
      '<select><option>2019</select>',
      '<br hidden>',
    ];
    for (const part of hidden) expect(texts(`<p>甲</p>${part}<p>乙</p>`)).toEqual(['甲', '乙']);
    expect(texts('<p style="display:none"><p>甲</p>')).toEqual(['甲']);
    expect(texts('<table><tr hidden><td>1<td>2<tr><td>3<td>4</table>')).toEqual(['3\t4']);
    expect(texts('<table><tr><td>1<td style="display:none">2<td>3</td></tr></table>')).toEqual(['1\t3']);
    expect(texts('<table><tr><td>1<div hidden>2</td><td>3</td></tr></table>')).toEqual(['1\t3']);
    expect(texts('<div hidden><table><tr><td>1</td></tr></table><p>2</p></div>3')).toEqual(['3']);
  });

  it('begins with the title of the window only where nothing on the page says it', () => {
    const title = '<head><title>西湖区教育局2020年部门决算</title></head>';
    expect(texts(`${title}<p>表1</p>`)).toEqual(['西湖区教育局2020年部门决算', '表1']);
    expect(texts(`${title}<h1>其他</h1>`)).toEqual(['其他']);
    expect(texts(`${title}<div>2020年部门决算</div>`)).toEqual(['2020年部门决算']);
  });

  it('that is preformatted keeps its lines, and tabs part cells', () => {
    const [first, second] = readHtml('<pre>收入\n  合计\t1.00</pre>');
    expect([first?.text, first?.cells]).toEqual(['收入', null]);
    expect([second?.text, second?.cells]).toEqual(['  合计\t1.00', ['合计', '1.00']]);
  });

  it('is numbered from 1, however it stands in the source', () => {
    expect(readHtml('\n\n<p>a</p><p>b</p>').map(({ number }) => number)).toEqual([1, 2]);
  });
});

describe('the tables of a page', () => {
  it('give a line a row, with merged cells in their columns', () => {
    const [head, below, row] = readHtml(
      '<table><thead><tr><th rowspan=2>项目<th colspan=2>支出</tr><tr><th>基本</th><th>项目</th></tr></thead>' +
        '<tbody><tr><td>合计</td><td>1.00</td><td>2.00</td></tr></tbody></table>',
    );
    expect([head?.cells, head?.spans]).toEqual([
      ['项目', '支出', ''],
      [1, 2, 0],
    ]);
    expect([below?.cells, below?.spans]).toEqual([
      ['', '基本', '项目'],
      [1, 1, 1],
    ]);
    expect(row?.cells).toEqual(['合计', '1.00', '2.00']);
  });

  it('may leave out every end tag', () => {
    expect(cells('<table><tr><td>a<td>1<tr><td>b<td>2</table>')).toEqual([
      ['a', '1'],
      ['b', '2'],
    ]);
  });

  it('bear spans that make no sense', () => {
    const spanned = (span: string): unknown => cells(`<table><tr><td colspan=${span}>a</td><td>b</td></tr></table>`);
    for (const span of ['0', '-3', 'x', '""', '99999999999']) expect(spanned(span)).toEqual([['a', 'b']]);
    expect(cells('<table><tr><td rowspan=9999>a<td>b<tr><td>c</table>')).toEqual([
      ['a', 'b'],
      ['', 'c'],
    ]);
  });

  it('end a cell that claims more rows with its part of the table, and 0 rows means up to there', () => {
    const html = (rows: number): string =>
      `<table><thead><tr><th rowspan=${rows}>a<th>b<tr><th>c</thead><tbody><tr><td>d<td>e</table>`;
    const expected = [
      ['a', 'b'],
      ['', 'c'],
      ['d', 'e'],
    ];
    expect(cells(html(5))).toEqual(expected);
    expect(cells(html(0))).toEqual(expected);
  });

  it('have a blank where a cell breaks its line', () => {
    expect(cells('<table><tr><td>行政<br>运行</td><td><p>一</p><p>二</p></td></tr></table>')).toEqual([
      ['行政 运行', '一 二'],
    ]);
  });

  it('have their caption, and what stands between their tags, before them', () => {
    expect(texts('<table><caption>收入决算表</caption><tr><td>a<td>b</tr>单位：元</table>')).toEqual([
      '收入决算表',
      '单位：元',
      'a\tb',
    ]);
  });

  it('that lay out the page come out as what is in them, in order', () => {
    const inner = (name: string): string => `<table><tr><td>${name}</td><td>1.00</td></tr></table>`;
    const page = `<table><tr><td colspan=2>表头</td></tr><tr><td>左<p>下</p>${inner('a')}后</td><td>${inner('b')}</td></tr><tr><td>c</td><td>2.00</td></tr></table>`;
    expect(readHtml(page).map(({ text, cells: own }) => own ?? text)).toEqual([
      '表头',
      '左',
      '下',
      ['a', '1.00'],
      '后',
      ['b', '1.00'],
      ['c', '2.00'],
    ]);
  });

  it('of one column are text', () => {
    expect(
      readHtml('<table><tr><td><p>一</p><p>二</p></td></tr></table>').map((line) => [line.text, line.cells]),
    ).toEqual([
      ['一', null],
      ['二', null],
    ]);
  });

  it('are rows where only the tag of the table is lost', () => {
    expect(cells('<tr><td>1</td><td>2.00</td></tr>')).toEqual([['1', '2.00']]);
    expect(texts('<tr><td>1</td><td>2.00</td></tr><p>后</p>')).toEqual(['1\t2.00', '后']);
  });
});

describe('a piece of HTML inside a text', () => {
  it('has the line numbers of the text', () => {
    const piece = '单位：元<table>\n<tr><td>a</td><td>1</td></tr><tr><td>b</td><td>2</td></tr>\n</table>\n注：无';
    expect(readHtmlPiece(piece, 7).map(({ number, text }) => [number, text])).toEqual([
      [7, '单位：元'],
      [8, 'a\t1'],
      [8, 'b\t2'],
      [10, '注：无'],
    ]);
  });
});

describe('a page made to exhaust its reader', () => {
  const timed = (html: string): number => {
    const before = performance.now();
    try {
      readHtml(html);
    } catch (error) {
      expect(error).toMatchObject({ code: 'UNREADABLE_DOCUMENT' });
    }
    return performance.now() - before;
  };

  it.each([
    ['tags without end', '<div>'.repeat(50_000)],
    ['tags that close nothing', '<div>'.repeat(50_000) + '</span>'.repeat(50_000)],
    ['tables in tables', '<table><tr><td>x'.repeat(50_000)],
    ['cells', '<td>x'.repeat(100_000)],
    ['wide cells', '<table>' + '<tr><td colspan=200>'.repeat(50_000)],
    ['tall cells', '<table>' + '<tr><td rowspan=60000>'.repeat(50_000)],
    ['attributes', `<p ${'a=1 '.repeat(200_000)}>`],
    ['hidden parts', '<p hidden><table>'.repeat(50_000)],
    ['entities', '&nbsp;'.repeat(50_000)],
    ['openings of tags', '<'.repeat(500_000)],
    ['comments', '<!--'.repeat(50_000)],
    ['blanks', `<p>${' '.repeat(1_000_000)}x</p>`],
  ])('with %s is read or refused within seconds', (_, html) => {
    expect(timed(html)).toBeLessThan(8000);
  });
});
