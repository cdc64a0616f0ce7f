import { describe, expect, it } from '@jest/globals';
import { readPdf } from '../../../../src/read/media/pdf-lines.js';
import type { PrintedDocument } from '../../../support/documents/printed-document.js';
import { table, text } from '../../../support/documents/printed-document.js';
import type { PdfOptions } from '../../../support/documents/render-pdf.js';
import { renderPdf, writePdf } from '../../../support/documents/render-pdf.js';

const RULINGS = ['ALL', 'HORIZONTAL', 'THREE', 'NONE'] as const;
const merged = (name: string, rows: number) => ({ text: name, rows });

const HEADS = [
  [{ text: '项目', columns: 2 }, merged('本年支出合计', 2), merged('基本支出', 2), merged('项目支出', 2), merged('经营支出', 2)],
  ['科目编码', '科目名称'],
]; // prettier-ignore
const ROWS = [
  ['', '合计', '1303.92', '776.00', '527.92', ''],
  ['201', '一般公共服务支出', '1152.17', '666.85', '485.32', ''],
  ['2010301', '行政运行', '544.95', '544.95', '', ''],
  ['2010302', '一般行政管理事务', '485.32', '', '485.32', ''],
  ['2080505', '机关事业单位养老保险缴费', '21.40', '21.40', '0.00', ''],
];
const DOCUMENT: PrintedDocument = [
  text('支出决算表'),
  text('部门：某局                单位：万元'),
  table([...HEADS, ...ROWS]),
  text('注：本表反映部门本年度各项支出情况。'),
];
/** As it is read: merged heads in their first row and column. */
const GRID = [
  ['项目', '', '本年支出合计', '基本支出', '项目支出', '经营支出'],
  ['科目编码', '科目名称', '', '', '', ''],
  ...ROWS,
];

async function read(document: PrintedDocument, options: PdfOptions): Promise<(string | readonly string[])[]> {
  const lines = await readPdf(renderPdf(document, options));
  return lines.map(({ text: line, cells }) => cells ?? line);
}

describe.each(RULINGS)('A table with lines: %s', (rulings) => {
  it('keeps empty cells and an empty column in their places, and its merged heads', async () => {
    expect(await read(DOCUMENT, { rulings })).toEqual([
      '支出决算表',
      '部门：某局 单位：万元',
      ...GRID,
      '注：本表反映部门本年度各项支出情况。',
      '- 1 -',
    ]);
  });

  it.each(['MIDDLE', 'TOP'] as const)('is read with names over several lines, figures at the %s', async (figures) => {
    const lines = await read(DOCUMENT, { rulings, figures, widestColumn: 54 });
    expect(lines.slice(-4, -2)).toEqual([
      ['2010302', '一般行政管理 事务', '485.32', '', '485.32', ''],
      ['2080505', '机关事业单位 养老保险缴费', '21.40', '21.40', '0.00', ''],
    ]);
  });

  it('goes on over pages, with its head or without', async () => {
    const rows = Array.from({ length: 30 }, (_, at) => [String(2010301 + at), `支出${at + 1}`, `${at + 10}.00`, '', '1.50', '']);
    const long = [table([...HEADS, ...rows])];
    const again = await read(long, { rulings, pageHeight: 400, repeatHead: true });
    const once = await read(long, { rulings, pageHeight: 400 });
    expect(once).toEqual([...GRID.slice(0, 2), ...rows.slice(0, 16), '- 1 -', ...rows.slice(16), '- 2 -']);
    expect(again).toEqual([...GRID.slice(0, 2), ...rows.slice(0, 16), '- 1 -', ...GRID.slice(0, 2), ...rows.slice(16), '- 2 -']);
  }); // prettier-ignore

  it('is told from the one below it', async () => {
    const other = table([['项目', '行次', '金额'], ['一、财政拨款收入', '1', '1316.18'], ['二、事业收入', '2', '0.00']]);
    expect(await read([...DOCUMENT, text('收入决算表'), text('单位：万元'), other], { rulings })).toEqual([
      '支出决算表',
      '部门：某局 单位：万元',
      ...GRID,
      '注：本表反映部门本年度各项支出情况。',
      '收入决算表',
      '单位：万元',
      ['项目', '行次', '金额'],
      ['一、财政拨款收入', '1', '1316.18'],
      ['二、事业收入', '2', '0.00'],
      '- 1 -',
    ]);
  }); // prettier-ignore
});

