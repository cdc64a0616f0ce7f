import type { DrawnGlyph, GivenGlyph, GlyphFont, TextState } from './pdf-glyphs.js';
import { TextCursor } from './pdf-glyphs.js';
import type { Matrix } from './pdf-matrix.js';
import { IDENTITY, multiply, readMatrix } from './pdf-matrix.js';
import type { Ruling } from './pdf-paths.js';
import { rulingsOf } from './pdf-paths.js';

/** A page as pdf.js gives it: operators, and the arguments of each. */
export interface OperatorList {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly (readonly unknown[] | null)[];
}

/** What a page shows, in its own order. */
export interface Drawing {
  readonly glyphs: readonly DrawnGlyph[];
  readonly rulings: readonly Ruling[];
  /** Whether something is shown on the page: glyphs, a space that an image of a scan fills, or text drawn as shapes. */
  readonly placesAnything: boolean;
}

/** Names of pdf.js's operators with their numbers. */
export type OperatorNumbers = Readonly<Record<string, number>>;

interface GraphicsState extends TextState {
  matrix: Matrix;
}

const MOST_SAVED = 1000;
/** Images are drawn in a square of one unit: only they need one of a square inch, in points. */
const LEAST_IMAGE = 72 * 72;
/** A page without text that draws more shapes than this has its text as shapes. */
const MOST_SHAPES = 100;

/** Follows the operators of a page: where its characters stand and where it draws lines. `page` is the viewport's matrix. */
export class PageReader {
  readonly glyphs: DrawnGlyph[] = [];
  readonly rulings: Ruling[] = [];
  private placesImage = false;
  private state: GraphicsState;
  private readonly saved: GraphicsState[] = [];
  private readonly cursor = new TextCursor();

  constructor(
    page: Matrix,
    private readonly fonts: ReadonlyMap<string, GlyphFont>,
    private readonly numbers: OperatorNumbers,
  ) {
    const text = { font: null, size: 0, characterSpacing: 0, wordSpacing: 0, horizontalScale: 1, leading: 0, rise: 0 };
    this.state = { ...text, matrix: page };
  }

  /** Reads a whole page. */
  read({ fnArray, argsArray }: OperatorList): Drawing {
    const steps = new Map(Object.entries(this.steps).map(([name, step]) => [this.numbers[name], step]));
    fnArray.forEach((operator, at) => {
      steps.get(operator)?.(argsArray[at] ?? []);
    });
    const shapes = fnArray.filter((operator) => operator === this.numbers['constructPath']).length;
    const printed = this.glyphs.some(({ text }) => !/^\s+$/.test(text));
    const placesAnything = printed || this.placesImage || shapes >= MOST_SHAPES;
    return { glyphs: this.glyphs, rulings: this.rulings, placesAnything };
  }

  private readonly steps: Readonly<Record<string, (args: readonly unknown[]) => void>> = {
    save: () => this.save(),
    restore: () => this.restore(),
    beginGroup: () => this.save(),
    endGroup: () => this.restore(),
    transform: (args) => this.transform(args),
    paintFormXObjectBegin: ([matrix]) => {
      this.save();
      this.transform(matrix);
    },
    paintFormXObjectEnd: () => this.restore(),
    beginText: () => this.cursor.place(IDENTITY),
    setTextMatrix: (args) => this.cursor.place(readMatrix(args[0]) ?? readMatrix(args) ?? IDENTITY),
    moveText: ([x, y]) => this.cursor.move(asNumber(x), asNumber(y)),
    setLeadingMoveText: ([x, y]) => {
      this.state.leading = -asNumber(y);
      this.cursor.move(asNumber(x), asNumber(y));
    },
    nextLine: () => this.cursor.move(0, -this.state.leading),
    setFont: ([name, size]) => this.setFont(name, size),
    setGState: ([entries]) => this.setMany(entries),
    setCharSpacing: ([by]) => void (this.state.characterSpacing = asNumber(by)),
    setWordSpacing: ([by]) => void (this.state.wordSpacing = asNumber(by)),
    setHScale: ([percent]) => void (this.state.horizontalScale = asNumber(percent) / 100),
    setLeading: ([by]) => void (this.state.leading = asNumber(by)),
    setTextRise: ([by]) => void (this.state.rise = asNumber(by)),
    showText: ([glyphs]) => this.show(glyphs),
    constructPath: ([painting, buffers]) => this.draw(asNumber(painting), buffers),
  };

  private save(): void {
    if (this.saved.length < MOST_SAVED) this.saved.push({ ...this.state });
  }

  private restore(): void {
    this.state = this.saved.pop() ?? this.state;
  }

  private transform(numbers: unknown): void {
    const matrix = readMatrix(numbers);
    if (!matrix) return;
    this.state.matrix = multiply(this.state.matrix, matrix);
    const [a, b, c, d] = this.state.matrix;
    this.placesImage ||= Math.abs(a * d - b * c) >= LEAST_IMAGE;
  }

  private setFont(name: unknown, size: unknown): void {
    this.state.font = this.fonts.get(String(name)) ?? null;
    this.state.size = asNumber(size);
  }

  private setMany(entries: unknown): void {
    for (const [key, value] of Array.isArray(entries) ? (entries as [string, unknown][]) : [])
      if (key === 'Font' && Array.isArray(value)) this.setFont(value[0], value[1]);
  }

  private show(given: unknown): void {
    if (!Array.isArray(given)) return;
    const shown = this.cursor.show(given as (GivenGlyph | number)[], this.state, this.state.matrix);
    for (const glyph of shown) if (Number.isFinite(glyph.from.x + glyph.to.x + glyph.from.y)) this.glyphs.push(glyph);
  }

  private draw(painting: number, buffers: unknown): void {
    const { stroke, closeStroke, fill, eoFill } = this.numbers;
    const fills = painting === fill || painting === eoFill;
    const strokes = painting === stroke || painting === closeStroke || !fills;
    const [path] = Array.isArray(buffers) ? (buffers as unknown[]) : [];
    if (painting === this.numbers['endPath'] || !path) return;
    const numbers = Array.from(path as ArrayLike<number>, Number);
    for (const ruling of rulingsOf(numbers, this.state.matrix, strokes ? 'STROKE' : 'FILL')) this.rulings.push(ruling);
  }
}

function asNumber(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
}
