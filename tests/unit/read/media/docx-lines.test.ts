import { describe, expect, it } from '@jest/globals';
import { readDocx } from '../../../../src/read/media/docx-lines.js';
import { linesOf } from '../../../support/documents/document-lines.js';
import { table, text } from '../../../support/documents/printed-document.js';
import { renderDocx, zipBody } from '../../../support/documents/render-docx.js';
import { zipParts } from '../../../support/documents/render-xlsx.js';

const run = (words: string): string => `<w:r><w:t>${words}</w:t></w:r>`;
const paragraph = (words: string): string => `<w:p>${run(words)}</w:p>`;
const cell = (content: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
const row = (...cells: string[]): string => `<w:tr>${cells.join('')}</w:tr>`;
const tableOf = (...rows: string[]): string => `<w:tbl>${rows.join('')}</w:tbl>`;

/** The lines of a body: the text of a paragraph, or the cells and the spans of a row. */
async function linesIn(body: string): Promise<unknown[]> {
  const lines = await readDocx(await zipBody(body));
  expect(lines.map(({ number, page }) => [number, page])).toEqual(lines.map((_, at) => [at + 1, null]));
  return lines.map(({ text: own, cells, spans }) => (cells ? [...cells, spans?.join('')] : own));
}

describe('A text document', () => {
  it('is its paragraphs and the rows of its tables, merged cells with their spans', async () => {
    const document = [
      text('收入决算表'),
      table([
        [
          { text: '项目', columns: 2 },
          { text: '决算数', rows: 2 },
        ],
        ['编码', '名称'],
        [{ text: '201', rows: 2 }, '一般公共服务支出', '1.00'],
        ['人大事务', '2.00'],
      ]),
      { kind: 'PAGE_BREAK' as const },
      text('注：<无> & "其他"'),
    ];
    expect(await readDocx(await renderDocx(document))).toEqual(linesOf(document));
  });

  it('is refused where the archive holds none, or the part is damaged', async () => {
    const refuse = async (parts: Record<string, string>): Promise<void> => {
      await readDocx(await zipParts(parts));
    };
    await expect(refuse({ 'a.xml': '<a/>' })).rejects.toMatchObject({
      code: 'UNREADABLE_DOCUMENT',
      message: 'expected a text document, got an archive without one',
    });
    await expect(refuse({ 'word/document.xml': '<w:p></w:r>' })).rejects.toMatchObject({
      code: 'UNREADABLE_DOCUMENT',
      message: expect.stringContaining('expected well-formed XML in word/document.xml'),
    });
    await expect(refuse({ 'word/document.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' })).rejects.toMatchObject({
      message: 'expected well-formed XML in word/document.xml, got a document type declaration',
    });
  });
});

describe('A document of more paragraphs than one can have', () => {
  it('is refused', async () => {
    await expect(
      linesIn(Array.from({ length: 300_001 }, (_, at) => `<w:p w:id="${at}"/>`).join('')),
    ).rejects.toMatchObject({
      code: 'UNREADABLE_DOCUMENT',
      message: 'expected at most 300000 paragraphs and cells in word/document.xml, got more',
    });
  });
});

describe('A paragraph', () => {
  it('is its runs joined, tabs as blanks, broken lines as lines, without blank lines', async () => {
    const body = `<w:p>${run('一、')}<w:hyperlink>${run('职能')}</w:hyperlink><w:r><w:tab/><w:t xml:space="preserve"> 第</w:t><w:noBreakHyphen/><w:t>1页</w:t></w:r></w:p>
      <w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr></w:p>${paragraph('  ')}
      <w:p><w:r><w:t>某某局</w:t><w:br/><w:t>2024年部门决算</w:t><w:br w:type="page"/><w:lastRenderedPageBreak/><w:t>目录</w:t></w:r></w:p>`;
    expect(await linesIn(body)).toEqual(['一、职能  第-1页', '某某局', '2024年部门决算', '目录']);
  });

  it('keeps what was inserted and leaves out what was deleted, moved away or hidden', async () => {
    const body = `<w:p>${run('共')}<w:ins>${run('100')}</w:ins><w:del><w:r><w:delText>90</w:delText></w:r></w:del><w:moveFrom>${run('旧')}</w:moveFrom><w:moveTo>${run('新')}</w:moveTo><w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>显</w:t></w:r>${run('元')}</w:p>`;
    expect(await linesIn(body)).toEqual(['共100新显元']);
  });

  it('whose end was deleted goes on with the next', async () => {
    const deleted = `<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>${run('收入')}</w:p>`;
    expect(await linesIn(`${deleted}${paragraph('决算表')}${paragraph('支出')}`)).toEqual(['收入决算表', '支出']);
    expect(await linesIn(`${deleted}${tableOf(row(cell(deleted)))}`)).toEqual(['收入', ['收入', '1']]);
  });

  it('shows what fields give, not their codes, and signs without the readings above them', async () => {
    const body = `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE \\* MERGEFORMAT </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('12')}<w:r><w:fldChar w:fldCharType="end"/></w:r><w:fldSimple w:instr="DATE">${run('页')}</w:fldSimple><w:r><w:ruby><w:rt>${run('yi')}</w:rt><w:rubyBase>${run('一')}</w:rubyBase></w:ruby></w:r></w:p>`;
    expect(await linesIn(body)).toEqual(['12页一']);
  });

  it('is followed by its text boxes, drawn once', async () => {
    const box = (words: string): string =>
      `<w:txbxContent>${paragraph(words)}${tableOf(row(cell(paragraph('格'))))}</w:txbxContent>`;
    const body = `<w:p>${run('前')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box('框')}</wps:txbx></w:drawing></mc:Choice><mc:Choice Requires="x"><wps:txbx>${box('又')}</wps:txbx></mc:Choice><mc:Fallback><w:pict><v:textbox>${box('框')}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>${run('后')}</w:p>`;
    expect(await linesIn(body)).toEqual(['前后', '框', ['格', '1']]);
    const old = `<w:p><w:r><mc:AlternateContent><mc:Fallback><w:pict><v:textbox>${box('旧')}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`;
    expect(await linesIn(old)).toEqual(['旧', ['格', '1']]);
  });

  it('may have alternatives in a run', async () => {
    const body = `<w:p><w:r><mc:AlternateContent><mc:Choice><w:t>新</w:t></mc:Choice><mc:Fallback><w:t>旧</w:t></mc:Fallback></mc:AlternateContent><w:t>字</w:t></w:r></w:p>`;
    expect(await linesIn(body)).toEqual(['新字']);
  });
});

describe('A table', () => {
  it('joins the paragraphs and broken lines of a cell by blanks', async () => {
    const content = `${paragraph('一般公共')}<w:p/><w:sdt><w:sdtContent><w:p><w:r><w:t>预算</w:t><w:br/><w:t>拨款</w:t></w:r></w:p></w:sdtContent></w:sdt>`;
    expect(await linesIn(tableOf(row(cell(content), cell(paragraph('1.00')))))).toEqual([
      ['一般公共 预算 拨款', '1.00', '11'],
    ]);
  });

  it('has empty columns where a row begins later or ends earlier', async () => {
    const late = `<w:tr><w:trPr><w:gridBefore w:val="2"/><w:gridAfter w:val="1"/></w:trPr>${cell(paragraph('丙'))}</w:tr>`;
    const full = row(...['一', '二', '三', '四'].map((words) => cell(paragraph(words))));
    expect(await linesIn(tableOf(full, late))).toEqual([
      ['一', '二', '三', '四', '1111'],
      ['', '', '丙', '', '1111'],
    ]);
  });

  it('has cells that go on with the one above only where they stand below it', async () => {
    const begin = '<w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>';
    const rows = [
      row(cell(paragraph('甲'), begin), cell(paragraph('1'))),
      row(cell(paragraph('藏'), '<w:gridSpan w:val="2"/><w:vMerge/>'), cell(paragraph('2'))),
      row(cell(paragraph('乙'), '<w:vMerge w:val="continue"/>'), cell(paragraph('丙')), cell(paragraph('3'))),
    ];
    expect(await linesIn(tableOf(...rows))).toEqual([
      ['甲', '', '1', '201'],
      ['', '', '2', '201'],
      ['乙', '丙', '3', '111'],
    ]);
  });

  it('inside a cell follows the row of that cell', async () => {
    const inner = tableOf(row(cell(paragraph('内一')), cell(paragraph('内二'))));
    const rows = [
      row(cell(`${paragraph('外一')}${inner}${paragraph('外二')}`), cell(paragraph('旁'))),
      row(cell(paragraph('下')), cell(paragraph('末'))),
    ];
    expect(await linesIn(tableOf(...rows))).toEqual([
      ['外一 外二', '旁', '11'],
      ['内一', '内二', '11'],
      ['下', '末', '11'],
    ]);
  });

  it('that only frames others is what it frames', async () => {
    const inner = tableOf(row(cell(paragraph('甲')), cell(paragraph('1'))));
    const frame = tableOf(row(cell(`${paragraph('收入表')}${inner}${paragraph('注：无')}`)));
    expect(await linesIn(frame)).toEqual(['收入表', ['甲', '1', '11'], '注：无']);
  });

  it('loses rows that were deleted', async () => {
    const deleted = `<w:tr><w:trPr><w:del w:id="1"/></w:trPr>${cell(paragraph('旧'))}</w:tr>`;
    expect(await linesIn(tableOf(deleted, row(cell(paragraph('新')))))).toEqual([['新', '1']]);
  });

  it('is refused where its cells claim more columns than a document can have', async () => {
    const wide = row(cell('', '<w:gridSpan w:val="9999"/>')).repeat(10_001);
    await expect(linesIn(tableOf(wide))).rejects.toMatchObject({
      code: 'UNREADABLE_DOCUMENT',
      message: 'expected at most 2000000 cells in all tables, got more',
    });
  });
});
