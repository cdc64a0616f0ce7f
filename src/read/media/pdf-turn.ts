import type { Direction, DrawnGlyph, Glyph } from './pdf-glyphs.js';
import { lineUp } from './pdf-fragments.js';
import type { Point } from './pdf-matrix.js';
import type { Drawing } from './pdf-operators.js';
import type { Ruling } from './pdf-paths.js';

const DIRECTIONS: readonly Direction[] = ['RIGHT', 'DOWN', 'LEFT', 'UP'];

/** What stands on a page that is held so that most of its writing runs from left to right. */
export interface UprightPage {
  readonly glyphs: readonly Glyph[];
  readonly rulings: readonly Ruling[];
}

/**
 * Turns a page to the way in which most of its writing runs. Writing that runs another way (a head on its side in a narrow
 * column) becomes one glyph a run, in its place; writing askew is left out.
 */
export function setUpright({ glyphs, rulings }: Pick<Drawing, 'glyphs' | 'rulings'>): UprightPage {
  const counts = DIRECTIONS.map((own) => glyphs.filter(({ direction }) => direction === own).length);
  const most = DIRECTIONS[counts.indexOf(Math.max(...counts))] ?? 'RIGHT';
  const upright = glyphs.filter(({ direction }) => direction === most).map((glyph) => place(glyph, most));
  for (const direction of DIRECTIONS)
    if (direction !== most)
      upright.push(...runsOf(glyphs.filter((glyph) => glyph.direction === direction), direction, most));
  return { glyphs: upright, rulings: most === 'RIGHT' ? rulings : rulings.map((own) => turnRuling(own, most)) };
} // prettier-ignore

/** A point on the page held so that writing of a direction runs to the right. */
function turn({ x, y }: Point, direction: Direction): Point {
  if (direction === 'DOWN') return { x: y, y: -x };
  if (direction === 'UP') return { x: -y, y: x };
  return direction === 'LEFT' ? { x: -x, y: -y } : { x, y };
}

const BACK: Readonly<Record<Direction, Direction>> = { RIGHT: 'RIGHT', DOWN: 'UP', LEFT: 'LEFT', UP: 'DOWN' };

function turnRuling({ axis, at, from, to }: Ruling, direction: Direction): Ruling {
  const ends = [from, to].map((end) => turn(axis === 'HORIZONTAL' ? { x: end, y: at } : { x: at, y: end }, direction));
  const [a = { x: 0, y: 0 }, b = a] = ends;
  return Math.abs(a.y - b.y) <= Math.abs(a.x - b.x)
    ? { axis: 'HORIZONTAL', at: a.y, from: Math.min(a.x, b.x), to: Math.max(a.x, b.x) }
    : { axis: 'VERTICAL', at: a.x, from: Math.min(a.y, b.y), to: Math.max(a.y, b.y) };
}

function place({ text, from, to, size }: DrawnGlyph, direction: Direction): Glyph {
  const [a, b] = [turn(from, direction), turn(to, direction)];
  return { text, x0: Math.min(a.x, b.x), x1: Math.max(a.x, b.x), y: a.y, size };
}

function runsOf(glyphs: readonly DrawnGlyph[], direction: Direction, most: Direction): Glyph[] {
  const fragments = lineUp(glyphs.map((glyph) => place(glyph, direction))).flatMap((line) => line.fragments);
  return fragments.map(({ text, x0, x1, y, size }) => {
    const corners = [
      { x: x0, y: y - 0.85 * size },
      { x: x1, y: y + 0.15 * size },
    ].map((corner) => turn(turn(corner, BACK[direction]), most));
    const [a = { x: 0, y: 0 }, b = a] = corners;
    // As high as a character of its size would be, in the middle of the run.
    const middle = (a.y + b.y) / 2;
    return { text, x0: Math.min(a.x, b.x), x1: Math.max(a.x, b.x), y: middle + 0.35 * size, size };
  });
}
