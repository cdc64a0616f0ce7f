import { settleRadicals } from './pdf-radicals.js';
import type { Matrix, Point } from './pdf-matrix.js';
import { IDENTITY, apply, multiply } from './pdf-matrix.js';

/** A character where it stands on the page; lengths in points, y grows downwards. */
export interface Glyph {
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
  /** The baseline. */
  readonly y: number;
  readonly size: number;
}

/** Which way a line of writing runs on the page. */
export type Direction = 'RIGHT' | 'DOWN' | 'LEFT' | 'UP';

/** A glyph as it was drawn; null where it runs askew, as watermarks do. */
export interface DrawnGlyph {
  readonly text: string;
  readonly from: Point;
  readonly to: Point;
  readonly size: number;
  readonly direction: Direction | null;
}

/** What of a font says where its characters stand. */
export interface GlyphFont {
  readonly vertical: boolean;
  /** How wide a unit of its widths is, in parts of the size. */
  readonly unit: number;
}

/** A character as pdf.js gives it, of the widths of its font; a number moves the next one back by thousandths of the size. */
export interface GivenGlyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
  readonly vmetric?: readonly number[] | null;
}

/** What the operators of a text set; it is saved and restored with the rest of the graphics state. */
export interface TextState {
  font: GlyphFont | null;
  size: number;
  characterSpacing: number;
  wordSpacing: number;
  horizontalScale: number;
  leading: number;
  rise: number;
}

/** Where the writing has got to: moves between two texts of one object are relative to the last line's beginning. */
export class TextCursor {
  private matrix: Matrix = IDENTITY;
  private lineX = 0;
  private lineY = 0;
  private x = 0;
  private y = 0;

  place(matrix: Matrix): void {
    this.matrix = matrix;
    this.x = this.y = this.lineX = this.lineY = 0;
  }

  move(x: number, y: number): void {
    this.x = this.lineX += x;
    this.y = this.lineY += y;
  }

  /** Sets characters one after the other and stands behind them. */
  show(given: readonly (GivenGlyph | number)[], state: TextState, page: Matrix): DrawnGlyph[] {
    const { font, size, characterSpacing, wordSpacing, horizontalScale, rise } = state;
    if (!font) return [];
    const full = multiply(page, this.matrix);
    const scale = size * font.unit;
    const height = Math.hypot(full[2], full[3]) * Math.abs(size);
    const drawn: DrawnGlyph[] = [];
    for (const glyph of given) {
      if (typeof glyph === 'number') {
        this.advance((-glyph * size) / 1000, font.vertical, horizontalScale);
        continue;
      }
      const spacing = characterSpacing + (glyph.isSpace ? wordSpacing : 0);
      const from = apply(full, this.x, this.y + rise);
      if (font.vertical) {
        const drop = -(glyph.vmetric?.[0] ?? -1000) * Math.abs(scale || size / 1000);
        drawn.push(drawUpright(glyph.unicode, from, height));
        this.advance(-(drop + spacing), true, horizontalScale);
      } else {
        const width = glyph.width * scale;
        const to = apply(full, this.x + width * horizontalScale, this.y + rise);
        drawn.push({ text: settleRadicals(glyph.unicode), from, to, size: height, direction: directionOf(from, to, full) });
        this.advance(width + spacing, false, horizontalScale);
      }
    }
    return drawn;
  } // prettier-ignore

  private advance(by: number, vertical: boolean, horizontalScale: number): void {
    if (vertical) this.y += by;
    else this.x += by * horizontalScale;
  }
}

/** A character of vertical writing stands upright below the point that it begins at. */
function drawUpright(unicode: string, { x, y }: Point, size: number): DrawnGlyph {
  const baseline = y + size * 0.88;
  const [from, to] = [
    { x: x - size / 2, y: baseline },
    { x: x + size / 2, y: baseline },
  ];
  return { text: settleRadicals(unicode), from, to, size, direction: 'RIGHT' };
}

/** Within three degrees of an axis. */
const ASKEW = Math.tan((3 * Math.PI) / 180);

function directionOf(from: Point, to: Point, matrix: Matrix): Direction | null {
  const [x, y] = from.x === to.x && from.y === to.y ? [matrix[0], matrix[1]] : [to.x - from.x, to.y - from.y];
  if (Math.abs(y) <= Math.abs(x) * ASKEW) return x >= 0 ? 'RIGHT' : 'LEFT';
  if (Math.abs(x) <= Math.abs(y) * ASKEW) return y >= 0 ? 'DOWN' : 'UP';
  return null;
}
