import type { StoredSource } from '../domain/records.js';
import { Prisma } from './generated/client.js';

/** The columns that say where something stands. */
export interface SourceRow {
  readonly reportId: string;
  readonly sourceTable: string | null;
  readonly sourceSection: string | null;
  readonly sourceLine: number;
  readonly sourcePage: number | null;
  readonly sourceText: string;
}

export const SOURCE_COLUMNS = Prisma.raw(
  '"reportId", "sourceTable", "sourceSection", "sourceLine", "sourcePage", "sourceText"',
);

export function toSource(row: SourceRow): StoredSource {
  return {
    reportId: row.reportId,
    table: row.sourceTable,
    section: row.sourceSection,
    line: row.sourceLine,
    page: row.sourcePage,
    text: row.sourceText,
  };
}
