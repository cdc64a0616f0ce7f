import { describe, expect, it } from '@jest/globals';
import { readXlsx } from '../../../../src/read/media/xlsx-lines.js';
import { linesOf } from '../../../support/documents/document-lines.js';
import type { PrintedDocument } from '../../../support/documents/printed-document.js';
import { table, text } from '../../../support/documents/printed-document.js';
import { renderXlsx, zipParts } from '../../../support/documents/render-xlsx.js';

const TWO_TABLES: PrintedDocument = [
  text('收入决算表'),
  text('单位：万元'),
  table([
    ['项目', '决算数'],
    ['合计', '1,234.56'],
  ]),
  text('支出决算表'),
  table([
    ['项目', '决算数'],
    ['合计', '0.10'],
  ]),
  text('注：无'),
];

const CELLS: PrintedDocument = [
  text('收入决算表'),
  table([
    [
      { text: '项目', columns: 2 },
      { text: '决算数', rows: 2 },
    ],
    ['编码', '名称'],
    [{ text: '201', rows: 2 }, '一般公共服务支出', '1.00'],
    ['人大事务', '0.30'],
  ]),
  text('注：<无> & "其他"'),
];

describe('A workbook', () => {
  it('is its sheets in order, each begun by its name, with lines numbered on', async () => {
    const lines = await readXlsx(await renderXlsx(TWO_TABLES, { sheets: 'PER_TABLE', sheetName: '附表' }));
    expect(lines.map(({ number, page, text: own, cells }) => [number, page, own, cells])).toEqual([
      [1, null, '附表1', null],
      [2, null, '收入决算表', null],
      [3, null, '单位：万元', null],
      [4, null, '项目\t决算数', ['项目', '决算数']],
      [5, null, '合计\t1,234.56', ['合计', '1,234.56']],
      [6, null, '附表2', null],
      [7, null, '支出决算表', null],
      [8, null, '项目\t决算数', ['项目', '决算数']],
      [9, null, '合计\t0.10', ['合计', '0.10']],
      [10, null, '注：无', null],
    ]);
  });

  it('does not name sheets that nobody named', async () => {
    const lines = await readXlsx(await renderXlsx([text('标题'), table([['合计', '1']])], { sheetName: 'Sheet' }));
    expect(lines.map((line) => line.text)).toEqual(['标题', '合计\t1']);
  });

  it.each(['NUMBER', 'TEXT'] as const)('gives merged cells their spans, amounts stored as %s', async (numbers) => {
    const expected = linesOf(CELLS).map((line) => ({ ...line, storedNumbers: line.cells !== null }));
    for (const mergedTitles of [true, false]) {
      const lines = await readXlsx(await renderXlsx(CELLS, { numbers, mergedTitles }));
      expect(lines.map((line) => ({ ...line, storedNumbers: line.cells !== null }))).toEqual(expected);
    }
  });

  it('says which rows keep their numbers as numbers', async () => {
    const given: PrintedDocument = [
      text('标题'),
      table([
        ['项目', '决算数'],
        ['201', '1,234.56'],
      ]),
    ];
    const storedOf = async (numbers: 'NUMBER' | 'GENERAL' | 'TEXT'): Promise<boolean[]> =>
      (await readXlsx(await renderXlsx(given, { numbers }))).map(({ storedNumbers }) => storedNumbers);
    expect(await storedOf('NUMBER')).toEqual([false, true, true]);
    expect(await storedOf('GENERAL')).toEqual([false, true, true]);
    expect(await storedOf('TEXT')).toEqual([false, true, false]);
  });

  it('leaves out hidden sheets, charts and sheets without anything', async () => {
    const R = 'http://purl.oclc.org/ooxml/officeDocument/relationships';
    const sheet = (rows: string): string => `<worksheet><sheetData>${rows}</sheetData></worksheet>`;
    const row = (word: string): string => `<row><c t="str"><v>${word}</v></c><c><v>1</v></c></row>`;
    const bytes = await zipParts({
      'xl/workbook.xml': `<workbook xmlns:r="${R}"><sheets><sheet name="后" r:id="b"/><sheet name="藏" state="hidden" r:id="c"/><sheet name="深藏" state="veryHidden" r:id="c"/><sheet name="图" r:id="d"/><sheet name="空" r:id="e"/><sheet name="前" state="visible" r:id="a"/></sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': `<Relationships>${['a', 'b', 'c', 'e'].map((id) => `<Relationship Id="${id}" Type="${R}/worksheet" Target="../xl/./worksheets/${id}.xml"/>`).join('')}<Relationship Id="d" Type="${R}/chartsheet" Target="chartsheets/d.xml"/><Relationship Id="x" TargetMode="External" Type="${R}/externalLink" Target="file:///x"/></Relationships>`,
      'xl/worksheets/a.xml': sheet(row('甲')),
      'xl/worksheets/b.xml': sheet(row('乙')),
      'xl/worksheets/c.xml': sheet(row('丙')),
      'xl/worksheets/e.xml': sheet('<row><c s="1"/></row>'),
    });
    expect((await readXlsx(bytes)).map((line) => line.text)).toEqual(['后', '乙\t1', '前', '甲\t1']);
  });
});

/** The lines of one sheet that was given row by row, null where a line is a row of cells. */
async function kindsOf(rows: readonly (readonly string[])[], merged: readonly string[] = []): Promise<unknown[]> {
  const cells = rows.map(
    (row) =>
      `<row>${row.map((own) => (own === '' ? '<c/>' : /^\d/.test(own) ? `<c><v>${own}</v></c>` : `<c t="str"><v>${own}</v></c>`)).join('')}</row>`,
  );
  const refs = merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const lines = await readXlsx(
    await zipParts({
      'xl/workbook.xml': `<workbook xmlns:r="${R}"><sheets><sheet name="Sheet1" r:id="a"/></sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="a" Type="${R}/worksheet" Target="a.xml"/></Relationships>`,
      'xl/a.xml': `<worksheet><sheetData>${cells.join('')}</sheetData><mergeCells>${refs}</mergeCells></worksheet>`,
    }),
  );
  return lines.map(({ text: own, cells: given, spans }) => (given ? [...given, spans?.join('')] : own));
}

describe('A row with one cell filled', () => {
  it('is text above the first row and below the last with two', async () => {
    expect(await kindsOf([['标题'], ['', '', '单位：元'], ['甲', '1'], ['注：无'], ['', '完']])).toEqual([
      '标题',
      '单位：元',
      ['甲', '1', '11'],
      '注：无',
      '完',
    ]);
  });

  it('between them is a row, unless it is merged over more than half the width', async () => {
    const rows = [['甲', '1', '2', '3'], ['其中：'], ['第二部分'], ['乙', '1', '2', '3']];
    expect(await kindsOf(rows, ['A2:B2', 'A3:C3'])).toEqual([
      ['甲', '1', '2', '3', '1111'],
      ['其中：', '', '', '', '2011'],
      '第二部分',
      ['乙', '1', '2', '3', '1111'],
    ]);
  });

  it('is a row where a label closes up to the last row: a table without figures', async () => {
    expect(await kindsOf([['项目', '金额'], ['合计'], ['结余'], ['注：本表无数据'], ['说明']])).toEqual([
      ['项目', '金额', '11'],
      ['合计', '', '11'],
      ['结余', '', '11'],
      '注：本表无数据',
      '说明',
    ]);
    expect(await kindsOf([['项目', '金额'], [], ['结余']])).toEqual([['项目', '金额', '11'], '结余']);
  });

  it('is a row where it is a number', async () => {
    expect(await kindsOf([['12'], ['甲', '1'], ['34.5']])).toEqual([
      ['12', '', '11'],
      ['甲', '1', '11'],
      ['34.5', '', '11'],
    ]);
  });

  it('is text everywhere in a sheet without any other', async () => {
    expect(await kindsOf([['部门概况'], ['', '一、职能']])).toEqual(['部门概况', '一、职能']);
  });

  it('is text however far its title is merged, and makes no table wider', async () => {
    expect(await kindsOf([['标题'], ['甲', '1'], ['又一题'], ['乙', '2']], ['A1:XFD1', 'A3:XFD3'])).toEqual([
      '标题',
      ['甲', '1', '11'],
      '又一题',
      ['乙', '2', '11'],
    ]);
  });
});

describe('Merged cells', () => {
  it('show the first cell alone, and may cover rows that have no line', async () => {
    const rows = [
      ['甲', '乙', '丙', '1'],
      ['丁', '2', '3', '4'],
      ['戊', '己', '', ''],
    ];
    expect(await kindsOf(rows, ['A1:B3', 'C3:D1048576'])).toEqual([
      ['甲', '', '丙', '1', '2011'],
      ['', '', '3', '4', '2011'],
    ]);
  });

  it('of great number and size are refused rather than painted', async () => {
    const rows = Array.from({ length: 2000 }, () => ['甲', '1']);
    const merged = Array.from({ length: 1100 }, () => 'A1:B1048576');
    await expect(kindsOf(rows, merged)).rejects.toMatchObject({ code: 'UNREADABLE_DOCUMENT' });
  });
});
