/** What a cell of a spreadsheet holds. */
export type WorkbookCell =
  | { readonly type: typeof Number; readonly value: number; readonly format: string }
  | { readonly type: typeof String; readonly value: string }
  | null;

/** Spreadsheets keep as many digits of a number. */
const MOST_DIGITS = 15;

/** A number only where the very same text comes back out of it; else the text, so that no figure is changed. */
export function makeWorkbookCell(text: string | null, isNumber: boolean): WorkbookCell {
  if (text === null) return null;
  if (!isNumber || !survives(text)) return { type: String, value: text };
  const decimals = countDecimals(text);
  return { type: Number, value: Number(text), format: decimals === 0 ? '0' : `#,##0.${'0'.repeat(decimals)}` };
}

function survives(text: string): boolean {
  if (!/^-?(0|[1-9]\d*)(\.\d+)?$/.test(text)) return false;
  const digits = text.replace(/[-.]/g, '').replace(/^0+/, '');
  return digits.length <= MOST_DIGITS && Number(text).toFixed(countDecimals(text)) === text;
}

function countDecimals(text: string): number {
  return text.split('.')[1]?.length ?? 0;
}
