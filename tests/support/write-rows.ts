import type { ColumnHead, ColumnValue } from '../../src/export/column.js';
import { formatHead, formatRows } from '../../src/export/format.js';
import type { ExportFormat } from '../../src/export/format.js';

/** Rows by the names of their columns, as this program writes tables that the database does not write. */
export function writeRows(
  format: ExportFormat,
  columns: readonly ColumnHead[],
  rows: readonly Readonly<Record<string, unknown>>[],
): string {
  const readable = columns.map((column) => ({
    ...column,
    read: (row: Readonly<Record<string, unknown>>) => row[column.name] as ColumnValue,
  }));
  return formatHead(format, columns, false) + formatRows(format, readable, rows);
}
