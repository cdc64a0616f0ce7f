import type { ImportedDocument, ReadReport } from '../app/import-report.js';
import type { Issue } from '../domain/report.js';
import { toPlain } from './display-width.js';

/** What became of a document, for people: a line, what was read of it, and what was not. */
export function describeDocument(document: ImportedDocument): string {
  const path = toPlain(document.path);
  if (document.outcome === 'DUPLICATE') return `${path}: the same bytes as ${toPlain(document.sameAs)}\n`;
  const issues = (document.report?.issues ?? []).map((issue) => `    ${describeIssue(issue)}\n`).join('');
  if (document.outcome === 'REFUSED') return `${path}: refused: ${toPlain(document.error.message)}\n${issues}`;
  const outcome = document.outcome.toLowerCase().replace('_', ' ');
  return `${path}: ${outcome}: ${describeReport(document.report)}\n${issues}`;
}

function describeReport({ title, district, year, counts }: ReadReport): string {
  const placed = district === '000000' ? ', its place is not known: kept under 000000 未识别' : '';
  const { statements, rows, figures, issues, broken } = counts;
  const identities = broken > 0 ? `, ${broken} identities that do not hold` : '';
  return (
    `${toPlain(title)} (${district}, ${year}${placed})\n` +
    `  ${statements} statements, ${rows} rows, ${figures} figures, ${issues} issues${identities}`
  );
}

/** Where an issue stands and what it says. */
export function describeIssue({ source: { line, page }, message }: Issue): string {
  return `${page === null ? '' : `page ${page}, `}line ${line}: ${toPlain(message)}`;
}
