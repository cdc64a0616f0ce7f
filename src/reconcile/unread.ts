import type { Issue, LineItem } from '../domain/report.js';
import type { ReportFigures } from './report-figures.js';
import { columnOf, comparePlaces, countBefore, placeOf } from './table-places.js';
import type { TablePlaces } from './table-places.js';

/**
 * What could not be read among the lines of the given figures, and might be a term of theirs: an issue at a line between them at
 * which their column has no figure. Null where there is none.
 */
export function findUnread(figures: ReportFigures, items: readonly LineItem[]): string | null {
  const unknown = findUnknownBeside(figures, items);
  if (unknown) return `a column whose head is not known, “${unknown.columnLabel}”`;
  for (const statement of new Set(items.map((item) => item.statement))) {
    const lost = findLost(
      figures.placesIn(statement),
      items.filter((item) => item.statement === statement),
    );
    if (lost) return `line ${lost.source.line}: ${lost.message}`;
  }
  return null;
}

/** A figure of the same row that may be a term that its head doesn't tell. */
function findUnknownBeside({ placesIn }: ReportFigures, items: readonly LineItem[]): LineItem | undefined {
  const [first] = items;
  const isOneRow = items.every(
    ({ statement, side, row }) => statement === first?.statement && side === first.side && row === first.row,
  );
  return first && isOneRow ? placesIn(first.statement).unknownBeside(first) : undefined;
}

/** Of several rows the lines from the first to what follows the last in print, of one row its own. */
function findLost(table: TablePlaces, own: readonly LineItem[]): Issue | undefined {
  const { issues, placesOfIssues, places } = table;
  const sorted = own.map(placeOf).sort(comparePlaces);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (issues.length === 0 || !first || !last) return undefined;
  const isOneRow = new Set(own.map(({ row }) => row)).size === 1;
  const columns = [...(isOneRow ? table.columnsOf(own[0]?.side ?? null) : new Set(own.map(columnOf)))];
  const next = isOneRow ? undefined : places[countBefore(places, last, true)];
  const rest = next ? countBefore(placesOfIssues, next, false) : issues.length;
  const end = isOneRow ? countBefore(placesOfIssues, last, true) : rest;
  return issues
    .slice(countBefore(placesOfIssues, first, false), end)
    .find((issue) => columns.some((column) => !table.columnsAt(issue).has(column)));
}
