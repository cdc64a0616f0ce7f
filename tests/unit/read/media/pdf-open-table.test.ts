import { describe, expect, it } from '@jest/globals';
import { continueColumns, findColumns } from '../../../../src/read/media/pdf-columns.js';
import type { TextLine } from '../../../../src/read/media/pdf-fragments.js';
import { lineUp, textOf } from '../../../../src/read/media/pdf-fragments.js';
import type { Glyph } from '../../../../src/read/media/pdf-glyphs.js';
import { readOpenTable } from '../../../../src/read/media/pdf-open-table.js';
import { settleRadicals } from '../../../../src/read/media/pdf-radicals.js';
import { joinNames } from '../../../../src/read/media/pdf-rows.js';

const SIZE = 10;
type Placed = readonly [text: string, x0: number, x1: number];

const line = (y: number, ...texts: readonly Placed[]): TextLine => ({
  fragments: texts.map(([text, x0, x1]) => ({ text, x0, x1, y, size: SIZE })),
  y,
  size: SIZE,
});
const glyphs = (text: string, x: number, y: number, step = SIZE): Glyph[] =>
  [...text].map((sign, at) => ({ text: sign, x0: x + at * step, x1: x + at * step + step, y, size: SIZE }));

describe('Characters', () => {
  const texts = (given: readonly Glyph[]): string[][] =>
    lineUp(given).map((own) => own.fragments.map(({ text }) => text));

  it('are lines by their baselines, parted where the gap is wide', () => {
    expect(texts([...glyphs('收入', 0, 50), ...glyphs('合计', 60, 50.5), ...glyphs('支出', 0, 65)])).toEqual([['收入', '合计'], ['支出']]);
  }); // prettier-ignore

  it('printed twice for bold count once', () => {
    expect(texts([...glyphs('1100', 0, 50, 5), ...glyphs('1100', 0.4, 50, 5)])).toEqual([['1100']]);
  });

  it('of Chinese take no blank for a small gap, those of numbers do', () => {
    expect(texts([...glyphs('收', 0, 50), ...glyphs('入', 13, 50)])).toEqual([['收入']]);
    expect(texts([...glyphs('12', 0, 50, 5), ...glyphs('34', 13, 50, 5)])).toEqual([['12 34']]);
  });

  it('drawn as radicals become what they look like', () => {
    expect(settleRadicals('部⻔⼀⻚①')).toBe('部门一页①');
    // A font's ⼾ is drawn as 户, though its decomposition is 戶.
    expect(settleRadicals('财政专⼾')).toBe('财政专户');
  });
});

describe('Columns', () => {
  it('are where rows have text; an empty cell closes none', () => {
    const rows = [
      line(0, ['行政运行', 0, 40], ['544.95', 100, 130], ['0.00', 170, 190]),
      line(20, ['事业运行', 0, 40], ['21.40', 105, 130]),
      line(40, ['一般管理', 0, 40], ['1,485.32', 170, 190]),
    ];
    expect(findColumns(rows)).toEqual([
      { x0: 0, x1: 40 },
      { x0: 100, x1: 130 },
      { x0: 170, x1: 190 },
    ]);
  });

  it('go on over the page, with those that it leaves empty', () => {
    const columns = [
      { x0: 0, x1: 40 },
      { x0: 100, x1: 130 },
    ];
    expect(continueColumns(columns, [{ x0: 95, x1: 130 }])).toEqual([
      { x0: 0, x1: 40 },
      { x0: 95, x1: 130 },
    ]);
    expect(continueColumns(columns, [{ x0: 30, x1: 110 }])).toBeNull();
    expect(continueColumns(columns, [{ x0: 50, x1: 90 }])).toBeNull();
  });
});

describe('Pieces of names', () => {
  const figures = (y: number, ...name: readonly Placed[]): TextLine => line(y, ...name, ['1.00', 100, 120]);
  const piece = (text: string, y: number): TextLine => line(y, [text, 0, 40]);
  const join = (lines: readonly TextLine[]): string[] =>
    joinNames(lines, ({ fragments }) => fragments.some(({ text }) => text === '1.00'), () => true)
      .map(({ fragments }) => fragments.map(({ text }) => text).filter((text) => text !== '1.00').join('')); // prettier-ignore

  it('belong to the row that they stand around', () => {
    // Rows 24 apart; the first name is on two lines, its figures in the middle.
    const rows = [piece('甲', 0), figures(6), piece('乙', 12), figures(30, ['丙', 0, 40]), figures(54, ['丁', 0, 40])];
    expect(join(rows)).toEqual(['甲乙', '丙', '丁']);
  });

  it('belong to the row above where the gap below is wider', () => {
    expect(join([figures(0, ['甲', 0, 40]), piece('乙', 12), figures(30, ['丙', 0, 40])])).toEqual(['甲乙', '丙']);
  });

  it('stay rows of their own where they stand as near to the one as to the other', () => {
    expect(join([figures(0, ['甲', 0, 40]), piece('乙', 15), figures(30, ['丙', 0, 40])])).toEqual(['甲', '乙', '丙']);
  });
});

describe('A table without lines', () => {
  const heads = [
    line(0, ['项目', 40, 60]),
    line(8, ['合计', 115, 135], ['经营支出', 150, 190]),
    line(16, ['编码', 5, 25], ['名称', 55, 75]),
  ];
  const rows = [
    line(40, ['201', 0, 15], ['一般公共服务支出', 30, 110], ['1152.17', 115, 145]),
    line(60, ['20103', 0, 25], ['政府办公厅', 30, 80], ['66.85', 120, 145]),
  ];

  it('takes heads of several rows, a group over its columns and a column that is empty', () => {
    expect(readOpenTable([...heads, ...rows], false, null)?.rows).toEqual([
      { cells: ['项目', '', '合计', '经营支出'], spans: [2, 0, 1, 1] },
      { cells: ['编码', '名称', '', ''], spans: [1, 1, 1, 1] },
      { cells: ['201', '一般公共服务支出', '1152.17', ''], spans: [1, 1, 1, 1] },
      { cells: ['20103', '政府办公厅', '66.85', ''], spans: [1, 1, 1, 1] },
    ]);
  });

  it('is none where a list only has page numbers behind', () => {
    const contents = [line(0, ['第一章', 0, 30], ['3', 100, 105]), line(20, ['第二章', 0, 30], ['15', 100, 110])];
    expect(readOpenTable(contents, false, null)).toBeNull();
  });
});

it('A line of text has a blank where there is a gap', () => {
  expect(textOf(line(0, ['单位：万元', 100, 150], ['部门：某局', 0, 50]).fragments)).toBe('部门：某局 单位：万元');
});
