import type { Report } from '../domain/report.js';

/** Rows and tables of a report that were seen and not read; rows read with a mark are none. */
export function countRefusals({ statements, issues }: Pick<Report, 'statements' | 'issues'>): number {
  const rows = statements.reduce((sum, { rowsSeen, rowsRead }) => sum + rowsSeen - rowsRead, 0);
  const tables = issues.filter(({ statement }) => !statements.some((read) => read.statement === statement)).length;
  return rows + tables;
}
