import type { Matrix, Point } from './pdf-matrix.js';
import { apply } from './pdf-matrix.js';

/** A line on the page along one of its axes; `at` is its place across, `from` and `to` its ends (from <= to), in points. */
export interface Ruling {
  readonly axis: 'HORIZONTAL' | 'VERTICAL';
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** Steps of pdf.js's paths, and how many numbers follow each. */
const STEPS = [2, 2, 6, 4, 0] as const;
const [MOVE, LINE, CLOSE] = [0, 1, 4];

/** A filled shape as thin as this, in points, is a line. */
const THICKEST = 3;
/** A stroke that strays less than this across its direction is along the axis. */
const STRAIGHT = 0.7;
/** Shorter strokes rule nothing. */
const SHORTEST = 1;

/** Lines along the axes that a path draws: its straight strokes, or the thin shapes it fills. */
export function rulingsOf(path: readonly number[], matrix: Matrix, painting: 'STROKE' | 'FILL'): Ruling[] {
  const drawn = partsOf(path, matrix);
  if (painting === 'FILL') return drawn.flatMap(({ points, curved }) => (curved ? [] : thinShape(points)));
  return drawn.flatMap(({ points }) =>
    points.slice(1).flatMap((point, at) => straightLine(points[at] as Point, point)),
  );
}

interface Part {
  readonly points: Point[];
  curved: boolean;
}

/** The path's parts, each from where it moves to; a curve breaks a part in two. */
function partsOf(path: readonly number[], matrix: Matrix): Part[] {
  const parts: Part[] = [];
  let open: Part | undefined;
  for (let at = 0; at < path.length;) {
    const step = path[at++] ?? -1;
    const count = STEPS[step];
    if (count === undefined) break;
    const end = apply(matrix, path[at + count - 2] ?? 0, path[at + count - 1] ?? 0);
    at += count;
    if (step === MOVE) parts.push((open = { points: [end], curved: false }));
    else if (step === LINE) open?.points.push(end);
    else if (step === CLOSE) {
      if (open?.points[0]) open.points.push(open.points[0]);
    } else if (open) {
      open.curved = true;
      parts.push((open = { points: [end], curved: true }));
    }
  }
  return parts;
}

function straightLine(a: Point, b: Point): Ruling[] {
  const [wide, high] = [Math.abs(a.x - b.x), Math.abs(a.y - b.y)];
  if (high <= STRAIGHT && wide >= SHORTEST) return [ruling('HORIZONTAL', (a.y + b.y) / 2, a.x, b.x)];
  if (wide <= STRAIGHT && high >= SHORTEST) return [ruling('VERTICAL', (a.x + b.x) / 2, a.y, b.y)];
  return [];
}

function thinShape(points: readonly Point[]): Ruling[] {
  if (points.length < 3 || points.length > 6) return [];
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const [wide, high] = [right - left, bottom - top];
  if (high <= THICKEST && wide >= high * 2 && wide >= SHORTEST)
    return [ruling('HORIZONTAL', (top + bottom) / 2, left, right)];
  if (wide <= THICKEST && high >= wide * 2 && high >= SHORTEST)
    return [ruling('VERTICAL', (left + right) / 2, top, bottom)];
  return [];
}

function ruling(axis: Ruling['axis'], at: number, from: number, to: number): Ruling {
  return { axis, at, from: Math.min(from, to), to: Math.max(from, to) };
}
