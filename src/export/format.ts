import type { Column, ColumnHead } from './column.js';
import { formatCsvHead, formatCsvRows } from './csv.js';
import { formatNdjsonRows } from './ndjson.js';

export const EXPORT_FORMATS = ['csv', 'ndjson'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export const MEDIA_TYPES: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8; header=present',
  ndjson: 'application/x-ndjson; charset=utf-8',
};

const BYTE_ORDER_MARK = '\uFEFF';

/** What stands before the first row. `bom` marks a CSV as UTF-8, for spreadsheets; NDJSON never has one. */
export function formatHead(format: ExportFormat, columns: readonly ColumnHead[], bom: boolean): string {
  return format === 'ndjson' ? '' : `${bom ? BYTE_ORDER_MARK : ''}${formatCsvHead(columns)}`;
}

export function formatRows<Row>(format: ExportFormat, columns: readonly Column<Row>[], rows: readonly Row[]): string {
  return format === 'csv' ? formatCsvRows(columns, rows) : formatNdjsonRows(columns, rows);
}
