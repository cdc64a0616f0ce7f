import { stringify } from 'csv-stringify/browser/esm/sync';
import type { TakenTable } from './taken';

/** What a spreadsheet takes for the beginning of a formula, after apostrophes that are there already (docs/exports.md). */
const FORMULA = /^'*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;
const DECIMAL = /^-?\d+(\.\d+)?$/;

/** RFC 4180 with a byte order mark: texts in quotes, figures not, nothing at all where nothing is there. */
export function writeCsv({ heads, rows }: TakenTable): string {
  const records = rows.map((row) => row.map((text, index) => makeField(text, heads[index]?.isNumber ?? false)));
  return stringify([heads.map(({ text }) => guardFormula(text)), ...records], {
    bom: true,
    record_delimiter: '\r\n',
    quoted_string: true,
    cast: { object: ({ figure }) => String(figure) },
  });
}

/** The writer puts quotes around strings alone: a figure travels to it as an object. */
function makeField(text: string | null, isNumber: boolean): unknown {
  if (text === null) return null;
  return isNumber && DECIMAL.test(text) ? { figure: text } : guardFormula(text);
}

function guardFormula(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}
