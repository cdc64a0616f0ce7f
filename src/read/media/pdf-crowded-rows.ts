import type { TextLine } from './pdf-fragments.js';
import { lineUp } from './pdf-fragments.js';
import type { Glyph } from './pdf-glyphs.js';
import { isAmount } from './pdf-line-kinds.js';
import type { Ruling } from './pdf-paths.js';
import { joinNames } from './pdf-rows.js';
import type { Lattice } from './pdf-rulings.js';

/**
 * Lines to draw between rows that have lines between their columns alone: where a column shows several amounts below one another
 * between two lines, each stands for a row. Empty where the table needs none.
 */
export function missingRulings({ xs, ys }: Lattice, glyphs: readonly Glyph[]): Ruling[] {
  const lines = lineUp(glyphs, (before, after) => xs.some((x) => x > before.x1 - 1 && x < after.x0 + 1));
  return ys.slice(1).flatMap((bottom, at) => {
    const top = ys[at] ?? bottom;
    const band = lines.filter(({ y, size }) => y - 0.35 * size > top && y - 0.35 * size < bottom);
    return isCrowded(band, xs) ? between(band).map((y) => across(y, xs)) : [];
  });
}

function isCrowded(band: readonly TextLine[], xs: readonly number[]): boolean {
  const seen = new Set<number>();
  return band.some(({ fragments }) => {
    const columns = fragments.flatMap(({ text, x0, x1 }) =>
      isAmount(text) ? [xs.findLastIndex((x) => x <= (x0 + x1) / 2)] : [],
    );
    const again = columns.some((column) => seen.has(column));
    for (const column of columns) seen.add(column);
    return again;
  });
}

function between(band: readonly TextLine[]): number[] {
  const hasAmount = ({ fragments }: TextLine): boolean => fragments.some(({ text }) => isAmount(text));
  const rows = joinNames(band, hasAmount, (line) => !hasAmount(line));
  const extents = rows.map(({ fragments }) => ({
    top: Math.min(...fragments.map(({ y, size }) => y - 0.85 * size)),
    bottom: Math.max(...fragments.map(({ y, size }) => y + 0.1 * size)),
  }));
  return extents.slice(1).map(({ top }, at) => (top + (extents[at]?.bottom ?? top)) / 2);
}

function across(at: number, xs: readonly number[]): Ruling {
  return { axis: 'HORIZONTAL', at, from: xs[0] ?? 0, to: xs.at(-1) ?? 0 };
}
