import type { Source } from '../domain/report.js';
import type { ColumnTypes } from './insert-rows.js';

/** The columns that all things inside a report have. */
export const INNER = { id: 'text', position: 'int' } as const satisfies ColumnTypes;

export const SOURCE = {
  sourceTable: 'text',
  sourceSection: 'text',
  sourceLine: 'int',
  sourcePage: 'int',
  sourceText: 'text',
} as const satisfies ColumnTypes;

export function sourceRow({ table, section, line, page, text }: Source) {
  return { sourceTable: table, sourceSection: section, sourceLine: line, sourcePage: page, sourceText: text };
}
