import type { Issue, LineItem } from '../domain/report.js';
import type { ReportFigures } from './report-figures.js';

/** Pages and lines in order. */
type Place = readonly [page: number, line: number];

/**
 * What could not be read among the lines of the given figures, and might be a term of theirs: an issue at a line between them at
 * which their column has no figure. Null where there is none.
 */
export function findUnread({ report, of }: ReportFigures, items: readonly LineItem[]): string | null {
  const unknown =
    rowsOf(items) === 1 ? of((items[0] as LineItem).statement).find((item) => isUnknownBeside(item, items)) : undefined;
  if (unknown) return `a column whose head is not known, “${unknown.columnLabel}”`;
  for (const statement of new Set(items.map((item) => item.statement))) {
    const own = items.filter((item) => item.statement === statement);
    const places = own.map(placeOf);
    const [first, last] = [places.reduce(earlier), places.reduce(later)];
    const inTable = of(statement);
    const beside = rowsOf(own) === 1 ? inTable.filter(({ side }) => side === own[0]?.side) : own;
    const columns = new Set(beside.map(columnOf));
    const next = own.length > 1 ? inTable.map(placeOf).filter((place) => isBefore(last, place)) : [];
    const end = next.length > 0 ? next.reduce(earlier) : null;
    const within = (issue: Issue): boolean => {
      const place: Place = [issue.source.page ?? 0, issue.source.line];
      if (issue.statement !== statement || isBefore(place, first)) return false;
      return own.length > 1 && rowsOf(own) > 1 ? end === null || isBefore(place, end) : !isBefore(last, place);
    };
    const lost = report.issues.find(
      (issue) =>
        within(issue) &&
        ![...columns].every((column) => inTable.some((item) => columnOf(item) === column && isAt(item, issue))),
    );
    if (lost) return `line ${lost.source.line}: ${lost.message}`;
  }
  return null;
}

function rowsOf(items: readonly LineItem[]): number {
  return new Set(items.map(({ row }) => row)).size;
}

/** Whether a figure of the same row may be a term that its head doesn't tell. */
function isUnknownBeside(item: LineItem, items: readonly LineItem[]): boolean {
  return (
    item.fund === null &&
    item.amount.fen !== 0n &&
    items.every(({ statement, side, row }) => statement === item.statement && side === item.side && row === item.row)
  );
}

function columnOf({ side, column }: LineItem): string {
  return `${side}/${column}`;
}

function placeOf({ source }: LineItem): Place {
  return [source.page ?? 0, source.line];
}

function isAt({ source }: LineItem, { source: issue }: Issue): boolean {
  const lines = source.text.split('\n').length;
  return source.page === issue.page && source.line <= issue.line && issue.line < source.line + lines;
}

function isBefore([page, line]: Place, [otherPage, otherLine]: Place): boolean {
  return page !== otherPage ? page < otherPage : line < otherLine;
}

function earlier(a: Place, b: Place): Place {
  return isBefore(b, a) ? b : a;
}

function later(a: Place, b: Place): Place {
  return isBefore(a, b) ? b : a;
}
