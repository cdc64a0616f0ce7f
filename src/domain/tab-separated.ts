/** One row with its place, so that a refusal can say where. */
export interface Row {
  readonly file: string;
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

export function refuse(row: Pick<Row, 'file' | 'line'>, expected: string, got: string): Error {
  return new Error(`${row.file}, line ${row.line}: expected ${expected}, got ${JSON.stringify(got)}`);
}

export function parseRows<T>(file: string, text: string, columns: readonly string[], convert: (row: Row) => T): T[] {
  const [head = '', ...lines] = text.replace(/\r?\n$/, '').split(/\r?\n/);
  if (head !== columns.join('\t')) throw refuse({ file, line: 1 }, `the columns ${columns.join(', ')}`, head);
  return lines.map((line, index) => convert(toRow(file, index + 2, line, columns)));
}

function toRow(file: string, line: number, text: string, columns: readonly string[]): Row {
  const cells = text.split('\t');
  if (cells.length !== columns.length) throw refuse({ file, line }, `${columns.length} tab-separated fields`, text);
  if (text.includes('"')) throw refuse({ file, line }, 'no quotation mark (fields are not quoted)', text);
  return { file, line, cells: Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ''])) };
}

export function readText(row: Row, column: string): string {
  const text = row.cells[column] ?? '';
  if (text === '' || text !== text.trim()) throw refuse(row, `a ${column} without outer blanks`, text);
  return text;
}

export function readYear(row: Row, column: string): number {
  const text = row.cells[column] ?? '';
  if (!/^(19|20)\d{2}$/.test(text)) throw refuse(row, `a year as ${column}`, text);
  return Number(text);
}

export function readOptionalYear(row: Row, column: string): number | null {
  return row.cells[column] === '' ? null : readYear(row, column);
}

export function readOneOf<T extends string>(row: Row, column: string, allowed: readonly T[]): T {
  const text = row.cells[column] ?? '';
  const found = allowed.find((value) => value === text);
  if (found === undefined) throw refuse(row, `${column} to be one of ${allowed.join(', ')}`, text);
  return found;
}
