import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { boolean, decimal, integer, text } from '../../../src/export/column.js';
import type { Column } from '../../../src/export/column.js';
import { formatHead, formatRows } from '../../../src/export/format.js';
import { readCsv, undoGuard } from '../../support/read-csv.js';

interface Row {
  readonly code: string | null;
  readonly label: string | null;
  readonly amount: string | null;
  readonly line: number | null;
  readonly leaf: boolean | null;
}

const COLUMNS: readonly Column<Row>[] = [
  text('code', ['', ''], ({ code }) => code),
  text('label', ['', ''], ({ label }) => label),
  decimal('amount', '万元', ['', ''], ({ amount }) => amount),
  integer('line', ['', ''], ({ line }) => line),
  boolean('leaf', ['', ''], ({ leaf }) => leaf),
];
const ROW: Row = { code: '2010301', label: '行政运行', amount: '776.00', line: 178, leaf: true };
const csv = (...rows: Row[]): string => formatRows('csv', COLUMNS, rows);

describe('A row as CSV', () => {
  it('has text in quotes, so that codes stay text, and figures and booleans without; it ends in CRLF', () => {
    expect(csv(ROW)).toBe('"2010301","行政运行",776.00,178,true\r\n');
    expect(csv({ ...ROW, amount: '-12.50', line: 0, leaf: false })).toBe('"2010301","行政运行",-12.50,0,false\r\n');
  });

  it('tells absent from empty: nothing at all, and a pair of quotes', () => {
    expect(csv({ code: null, label: '', amount: null, line: null, leaf: null })).toBe(',"",,,\r\n');
  });

  it('keeps commas, quotes and ends of line inside the quotes', () => {
    expect(csv({ ...ROW, label: '“三公”, "三公"\n经费\r\n支出\r' })).toBe(
      '"2010301","“三公”, ""三公""\n经费\r\n支出\r",776.00,178,true\r\n',
    );
  });

  it.each([...'=+-@\t\r\n＝＋－＠'])('puts an apostrophe before text that begins with %j', (sign) => {
    expect(readCsv(csv({ ...ROW, label: `${sign}1+1` }))[0]?.[1]).toBe(`'${sign}1+1`);
    expect(readCsv(csv({ ...ROW, label: `'${sign}1+1` }))[0]?.[1]).toBe(`''${sign}1+1`);
  });

  it('leaves text alone that no spreadsheet runs, and figures always', () => {
    for (const label of ["'", "'本级'", '本级=1', ' =1', '（一）', '—'])
      expect(readCsv(csv({ ...ROW, label }))[0]?.[1]).toBe(label);
    expect(csv({ ...ROW, amount: '-0.01' })).toContain(',-0.01,');
  });

  it('gives every text back when it is read, whatever it holds', () => {
    const part = fc.constantFrom(
      '"',
      ',',
      '\n',
      '\r\n',
      '\r',
      '=',
      '+',
      '-',
      '@',
      '＝',
      "'",
      '\t',
      ' ',
      '全角，',
      '😀',
      '1',
    );
    const nasty = fc.option(fc.array(fc.oneof(part, fc.string({ unit: 'binary' }))).map((parts) => parts.join('')));
    fc.assert(
      fc.property(fc.array(fc.record({ code: nasty, label: nasty })), (texts) => {
        const rows = texts.map((own) => ({ ...ROW, ...own }));
        const read = readCsv(formatHead('csv', COLUMNS, false) + csv(...rows)).map(([code, label, ...rest]) => [
          ...[code, label].map((own) => (own === null ? null : undoGuard(String(own)))),
          ...rest,
        ]);
        const written = rows.map(({ code, label }) => [code, label, '776.00', '178', 'true']);
        expect(read).toEqual([['code', 'label', 'amount', 'line', 'leaf'], ...written]);
      }),
    );
  });
});

describe('The head of a table', () => {
  it('names the columns, after a byte order mark where one is wished for', () => {
    expect(formatHead('csv', COLUMNS, false)).toBe('code,label,amount,line,leaf\r\n');
    expect(
      Buffer.from(formatHead('csv', COLUMNS, true))
        .subarray(0, 4)
        .toString('hex'),
    ).toBe('efbbbf63');
  });

  it('is nothing in NDJSON', () => {
    expect(formatHead('ndjson', COLUMNS, false)).toBe('');
  });
});

describe('A row as NDJSON', () => {
  it('is an object a line: numbers and booleans are JSON, decimals and codes strings, absent is null', () => {
    const rows: Row[] = [ROW, { code: null, label: '=a\nb', amount: null, line: null, leaf: null }];
    expect(formatRows('ndjson', COLUMNS, rows)).toBe(
      '{"code":"2010301","label":"行政运行","amount":"776.00","line":178,"leaf":true}\n' +
        '{"code":null,"label":"=a\\nb","amount":null,"line":null,"leaf":null}\n',
    );
  });
});