describe.each(RULINGS)('Two sides and group heads with lines: %s', (rulings) => {
  const sides = table([
    [{ text: '收入', columns: 3 }, { text: '支出', columns: 5 }],
    ['项目', '行次', '金额', '项目', '行次', '合计', '一般公共预算财政拨款', '政府性基金预算财政拨款'],
    ['一、一般公共预算财政拨款', '1', '1316.18', '一、一般公共服务支出', '28', '1152.17', '1152.17', '0.00'],
    ['', '3', '', '三、国防支出', '30', '', '', '0.00'],
    ['本年收入合计', '23', '1316.18', '本年支出合计', '50', '1303.92', '1303.92', '0.00'],
    ['总计', '27', '1344.33', '总计', '54', '1344.33', '1344.33', '0.00'],
  ]); // prettier-ignore

  it('give heads that span their columns', async () => {
    const lines = await readPdf(renderPdf([sides], { rulings }));
    expect(lines[0]?.cells).toEqual(['收入', '', '', '支出', '', '', '', '']);
    expect(lines[0]?.spans).toEqual([3, 0, 0, 5, 0, 0, 0, 0]);
    expect(lines.slice(1, 4).map(({ cells }) => cells)).toEqual([
      ['项目', '行次', '金额', '项目', '行次', '合计', '一般公共预算财政拨款', '政府性基金预算财政拨款'],
      ['一、一般公共预算财政拨款', '1', '1316.18', '一、一般公共服务支出', '28', '1152.17', '1152.17', '0.00'],
      ['', '3', '', '三、国防支出', '30', '', '', '0.00'],
    ]);
  });
});

describe('A page', () => {
  it.each([
    ['laid on its side and turned back', { turn: 'ROTATE' }],
    ['left on its side', { turn: 'CONTENT' }],
    ['with lines drawn as thin rectangles', { filledLines: true }],
    ['with tables open at their sides', { openSides: true }],
    ['with every text printed twice for bold', { overprinted: true }],
    ['with the invisible text of OCR', { invisible: true }],
    ['with a watermark askew', { watermark: '公开' }],
  ] as const)('%s is read like any other', async (_, options) => {
    expect(await read(DOCUMENT, { rulings: 'ALL', ...options })).toEqual(await read(DOCUMENT, { rulings: 'ALL' }));
  });

  it('of text gives a line for each printed line, numbered on, and no cells', async () => {
    const lines = await readPdf(renderPdf([text('一、主要职能'), { kind: 'PAGE_BREAK' }, text('收入总计1344.33万元')], { rulings: 'NONE' }));
    expect(lines.map(({ number, page, text: own, cells }) => [number, page, own, cells])).toEqual([
      [1, 1, '一、主要职能', null],
      [2, 1, '- 1 -', null],
      [3, 2, '收入总计1344.33万元', null],
      [4, 2, '- 2 -', null],
    ]);
  }); // prettier-ignore

  it('of a list of contents is no table', async () => {
    const contents = [['第一章 概况', '3'], ['第二章 决算表', '5'], ['第三章 情况说明', '12']];
    expect(await read([table(contents)], { rulings: 'NONE' })).toEqual(['第一章 概况 3', '第二章 决算表 5', '第三章 情况说明 12', '- 1 -']);
  }); // prettier-ignore
});

const SCANNED = { width: 595, height: 842, content: 'q 595 0 0 842 0 0 cm Q' };

describe('What is no PDF of text is refused', () => {
  it('where every page is scanned', async () => {
    await expect(readPdf(writePdf([SCANNED]))).rejects.toMatchObject({
      code: 'UNREADABLE_DOCUMENT',
      message: 'expected a PDF with a text layer, got scanned pages: run OCR and pass its text, HTML or searchable PDF',
    });
  });

  it('where some page is scanned, a line says which', async () => {
    const written = { width: 595, height: 842, content: 'BT /F1 9 Tf 50 700 Td <51B37B97> Tj ET' };
    const lines = await readPdf(writePdf([written, SCANNED, { ...SCANNED, content: '' }]));
    expect(lines.map(({ page, text: own }) => [page, own])).toEqual([
      [1, '决算'],
      [2, '[page 2 has no text layer]'],
    ]);
  });

  it('where it is damaged beyond mending', async () => {
    const bytes = new TextEncoder().encode('%PDF-1.4\nnothing more');
    await expect(readPdf(bytes)).rejects.toMatchObject({
      code: 'UNREADABLE_DOCUMENT',
      message: 'expected a PDF that opens, got one that is damaged',
    });
  });

  it('but not where only its table of contents is lost', async () => {
    const whole = renderPdf([text('一、主要职能')], { rulings: 'NONE' });
    const lines = await readPdf(whole.subarray(0, whole.length - 15));
    expect(lines[0]?.text).toBe('一、主要职能');
  });

  it('where a password locks it', async () => {
    const open = new TextDecoder('latin1').decode(renderPdf([text('一、主要职能')], { rulings: 'NONE' }));
    const key = '<'.concat('5A'.repeat(32), '>');
    const lock = `trailer<</ID[${key}${key}]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O${key}/U${key}>>`;
    await expect(readPdf(Buffer.from(open.replace('trailer<<', lock), 'latin1'))).rejects.toMatchObject({
      code: 'UNREADABLE_DOCUMENT',
      message: 'expected a PDF that opens, got one locked by a password: save it without',
    });
  });

  it('where it has more pages than a document has', async () => {
    const pages = Array.from({ length: 3001 }, () => SCANNED);
    await expect(readPdf(writePdf(pages))).rejects.toMatchObject({
      message: 'expected a PDF of at most 3000 pages, got 3001 pages',
    });
  });
});
