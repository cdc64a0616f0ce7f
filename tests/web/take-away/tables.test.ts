import { addressOfComparisonExport, addressOfExport, whereOf } from '../../../src/web/page/take-away/export-address';
import { nameFile } from '../../../src/web/page/take-away/file-name';
import { takeTable } from '../../../src/web/page/take-away/taken';
import { makeWorkbookCell } from '../../../src/web/page/take-away/workbook-cell';
import { writeCsv } from '../../../src/web/page/take-away/write-csv';

const HEADS = [
  { text: '区划', isNumber: false },
  { text: '代码', isNumber: false },
  { text: '数值', isNumber: true },
];

describe('CSV of what is shown', () => {
  it('begins with a byte order mark, has texts in quotes and figures without, and ends every record with CRLF', () => {
    const csv = writeCsv({ heads: HEADS, rows: [['越秀区', '2010301', '1066.66']] });
    expect(csv).toBe('\uFEFF"区划","代码","数值"\r\n"越秀区","2010301",1066.66\r\n');
  });

  it('has nothing at all between two commas where nothing is there', () => {
    const csv = writeCsv({ heads: HEADS, rows: [['越秀区', null, null]] });
    expect(csv).toContain('"越秀区",,\r\n');
  });

  it('keeps a negative figure a figure, and all its digits', () => {
    const csv = writeCsv({ heads: HEADS, rows: [['从化区', '', '-90071992547409.93']] });
    expect(csv).toContain(',-90071992547409.93\r\n');
  });

  it('puts an apostrophe before text that a spreadsheet would run, as the exports of the API do', () => {
    const texts = ['=1+1', '+86', '-A', '@x', "'=1", '＝1', '"a"\n=b', '2010301'];
    const rows = texts.map((text) => [text, null, null]);
    const csv = writeCsv({ heads: HEADS, rows });
    for (const guarded of [`"'=1+1"`, `"'+86"`, `"'-A"`, `"'@x"`, `"''=1"`, `"'＝1"`, `"""a""\n=b"`, `"2010301"`]) {
      expect(csv).toContain(`${guarded},,\r\n`);
    }
  });

  it('does not take away a column in which nothing stands', () => {
    const column = (id: string, plain: (row: string) => string | null) => ({ id, head: id, show: plain, plain });
    const table = takeTable([column('a', (row) => row), column('b', () => null)], ['x', 'y']);
    expect(table).toEqual({ heads: [{ text: 'a', isNumber: false }], rows: [['x'], ['y']] });
  });
});

describe('a cell of a spreadsheet', () => {
  it('is a number where the very same text comes back out of it', () => {
    expect(makeWorkbookCell('1303.90', true)).toEqual({ type: Number, value: 1303.9, format: '#,##0.00' });
    expect(makeWorkbookCell('0.00', true)).toEqual({ type: Number, value: 0, format: '#,##0.00' });
    expect(makeWorkbookCell('-2.62', true)).toEqual({ type: Number, value: -2.62, format: '#,##0.00' });
    expect(makeWorkbookCell('2019', true)).toEqual({ type: Number, value: 2019, format: '0' });
  });

  it('is text where a number would not keep it', () => {
    for (const text of ['9007199254740993', '1234567890123456.78', '0.1234567890123456', '-0.00', '007', '1e3']) {
      expect(makeWorkbookCell(text, true)).toEqual({ type: String, value: text });
    }
  });

  it('keeps a code as text, and is empty where nothing is there', () => {
    expect(makeWorkbookCell('2010301', false)).toEqual({ type: String, value: '2010301' });
    expect(makeWorkbookCell(null, true)).toBeNull();
  });
});

describe('names and addresses', () => {
  it('names a file after what is in it and its release, without signs that a system refuses', () => {
    expect(nameFile('“三公”经费 · 越秀区/从化区 · 2019', 'a0nky7', 'csv')).toBe(
      '“三公”经费 越秀区 从化区 2019 a0nky7.csv',
    );
    expect(nameFile('很'.repeat(200), 'a0nky7', 'png')).toBe(`${'很'.repeat(80)} a0nky7.png`);
  });

  it('filters an export as the API is filtered, and statistics not at all', () => {
    const extent = { districts: ['440117'], years: [2019] };
    expect(whereOf('facts', extent)).toEqual({ district: { in: ['440117'] }, year: { in: [2019] } });
    expect(whereOf('facts', { districts: [], years: [] })).toBeUndefined();
    expect(whereOf('statistics', extent)).toBeUndefined();
  });

  it('writes the filter into the address as JSON', () => {
    const address = addressOfExport('facts', 'csv', { where: { year: { in: [2019] } }, release: 'r1' });
    const { pathname, searchParams } = new URL(address, 'http://localhost');
    expect(pathname).toBe('/export/facts.csv');
    expect(Object.fromEntries(searchParams)).toEqual({ bom: '1', where: '{"year":{"in":[2019]}}', release: 'r1' });
    expect(addressOfExport('facts', 'ndjson', { where: undefined })).toBe('/export/facts.ndjson');
    expect(addressOfComparisonExport('viT-PaaI6kl0al36', 'csv', 'r1')).toBe(
      '/export/comparison.csv?id=viT-PaaI6kl0al36&bom=1&release=r1',
    );
  });
});
