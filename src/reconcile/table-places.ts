import type { Side, Statement } from '../domain/closed-lists.js';
import type { Issue, LineItem, Report } from '../domain/report.js';

/** Pages and lines in order. */
export type Place = readonly [page: number, line: number];

/** Where the figures and issues of one statement stand; made once, as each identity that does not hold looks here. */
export interface TablePlaces {
  /** Of its figures, in order. */
  readonly places: readonly Place[];
  /** In the order of their places. */
  readonly issues: readonly Issue[];
  readonly placesOfIssues: readonly Place[];
  columnsOf(side: Side | null): ReadonlySet<string>;
  /** Columns that have a figure at the line of an issue. */
  columnsAt(issue: Issue): ReadonlySet<string>;
  /** A figure of the item's row, not zero, whose head is not known. */
  unknownBeside(item: LineItem): LineItem | undefined;
}

const NONE: ReadonlySet<string> = new Set();

/** Sorts a statement's figures and the report's issues by where they stand. */
export function gatherPlaces(report: Report, statement: Statement, items: readonly LineItem[]): TablePlaces {
  const bySide = new Map<Side | null, Set<string>>();
  const byRow = new Map<string, LineItem>();
  const issues = report.issues
    .filter((issue) => issue.statement === statement)
    .sort((a, b) => comparePlaces(placeOf(a), placeOf(b)));
  const atIssue = new Map(issues.map((issue) => [keyOf(placeOf(issue)), new Set<string>()]));
  for (const item of items) {
    bySide.set(item.side, (bySide.get(item.side) ?? new Set()).add(columnOf(item)));
    const row = rowOf(item);
    if (item.fund === null && item.amount.fen !== 0n && !byRow.has(row)) byRow.set(row, item);
    if (atIssue.size === 0) continue;
    const [page, line] = placeOf(item);
    for (let at = line + item.source.text.split('\n').length - 1; at >= line; at--)
      atIssue.get(keyOf([page, at]))?.add(columnOf(item));
  }
  return {
    places: items.map(placeOf).sort(comparePlaces),
    issues,
    placesOfIssues: issues.map(placeOf),
    columnsOf: (side) => bySide.get(side) ?? NONE,
    columnsAt: (issue) => atIssue.get(keyOf(placeOf(issue))) ?? NONE,
    unknownBeside: (item) => byRow.get(rowOf(item)),
  };
}

/** How many of the sorted places stand before another one, or also at it: where those behind begin. */
export function countBefore(places: readonly Place[], place: Place, included: boolean): number {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const order = comparePlaces(places[middle] as Place, place);
    if (order < 0 || (included && order === 0)) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function placeOf({ source }: Pick<LineItem, 'source'>): Place {
  return [source.page ?? 0, source.line];
}

export function comparePlaces([page, line]: Place, [otherPage, otherLine]: Place): number {
  return page - otherPage || line - otherLine;
}

export function columnOf({ side, column }: LineItem): string {
  return `${side}/${column}`;
}

function rowOf({ side, row }: LineItem): string {
  return `${side}/${row}`;
}

function keyOf([page, line]: Place): string {
  return `${page}/${line}`;
}
