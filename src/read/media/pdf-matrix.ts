/** What PDF writes as `a b c d e f`: x' = ax + cy + e, y' = bx + dy + f. */
export type Matrix = readonly [number, number, number, number, number, number];

export interface Point {
  readonly x: number;
  readonly y: number;
}

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** The matrix that applies `inner` first, then `outer`. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

export function apply([a, b, c, d, e, f]: Matrix, x: number, y: number): Point {
  return { x: a * x + c * y + e, y: b * x + d * y + f };
}

/** Six numbers as they came; null where they are none. */
export function readMatrix(numbers: unknown): Matrix | null {
  const values = numbers === null || numbers === undefined ? [] : Array.from(numbers as ArrayLike<number>, Number);
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = values;
  return values.length >= 6 && values.every(Number.isFinite) ? [a, b, c, d, e, f] : null;
}
