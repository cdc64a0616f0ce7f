import { expect } from '@jest/globals';
import { COLUMNS_OF } from '../../src/export/tables.js';
import type { ExportTable } from '../../src/export/tables.js';
import { readCsv, undoGuard } from './read-csv.js';

/** The rows of a CSV as NDJSON has them. */
export function readTyped(table: ExportTable, csv: string): Record<string, unknown>[] {
  const [head, ...records] = readCsv(csv);
  const columns = COLUMNS_OF[table];
  expect(head).toEqual(columns.map(({ name }) => name));
  return records.map((record) => {
    expect(record).toHaveLength(columns.length);
    return Object.fromEntries(columns.map(({ name, type }, place) => [name, toTyped(type, record[place] ?? null)]));
  });
}

function toTyped(type: string, field: string | null): unknown {
  if (field === null || type === 'decimal') return field;
  if (type === 'text') return undoGuard(field);
  return JSON.parse(field);
}
