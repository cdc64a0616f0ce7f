import type { ShowNumber } from './xlsx-number-format.js';
import { numberFormat } from './xlsx-number-format.js';
import type { XmlListener } from './xml-events.js';

/** How the numbers of a workbook are shown, by the place of a cell's style in its list of styles. */
export interface CellStyles {
  /** A style that the workbook does not list shows numbers plainly. */
  showNumber(style: number): ShowNumber;
}

/**
 * Formats that files name by number only, as a Chinese spreadsheet shows them (signs of currency left out); dates, times,
 * fractions and powers of ten are not among them, for they are shown as plain numbers.
 */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  5: '#,##0;-#,##0',
  6: '#,##0;-#,##0',
  7: '#,##0.00;-#,##0.00',
  8: '#,##0.00;-#,##0.00',
  9: '0%',
  10: '0.00%',
  37: '#,##0;-#,##0',
  38: '#,##0;-#,##0',
  39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;-#,##0.00',
  41: '#,##0;-#,##0;"-"',
  42: '#,##0;-#,##0;"-"',
  43: '#,##0.00;-#,##0.00;"-"??',
  44: '#,##0.00;-#,##0.00;"-"??',
};

/** The styles of a workbook and what listens to the part that holds them; before it is read, all numbers are plain. */
export function collectStyles(): { styles: CellStyles; listener: XmlListener } {
  const codes = new Map<number, string>();
  const formats: number[] = [];
  const shown = new Map<string, ShowNumber>();
  const listener: XmlListener = {
    open(name, attributes, parents) {
      const parent = parents.at(-1);
      if (name === 'numFmt' && parent === 'numFmts')
        codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? 'General');
      if (name === 'xf' && parent === 'cellXfs') formats.push(Number(attributes['numFmtId'] ?? '0'));
    },
    text: () => undefined,
    close: () => undefined,
  };
  const styles: CellStyles = {
    showNumber(style) {
      const id = formats[style] ?? 0;
      const code = codes.get(id) ?? BUILT_IN[id] ?? 'General';
      const known = shown.get(code) ?? numberFormat(code);
      shown.set(code, known);
      return known;
    },
  };
  return { styles, listener };
}
