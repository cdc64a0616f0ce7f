import type { PrintedItemFragment } from '../generated/graphql';
import { makeGrid } from '../report/statement-grid';
import type { GridSection } from '../report/statement-grid';

/** Pieces of a printed table around the rows of `ids`: rows that stand close share one piece. */
export function cutPieces(
  items: readonly PrintedItemFragment[],
  ids: ReadonlySet<string>,
  around: number,
): GridSection[] {
  return splitLanes(joinNameless(items))
    .flatMap((lane) => makeGrid(lane).sections)
    .flatMap((section) => cutSection(section, ids, around));
}

/** The 三公 table of final accounts is one row without a name, whose figures are called by their heads. */
function joinNameless(items: readonly PrintedItemFragment[]): PrintedItemFragment[] {
  const labels = new Map<number, Set<string>>();
  for (const { source, label } of items) labels.set(source.line, (labels.get(source.line) ?? new Set()).add(label));
  return items.map((item) => {
    const isNameless = item.statement === 'THREE_OFFICIAL_EXPENSES' && (labels.get(item.source.line)?.size ?? 0) > 1;
    return isNameless ? { ...item, label: '' } : item;
  });
}

/** The basic table prints 人员经费 and 公用经费 beside one another, as one column each. */
function splitLanes(items: readonly PrintedItemFragment[]): PrintedItemFragment[][] {
  const lanes = new Map<string, PrintedItemFragment[]>();
  for (const item of items) {
    const lane = item.statement === 'GENERAL_PUBLIC_BASIC_EXPENDITURE' ? item.columnLabel : '';
    lanes.set(lane, [...(lanes.get(lane) ?? []), item]);
  }
  return [...lanes.values()];
}

function cutSection(section: GridSection, ids: ReadonlySet<string>, around: number): GridSection[] {
  const { rows } = section;
  const marked = rows.flatMap((row, index) => ([...row.items.values()].some(({ id }) => ids.has(id)) ? [index] : []));
  const pieces: [from: number, to: number][] = [];
  for (const index of marked) {
    const last = pieces.at(-1);
    if (last && index - around <= last[1] + 1) last[1] = index + around;
    else pieces.push([Math.max(0, index - around), index + around]);
  }
  return pieces.map(([from, to]) => ({ ...section, key: `${section.key} ${from}`, rows: rows.slice(from, to + 1) }));
}
