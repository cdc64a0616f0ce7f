import { stringify } from 'csv-stringify/sync';
import type { Column, ColumnHead } from './column.js';

/** What spreadsheets take for the beginning of a formula. */
export const FORMULA_SIGNS: readonly string[] = [...'=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20'];
/** After apostrophes that are there already. */
const FORMULA = new RegExp(`^'*[${FORMULA_SIGNS.join('').replace('-', '\\-')}]`);

/** Text with an apostrophe before what a spreadsheet would run; taking one away from what fits the same pattern gives it back. */
export function guardFormula(value: string): string {
  return FORMULA.test(value) ? `'${value}` : value;
}

/** The first line. Names are plain and need no quotes. */
export function formatCsvHead(columns: readonly ColumnHead[]): string {
  return `${columns.map(({ name }) => name).join(',')}\r\n`;
}

/**
 * Records of RFC 4180, each ended by CRLF. All text is in quotes, numbers and booleans are not, so that a typed reader keeps codes as
 * text; null is nothing at all, an empty text a pair of quotes.
 */
export function formatCsvRows<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const records = rows.map((row) => columns.map((column) => toField(column, row)));
  return stringify(records, {
    record_delimiter: '\r\n',
    quoted_string: true,
    cast: { boolean: String, object: ({ figure }) => String(figure) },
  });
}

/** The writer puts quotes around strings alone: a decimal travels to it as an object. */
function toField<Row>({ type, read }: Column<Row>, row: Row): unknown {
  const value = read(row);
  if (typeof value !== 'string') return value;
  return type === 'decimal' ? { figure: value } : guardFormula(value);
}
