import type { PrintedItemFragment } from '../generated/graphql';
import { makeGrid } from '../report/statement-grid';
import type { GridSection } from '../report/statement-grid';

/** Pieces of a printed table around the rows of `ids`: rows that stand close share one piece. */
export function cutPieces(
  items: readonly PrintedItemFragment[],
  ids: ReadonlySet<string>,
  around: number,
): GridSection[] {
  return makeGrid(items).sections.flatMap((section) => cutSection(section, ids, around));
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
