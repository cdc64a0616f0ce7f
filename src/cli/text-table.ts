import { padTo, widthOf, wrapTo } from './display-width.js';

export interface TextColumn {
  readonly head: string;
  readonly align: 'LEFT' | 'RIGHT';
}

export interface TextRow {
  readonly cells: readonly string[];
  /** Begins with this row. */
  readonly heading: string | null;
  /** Lines below the row. */
  readonly notes: readonly string[];
}

export interface TextTable {
  /** Columns that say which row it is: repeated where the others go on below. */
  readonly named: readonly TextColumn[];
  readonly columns: readonly TextColumn[];
  /** Cells of the named columns first. */
  readonly rows: readonly TextRow[];
}

const GAP = '  ';
/** A head wider than this is wrapped, where the column's cells leave it to. */
const HEAD_WIDTH = 12;
/** The narrowest name so that all columns stand side by side, and the widest where they don't. */
const LEAST_NAME_WIDTH = 16;
const NAME_WIDTH = 28;

/**
 * A table as lines of text, columns aligned by what they take on a terminal, complete: what is wider than `width` is wrapped,
 * and columns that have no room follow below with the names of the rows again. Null is no limit.
 */
export function layOutTable({ named, columns, rows }: TextTable, width: number | null): string[] {
  const natural = [...named, ...columns].map(({ head }, place) => {
    const widest = Math.max(0, ...rows.map(({ cells }) => widthOf(cells[place] ?? '')));
    return Math.max(widest, Math.min(widthOf(head), place < named.length ? Infinity : HEAD_WIDTH));
  });
  const widths = width === null ? natural : narrow(natural, named.length, width);
  const blocks = shareOut(widths, named.length, width ?? Infinity);
  return blocks.flatMap((places, index) => {
    const shown = [...named.keys(), ...places];
    const all = [...named, ...columns];
    const print = (cells: readonly string[], isHead: boolean): string[] =>
      printRow(
        shown.map((place) => ({
          text: cells[place] ?? '',
          width: widths[place] ?? 0,
          align: all[place]?.align ?? 'LEFT',
        })),
        isHead,
      );
    const heads = all.map(({ head }) => head);
    return [
      ...(index > 0 ? [''] : []),
      ...print(heads, true),
      ...rows.flatMap(({ cells, heading, notes }) => [
        ...(heading === null ? [] : [heading]),
        ...print(cells, false),
        ...(index === 0 ? notes : []),
      ]),
    ];
  });
}

/** The last of the columns that name a row gives way: to all the others where that is enough, else it takes its usual width. */
function narrow(natural: readonly number[], named: number, width: number): number[] {
  const name = named - 1;
  const others = natural.reduce((sum, own, place) => (place === name ? sum : sum + own + GAP.length), 0);
  const room = width - others >= LEAST_NAME_WIDTH ? width - others : NAME_WIDTH;
  return natural.map((own, place) => (place === name ? Math.min(own, room) : own));
}

/** Places of the columns after the named ones, in blocks that fit beside them; at least one a block. */
function shareOut(widths: readonly number[], named: number, width: number): number[][] {
  const taken = widths.slice(0, named).reduce((sum, own) => sum + own + GAP.length, 0);
  const blocks: number[][] = [[]];
  let left = width - taken;
  for (let place = named; place < widths.length; place++) {
    const own = widths[place] ?? 0;
    const block = blocks.at(-1) ?? [];
    if (own > left && block.length > 0) {
      blocks.push([place]);
      left = width - taken - own - GAP.length;
    } else {
      block.push(place);
      left -= own + GAP.length;
    }
  }
  return blocks;
}

interface PrintedCell {
  readonly text: string;
  readonly width: number;
  readonly align: 'LEFT' | 'RIGHT';
}

/** A row as lines: heads stand at the bottom of theirs, cells at the top. */
function printRow(cells: readonly PrintedCell[], isHead: boolean): string[] {
  const wrapped = cells.map(({ text, width }) => wrapTo(text, Math.max(2, width)));
  const height = Math.max(...wrapped.map(({ length }) => length));
  return Array.from({ length: height }, (_, index) =>
    cells
      .map(({ width, align }, place) => {
        const lines = wrapped[place] ?? [];
        return padTo(lines[isHead ? index - height + lines.length : index] ?? '', width, align);
      })
      .join(GAP)
      .trimEnd(),
  );
}
