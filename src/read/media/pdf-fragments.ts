import type { Glyph } from './pdf-glyphs.js';

/** Characters side by side without a gap that could part two columns. */
export interface Fragment {
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
  readonly y: number;
  readonly size: number;
}

/** The fragments of one printed line, from left to right. */
export interface TextLine {
  readonly fragments: readonly Fragment[];
  /** The baseline. */
  readonly y: number;
  readonly size: number;
}

/** Whether a border stands between two places of a line. */
export type IsParted = (before: Fragment, after: Glyph) => boolean;

/** Baselines closer than this part of the size are one line's. */
const SAME_LINE = 0.35;
/** A gap wider than this part of the size parts two fragments; with a border in it, a much narrower one does. */
const PARTING = 0.8;
const PARTING_AT_BORDER = 0.1;
/** Beside a character of Latin script or a number a gap this wide is a blank. */
const BLANK = 0.22;

/** Characters in printed lines, from top to bottom; a border may part what stands close together. */
export function lineUp(glyphs: readonly Glyph[], isParted: IsParted = () => false): TextLine[] {
  return groupByBaseline(glyphs)
    .map(({ items, y, size }) => ({ fragments: breakUp(withoutOverprint(items), isParted), y, size }))
    .filter(({ fragments }) => fragments.length > 0);
}

/** Whatever stands on the same baselines, from top to bottom. */
export function groupByBaseline<T extends { readonly y: number; readonly size: number }>(
  all: readonly T[],
): { items: T[]; y: number; size: number }[] {
  const lines: { items: T[]; y: number; size: number }[] = [];
  for (const item of [...all].sort((a, b) => a.y - b.y)) {
    const line = lines.at(-1);
    if (line && item.y - line.y <= SAME_LINE * Math.max(line.size, item.size)) {
      line.items.push(item);
      // A raised or lowered character doesn't move the line that the larger ones stand on.
      if (item.size > line.size * 1.2) [line.y, line.size] = [item.y, item.size];
    } else lines.push({ items: [item], y: item.y, size: item.size });
  }
  return lines;
}

/** Bold is often made by printing a character again, slightly beside itself. */
function withoutOverprint(glyphs: readonly Glyph[]): Glyph[] {
  const kept: Glyph[] = [];
  for (const glyph of [...glyphs].sort((a, b) => a.x0 - b.x0)) {
    const again = kept.slice(-4).some((other) => {
      const near = Math.min(Math.max(0.5, 0.12 * glyph.size), 0.6 * (glyph.x1 - glyph.x0));
      return other.text === glyph.text && Math.abs(other.x0 - glyph.x0) <= near && Math.abs(other.y - glyph.y) <= near;
    });
    if (!again) kept.push(glyph);
  }
  return kept;
}

function breakUp(glyphs: readonly Glyph[], isParted: IsParted): Fragment[] {
  const fragments: { text: string; x0: number; x1: number; y: number; size: number }[] = [];
  let blank = false;
  for (const glyph of glyphs) {
    const { text, x0, x1, y, size } = glyph;
    if (/^[\s\u3000\0]*$/.test(text)) {
      blank ||= text !== '';
      continue;
    }
    const open = fragments.at(-1);
    const gap = open ? x0 - open.x1 : Infinity;
    const parted = gap > PARTING_AT_BORDER * size && open !== undefined && isParted(open, glyph);
    if (!open || parted || gap > PARTING * Math.max(size, open.size)) fragments.push({ text, x0, x1, y, size });
    else {
      const latin = /[\x21-\x7e]$/.test(open.text) || /^[\x21-\x7e]/.test(text);
      open.text += (blank || (latin && gap > BLANK * size) ? ' ' : '') + text;
      open.x1 = Math.max(open.x1, x1);
      open.size = Math.max(open.size, size);
    }
    blank = false;
  }
  return fragments;
}

/** A line's text, with a blank where there is a gap. */
export function textOf(fragments: readonly Fragment[]): string {
  return [...fragments]
    .sort((a, b) => a.x0 - b.x0)
    .map(({ text }) => text)
    .join(' ');
}
