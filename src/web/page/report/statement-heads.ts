import type { GridSection } from './statement-grid';

/** One cell of the heads. */
export interface Head {
  readonly key: string;
  readonly label: string;
  /** How many columns it stands over. */
  readonly span: number;
  /** How many rows of heads it takes; a head over its column alone reaches down to the figures. */
  readonly depth: number;
}

export interface Heads {
  /** The side or lane, over all columns and the names of the rows too; null: there is none. */
  readonly over: string | null;
  /** From top to bottom; at least one row. */
  readonly rows: readonly (readonly Head[])[];
}

/** Heads as they stood over one another: columns whose heads begin alike share them. */
export function makeHeads({ columns, side, lane }: GridSection): Heads {
  const labels = columns.map(({ label }) => label.split(' '));
  const [first] = labels[0] ?? [];
  const isShared = labels.every((words) => words.length > 1 && words[0] === first);
  const over = isShared && (side !== null || lane !== null) ? (first ?? null) : null;
  const paths = over === null ? labels : labels.map(([, ...words]) => words);
  const depth = Math.max(1, ...paths.map(({ length }) => length));
  const rows = Array.from({ length: depth }, (_, level) => makeRow(paths, level, depth));
  return { over, rows };
}

function makeRow(paths: readonly (readonly string[])[], level: number, depth: number): Head[] {
  const heads: Head[] = [];
  paths.forEach((path, column) => {
    const label = path[level];
    if (label === undefined) return;
    const isLast = level === path.length - 1;
    const before = heads.at(-1);
    if (before && !isLast && isUnder(paths[column - 1], path, level)) {
      heads[heads.length - 1] = { ...before, span: before.span + 1 };
      return;
    }
    heads.push({ key: `${column}`, label, span: 1, depth: isLast ? depth - level : 1 });
  });
  return heads;
}

/** Whether the column before stands under the same head of this level, which goes on below. */
function isUnder(before: readonly string[] | undefined, path: readonly string[], level: number): boolean {
  if (!before || before.length <= level + 1) return false;
  return path.slice(0, level + 1).every((word, at) => word === before[at]);
}
