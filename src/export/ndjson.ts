import type { Column } from './column.js';

/** A JSON object a line: null for what is absent, decimals and codes as strings. */
export function formatNdjsonRows<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  return rows.map((row) => `${JSON.stringify(toObject(columns, row))}\n`).join('');
}

function toObject<Row>(columns: readonly Column<Row>[], row: Row): Record<string, unknown> {
  return Object.fromEntries(columns.map(({ name, read }) => [name, read(row)]));
}
