import type { TextLine } from './pdf-fragments.js';
import { findColumns, reachOf } from './pdf-columns.js';
import type { LineKind } from './pdf-line-kinds.js';
import { isNumbering, kindOf } from './pdf-line-kinds.js';

/** Lines that may be one table, or lines of text. */
export interface Block {
  readonly kind: 'TABLE' | 'TEXT';
  readonly lines: readonly TextLine[];
}

/** Rows farther apart than this, in parts of their size, are no table's. */
const FARTHEST = 5;
/** Rows without figures that may stand between two with figures. */
const MOST_WITHOUT = 12;
const MOST_HEADS = 10;
/** A head alone on its line stands this close to the next, as those do that cover two rows. */
const BESIDE = 1.45;
/** The same below the line with the unit, which stands right above the heads. */
const BELOW_END = 2.5;

/** Parts the lines of a page, where no lines are drawn, into tables and text. */
export function partBlocks(lines: readonly TextLine[]): Block[] {
  const kinds = lines.map(kindOf);
  const blocks: Block[] = [];
  let done = 0;
  for (let at = 0; at < lines.length; at++) {
    if (kinds[at] !== 'FIGURES') continue;
    const end = endOf(lines, kinds, at);
    const begin = beginOf(lines, kinds, at, done);
    blocks.push(...asText(lines.slice(done, begin)), ...splitByLongLines(lines.slice(begin, end)));
    done = end;
    at = end - 1;
  }
  return [...blocks, ...asText(lines.slice(done))];
}

function asText(lines: readonly TextLine[]): Block[] {
  return lines.length > 0 ? [{ kind: 'TEXT', lines }] : [];
}

function gapAfter(lines: readonly TextLine[], at: number): number {
  const [line, next] = [lines[at], lines[at + 1]];
  return line && next ? (next.y - line.y) / Math.max(line.size, next.size) : Infinity;
}

/** One past the last row: rows without figures in between belong to it, one behind the last only where it is close. */
function endOf(lines: readonly TextLine[], kinds: readonly LineKind[], start: number): number {
  let last = start;
  for (let at = start + 1; at < lines.length && at - last <= MOST_WITHOUT; at++) {
    if (kinds[at] === 'END' || gapAfter(lines, at - 1) > FARTHEST) break;
    if (kinds[at] === 'FIGURES') last = at;
  }
  while (kinds[last + 1] === 'SINGLE' && gapAfter(lines, last) <= BESIDE) last++;
  return last + 1;
}

/** The first head above the first row of figures; a text alone on its line is one only where it stands close to another. */
function beginOf(lines: readonly TextLine[], kinds: readonly LineKind[], start: number, least: number): number {
  let begin = start;
  for (let at = start - 1; at >= least && start - at <= MOST_HEADS; at--) {
    const below = gapAfter(lines, at);
    if (kinds[at] === 'END' || below > FARTHEST) break;
    const close = below <= (kinds[at - 1] === 'END' ? BELOW_END : BESIDE);
    if (kinds[at] === 'SINGLE' && !close && (at === least || gapAfter(lines, at - 1) > BESIDE)) break;
    if (kinds[at] !== 'SINGLE' || close) begin = at;
  }
  return begin;
}

/** A text alone on its line that reaches over several columns ends a table: the title of the next one. */
function splitByLongLines(lines: readonly TextLine[]): Block[] {
  const figures = lines.filter((line) => kindOf(line) === 'FIGURES' && !isNumbering(line));
  const columns = findColumns(figures);
  const first = lines.findIndex((line) => figures.includes(line));
  const long = lines.findIndex((line, at) => {
    const [only, ...others] = line.fragments;
    return at > first && only !== undefined && others.length === 0 && reachOf(only, columns) > 2;
  });
  if (long < 0) return [{ kind: 'TABLE', lines }];
  return [
    { kind: 'TABLE', lines: lines.slice(0, long) },
    { kind: 'TEXT', lines: lines.slice(long, long + 1) },
    ...partBlocks(lines.slice(long + 1)),
  ];
}
