import type { TextLine } from './pdf-fragments.js';
import { groupByBaseline } from './pdf-fragments.js';
import { isAmount, kindOf } from './pdf-line-kinds.js';
import type { Ruling } from './pdf-paths.js';
import { middleOf } from './pdf-ruled-table.js';

/** Lines between the first and the last of the lines drawn across a table. */
export interface BandedTable {
  readonly lines: readonly TextLine[];
  /** Whether each is a row as it is, pieces of names included: a line is drawn below every row. */
  readonly settled: boolean;
}

/** Fewer lines across are a frame or an underline. */
const FEWEST = 3;
/** More are a drawing. */
const MOST_ACROSS = 2000;
/** A line this long, in parts of the longest, runs across the whole table. */
const WHOLE = 0.9;
const NEAR = 4;

/** Takes the tables that only have lines across out of a page's printed lines. */
export function takeBanded(
  lines: readonly TextLine[],
  groups: readonly (readonly Ruling[])[],
): { tables: BandedTable[]; rest: TextLine[] } {
  const tables: BandedTable[] = [];
  let rest = [...lines];
  for (const rulings of regionsOf(groups)) {
    const within = rest.filter((line) => isWithin(line, rulings));
    const parts = splitByEnds(rulings, within);
    tables.push(...parts);
    const taken = new Set(parts.length > 0 ? within.filter((line) => kindOf(line) !== 'END') : []);
    rest = rest.filter((line) => !taken.has(line));
  }
  return { tables, rest };
}

/** Lines across that begin and end in the same places, with the shorter ones between them. */
function regionsOf(groups: readonly (readonly Ruling[])[]): Ruling[][] {
  const single = groups.flatMap((group) => (group.some(({ axis }) => axis === 'VERTICAL') ? [] : group));
  if (single.length > MOST_ACROSS) return [];
  const regions: Ruling[][] = [];
  for (const ruling of [...single].sort((a, b) => b.to - b.from - (a.to - a.from))) {
    const home = regions.find(([longest]) => longest && longest.from - NEAR <= ruling.from && ruling.to <= longest.to + NEAR);
    if (home) home.push(ruling);
    else regions.push([ruling]);
  }
  return regions.filter((region) => wholeOf(region).length >= FEWEST).map((region) => region.sort((a, b) => a.at - b.at));
} // prettier-ignore

function wholeOf(rulings: readonly Ruling[]): Ruling[] {
  const longest = Math.max(...rulings.map(({ from, to }) => to - from));
  return rulings.filter(({ from, to }) => to - from >= WHOLE * longest);
}

function isWithin({ fragments }: TextLine, rulings: readonly Ruling[]): boolean {
  const whole = wholeOf(rulings);
  const [first, last] = [whole[0], whole.at(-1)];
  return fragments.every((fragment) => {
    const { x, y } = middleOf(fragment);
    return first && last && y > first.at && y < last.at && x >= first.from - NEAR && x <= first.to + NEAR;
  });
}

/** Texts and titles between two tables part them; the lines across are the same for both. */
function splitByEnds(rulings: readonly Ruling[], within: readonly TextLine[]): BandedTable[] {
  const runs: TextLine[][] = [[]];
  for (const line of within)
    if (kindOf(line) === 'END') runs.push([]);
    else runs.at(-1)?.push(line);
  return runs.filter((run) => run.length > 1).map((run) => settle(rulings, run));
}

/** The rows between the lines across; where one holds the figures of several, only the columns of the table are known. */
function settle(rulings: readonly Ruling[], lines: readonly TextLine[]): BandedTable {
  const bands = new Map<number, TextLine['fragments'][number][]>();
  for (const fragment of lines.flatMap((line) => line.fragments)) {
    const { x, y } = middleOf(fragment);
    const above = rulings.findLast(({ at, from, to }) => at <= y && from <= x && x <= to)?.at ?? -Infinity;
    const band = bands.get(above);
    if (band) band.push(fragment);
    else bands.set(above, [fragment]);
  }
  const ordered = [...bands].sort(([a], [b]) => a - b).map(([, fragments]) => fragments);
  const crowded = ordered.some(
    (fragments) => groupByBaseline(fragments.filter(({ text }) => isAmount(text))).length > 1,
  );
  if (crowded || ordered.length < FEWEST) return { lines, settled: false };
  return {
    settled: true,
    lines: ordered.map((fragments) => ({
      fragments,
      y: Math.min(...fragments.map(({ y }) => y)),
      size: Math.max(...fragments.map(({ size }) => size)),
    })),
  };
}
