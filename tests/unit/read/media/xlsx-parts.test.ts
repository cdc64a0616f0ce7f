import { describe, expect, it } from '@jest/globals';
import { readXlsx } from '../../../../src/read/media/xlsx-lines.js';
import { zipParts } from '../../../support/documents/render-xlsx.js';

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

interface OddParts {
  readonly rows: string;
  readonly afterRows?: string;
  readonly beforeRows?: string;
  readonly texts?: string;
  readonly styles?: string;
}

function oddParts({
  rows,
  beforeRows = '',
  afterRows = '',
  texts = '',
  styles = '',
}: OddParts): Record<string, string> {
  return {
    'xl/workbook.xml': `<workbook xmlns:r="${RELATIONS}"><sheets><sheet name="Sheet1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELATIONS}/sharedStrings" Target="/xl/sharedStrings.xml"/><Relationship Id="rId3" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    'xl/sharedStrings.xml': `<sst>${texts}</sst>`,
    'xl/styles.xml': `<styleSheet>${styles}</styleSheet>`,
    'xl/worksheets/sheet1.xml': `<worksheet>${beforeRows}<sheetData>${rows}</sheetData>${afterRows}</worksheet>`,
  };
}

async function textsOf(parts: OddParts): Promise<string[]> {
  return (await readXlsx(await zipParts(oddParts(parts)))).map(({ text }) => text);
}

/** The sentence with which a workbook of these parts is refused. */
async function refusalOf(parts: Record<string, string | Buffer>): Promise<string> {
  const error = await readXlsx(await zipParts(parts)).then(
    () => null,
    (thrown: { code: string; message: string }) => thrown,
  );
  return `${error?.code}: ${error?.message}`;
}

describe('The cells of a sheet', () => {
  it('show what they hold, however it is stored', async () => {
    const lines = await textsOf({
      texts: `<si><t>一般</t></si><si><r><rPr/><t>公共</t></r><r><t xml:space="preserve"> 预算</t></r><rPh sb="0" eb="1"><t>gong</t></rPh><phoneticPr fontId="1"/></si><si><t>换_x000D_行&#10;了</t></si>`,
      rows: `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>
        <row r="2"><c r="A2" t="inlineStr"><is><r><t>内</t></r><r><t>联</t></r><rPh><t>x</t></rPh></is></c><c r="B2" t="str"><f>A1&amp;"1"</f><v>公式</v></c><c r="C2"><f>SUM(A9:A10)</f><v>3.5</v></c></row>
        <row r="3"><c r="A3" t="b"><v>1</v></c><c r="B3" t="e"><v>#REF!</v></c><c r="C3" t="d"><v>2024-01-01</v></c></row>`,
    });
    expect(lines).toEqual(['一般\t公共 预算\t换 行 了', '内联\t公式\t3.5', 'TRUE\t#REF!\t2024-01-01']);
  });

  it('show numbers by the format of their style', async () => {
    const lines = await textsOf({
      styles: `<numFmts><numFmt numFmtId="176" formatCode="0000000"/><numFmt numFmtId="177" formatCode="#,##0.00_ ;[Red]\\-#,##0.00\\ "/></numFmts>
        <cellStyleXfs><xf numFmtId="10"/></cellStyleXfs>
        <cellXfs><xf numFmtId="0"/><xf numFmtId="176"/><xf numFmtId="177"/><xf numFmtId="43"/><xf numFmtId="10"/><xf numFmtId="14"/></cellXfs>
        <dxfs><dxf><numFmt numFmtId="176" formatCode="0.0"/></dxf></dxfs>`,
      rows: `<row><c><v>2010301</v></c><c s="1"><v>50301</v></c><c s="2"><v>-1234.5600000000001</v></c><c s="3"><v>0</v></c><c s="4"><v>0.5</v></c><c s="5"><v>45292</v></c><c s="99"><v>1.2E-3</v></c><c t="str" s="2"><v>0012.50</v></c></row>`,
    });
    expect(lines).toEqual(['2010301\t0050301\t-1,234.56\t-\t50.00%\t45292\t0.0012\t0012.50']);
  });

  it('show no zeros where the sheet hides them', async () => {
    const rows = '<row><c><v>0</v></c><c><v>-0.0</v></c><c><v>0E0</v></c><c><v>0.5</v></c></row>';
    expect(await textsOf({ rows, beforeRows: '<sheetViews><sheetView showZeros="0"/></sheetViews>' })).toEqual([
      '\t\t\t0.5',
    ]);
    expect(await textsOf({ rows })).toEqual(['0\t0\t0\t0.5']);
  });

  it('stand where their reference says, or behind the one before', async () => {
    const rows = `<row r="3"><c r="B3"><v>3</v></c><c><v>4</v></c></row><row><c r="C4"><v>5</v></c></row><row r="1"><c r="AA1"><v>1</v></c><c r="A1"><v>0</v></c></row><row r="2"/>`;
    expect(await textsOf({ rows })).toEqual([
      `0${'\t'.repeat(26)}1`,
      `\t3\t4${'\t'.repeat(24)}`,
      `\t\t5${'\t'.repeat(24)}`,
    ]);
  });

  it('in hidden rows and columns are kept', async () => {
    const rows = '<row hidden="1"><c t="str"><v>项目</v></c><c><v>1</v></c></row>';
    expect(await textsOf({ rows, beforeRows: '<cols><col min="2" max="2" hidden="1"/></cols>' })).toEqual(['项目\t1']);
  });

  it('may have prefixes, and be written in UTF-16', async () => {
    const parts = oddParts({ rows: '' });
    const sheet = `<?xml version="1.0"?><x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>编码</x:t></x:is></x:c><x:c><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(sheet, 'utf16le')]);
    const lines = await readXlsx(await zipParts({ ...parts, 'xl/worksheets/sheet1.xml': utf16 }));
    expect(lines.map(({ cells }) => cells)).toEqual([['编码', '7']]);
  });
});

describe('Columns far to the right', () => {
  it('are closed up where the whole sheet leaves them empty, and kept where anything stands in them', async () => {
    const rows = `<row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>2</v></c></row><row r="2"><c r="A2"><v>3</v></c><c r="ZZ2"><v>4</v></c></row>`;
    const [first, second] = await readXlsx(await zipParts(oddParts({ rows })));
    expect(first?.cells?.length).toBe(202);
    expect([first?.cells?.[0], first?.cells?.[201]]).toEqual(['1', '2']);
    expect([second?.cells?.[0], second?.cells?.[200]]).toEqual(['3', '4']);
  });

  it('of many rows are more than a document can have', async () => {
    const rows = Array.from(
      { length: 10_001 },
      (_, at) => `<row r="${at + 1}"><c r="A${at + 1}"><v>1</v></c><c r="GR${at + 1}"><v>1</v></c></row>`,
    );
    expect(await refusalOf(oddParts({ rows: rows.join('') }))).toBe(
      'UNREADABLE_DOCUMENT: expected at most 2000000 cells in xl/worksheets/sheet1.xml, got more',
    );
  });
});

describe('A workbook is refused', () => {
  it('with a document type, and with entities', async () => {
    const declared = '<!DOCTYPE sst [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><sst><si><t>&b;</t></si></sst>';
    expect(await refusalOf({ ...oddParts({ rows: '' }), 'xl/sharedStrings.xml': declared })).toBe(
      'UNREADABLE_DOCUMENT: expected well-formed XML in xl/sharedStrings.xml, got a document type declaration',
    );
    const external = '<!DOCTYPE sst SYSTEM "file:///etc/hostname"><sst/>';
    expect(await refusalOf({ ...oddParts({ rows: '' }), 'xl/sharedStrings.xml': external })).toMatch(
      /a document type declaration$/,
    );
    expect(await refusalOf(oddParts({ rows: '<row><c t="str"><v>&b;</v></c></row>' }))).toMatch(
      /^UNREADABLE_DOCUMENT: expected well-formed XML in xl\/worksheets\/sheet1.xml, got .*undefined entity/,
    );
  });

  it('with a prolog that never ends', async () => {
    const sheet = `<!DOCTYPE sst [${'<!ENTITY a "b">'.repeat(20_000)}`;
    expect(await refusalOf({ ...oddParts({ rows: '' }), 'xl/worksheets/sheet1.xml': sheet })).toMatch(
      /got no element at its beginning$/,
    );
  });

  it('with elements nested beyond reason', async () => {
    const deep = `${'<a>'.repeat(300)}${'</a>'.repeat(300)}`;
    expect(await refusalOf(oddParts({ rows: deep }))).toMatch(/got elements nested more than 256 deep$/);
  });

  it('with XML that is not well-formed, or cut off, or no text', async () => {
    expect(await refusalOf(oddParts({ rows: '<row><c></row>' }))).toMatch(
      /in xl\/worksheets\/sheet1.xml, got .*unexpected close tag/,
    );
    const parts = oddParts({ rows: '' });
    const sheet = 'xl/worksheets/sheet1.xml';
    expect(await refusalOf({ ...parts, [sheet]: '<worksheet><sheetData>' })).toMatch(/unclosed tag/);
    expect(await refusalOf({ ...parts, [sheet]: '' })).toMatch(/document must contain a root element/);
    expect(await refusalOf({ ...parts, [sheet]: Buffer.alloc(0) })).toMatch(/document must contain a root element/);
    expect(await refusalOf({ ...parts, [sheet]: Buffer.from('<a>\xff</a>', 'latin1') })).toBe(
      'UNREADABLE_DOCUMENT: expected text in utf-8 in xl/worksheets/sheet1.xml, got bytes that are none',
    );
  });

  it('with cells where none can be, or texts that it does not have', async () => {
    const rowsOf = (rows: string): Promise<string> => refusalOf(oddParts({ rows }));
    expect(await rowsOf('<row r="0"/>')).toMatch(/expected row in xl\/worksheets\/sheet1.xml, got 0$/);
    expect(await rowsOf('<row r="1"><c r="1A"><v>1</v></c></row>')).toMatch(/expected cell in .*, got 1A$/);
    expect(await rowsOf('<row r="1"><c r="XFE1"><v>1</v></c></row>')).toMatch(/expected cell in .*, got XFE1$/);
    expect(await rowsOf('<row r="1"><c t="s"><v>3</v></c></row>')).toMatch(
      /expected a text that the workbook has in .*, got 3$/,
    );
  });

  it('without the parts that it names', async () => {
    const parts = oddParts({ rows: '' });
    const { 'xl/worksheets/sheet1.xml': _sheet, ...without } = parts;
    expect(await refusalOf(without)).toMatch(/expected a part xl\/worksheets\/sheet1.xml, got an archive without$/);
    expect(await refusalOf({ 'a.xml': '<a/>' })).toBe(
      'UNREADABLE_DOCUMENT: expected a workbook, got an archive without one',
    );
    const unrelated = { ...parts, 'xl/_rels/workbook.xml.rels': '<Relationships/>' };
    expect(await refusalOf(unrelated)).toMatch(/expected a part for sheet Sheet1, got none$/);
  });
});
