import type { PrintedDocument } from './printed-document.js';
import type { LaidCell, LaidTable } from './render-pdf-layout.js';
import { LEADING, PADDING, SIZE, layOutTable, widthOf } from './render-pdf-layout.js';

/** How a program prints a document to PDF. */
export interface PdfOptions {
  /** THREE: above and below the table and below its head. */
  readonly rulings: 'ALL' | 'HORIZONTAL' | 'THREE' | 'NONE';
  /** Lines as thin filled rectangles, as word processors draw them. */
  readonly filledLines?: boolean;
  /** Outer borders at the left and right left out. */
  readonly openSides?: boolean;
  /** The head's rows again on every page that a table goes on to. */
  readonly repeatHead?: boolean;
  /** Names wider than this, in points, are wrapped. */
  readonly widestColumn?: number;
  /** Where figures stand beside a wrapped name. */
  readonly figures?: 'MIDDLE' | 'TOP';
  readonly centredHeads?: boolean;
  /** ROTATE: laid on its side and turned back by the page's /Rotate; CONTENT: left on its side. */
  readonly turn?: 'ROTATE' | 'CONTENT';
  /** Every text twice, slightly moved. */
  readonly overprinted?: boolean;
  readonly invisible?: boolean;
  readonly pageHeight?: number;
  readonly watermark?: string;
}

const MARGIN = 40;

/** The document as a PDF with a Chinese font that is not embedded, so that every position is exact. */
export function renderPdf(document: PrintedDocument, options: PdfOptions): Uint8Array {
  const printer = new Printer(options);
  for (const block of document) {
    if (block.kind === 'PAGE_BREAK') printer.breakPage();
    else if (block.kind === 'TEXT') printer.printText(block.text);
    else printer.printTable(layOutTable(block.rows, options.widestColumn ?? 120, options.centredHeads ?? true));
  }
  return writePdf(printer.finish(), options.turn === 'ROTATE' ? 90 : 0);
}

interface PageContent {
  readonly width: number;
  readonly height: number;
  readonly content: string;
}

class Printer {
  private readonly pages: PageContent[] = [];
  private readonly height: number;
  private commands: string[] = [];
  private y = MARGIN;
  private widest = 515;

  constructor(private readonly options: PdfOptions) {
    this.height = options.pageHeight ?? 842;
  }

  printText(text: string): void {
    this.need(LEADING * 2);
    this.show(text, MARGIN, this.y + SIZE);
    this.y += LEADING * 2;
  }

  printTable(table: LaidTable): void {
    const width = table.widths.reduce((sum, own) => sum + own, 0);
    this.widest = Math.max(this.widest, width);
    let top = this.y;
    table.rows.forEach((_, at) => {
      const high = Math.max(...(table.rows[at] ?? []).map(({ rows }) => sumOf(table.heights, at, rows)));
      if (at > 0 && this.y + high > this.height - MARGIN) {
        if (this.options.rulings === 'THREE') this.line(MARGIN, this.y, MARGIN + width, this.y);
        this.breakPage();
        top = this.y;
        if (this.options.repeatHead) for (let head = 0; head < table.heads; head++) this.printRow(table, head, top);
      }
      this.printRow(table, at, top);
    });
    if (this.options.rulings === 'THREE') this.line(MARGIN, this.y, MARGIN + width, this.y);
    this.y += LEADING;
  }

  private printRow(table: LaidTable, at: number, top: number): void {
    const width = table.widths.reduce((sum, own) => sum + own, 0);
    for (const cell of table.rows[at] ?? []) this.printCell(table, at, cell);
    if (this.options.rulings === 'THREE' && (this.y === top || at === table.heads))
      this.line(MARGIN, this.y, MARGIN + width, this.y);
    this.y += table.heights[at] ?? 0;
  }

  private printCell(table: LaidTable, at: number, { lines, column, columns, rows, align }: LaidCell): void {
    const left = MARGIN + sumOf(table.widths, 0, column);
    const right = left + sumOf(table.widths, column, columns);
    const high = sumOf(table.heights, at, rows);
    const top = align === 'RIGHT' && this.options.figures === 'TOP' ? 3 : (high - lines.length * LEADING) / 2;
    lines.forEach((line, row) => {
      const free = right - left - 2 * PADDING - widthOf(line);
      const indent = align === 'LEFT' ? 0 : align === 'RIGHT' ? free : free / 2;
      this.show(line, left + PADDING + indent, this.y + top + row * LEADING + SIZE);
    });
    if (this.options.rulings !== 'ALL' && this.options.rulings !== 'HORIZONTAL') return;
    this.line(left, this.y, right, this.y);
    this.line(left, this.y + high, right, this.y + high);
    if (this.options.rulings === 'HORIZONTAL') return;
    if (!this.options.openSides || column > 0) this.line(left, this.y, left, this.y + high);
    if (!this.options.openSides || column + columns < table.widths.length) this.line(right, this.y, right, this.y + high);
  } // prettier-ignore

  private show(text: string, x: number, y: number): void {
    const hex = Array.from({ length: text.length }, (_, at) => text.charCodeAt(at).toString(16).padStart(4, '0')).join('');
    const at = (moved: number): string =>
      `BT /F1 ${SIZE} Tf ${this.options.invisible ? 3 : 0} Tr 1 0 0 1 ${fixed(x + moved)} ${fixed(this.height - y)} Tm <${hex}> Tj ET`;
    this.commands.push(at(0), ...(this.options.overprinted ? [at(0.3)] : []));
  } // prettier-ignore

  private line(x0: number, y0: number, x1: number, y1: number): void {
    const [left, top] = [fixed(x0), fixed(this.height - y0)];
    if (!this.options.filledLines)
      this.commands.push(`0.5 w ${left} ${top} m ${fixed(x1)} ${fixed(this.height - y1)} l S`);
    else this.commands.push(`${left} ${top} ${fixed(x1 - x0 || 0.5)} ${fixed(y0 - y1 || 0.5)} re f`);
  }

  private need(high: number): void {
    if (this.y + high > this.height - MARGIN) this.breakPage();
  }

  breakPage(): void {
    this.show(`- ${this.pages.length + 1} -`, MARGIN + 250, this.height - MARGIN / 2);
    const width = this.widest + 2 * MARGIN;
    if (this.options.watermark) this.commands.push(askew(this.options.watermark));
    const onSide = this.options.turn ? [`0 1 -1 0 ${this.height} 0 cm`] : [];
    const content = [...onSide, ...this.commands].join('\n');
    this.pages.push(
      onSide.length > 0 ? { width: this.height, height: width, content } : { width, height: this.height, content },
    );
    [this.commands, this.y] = [[], MARGIN];
  }

  finish(): readonly PageContent[] {
    if (this.commands.length > 0) this.breakPage();
    return this.pages;
  }
}

function sumOf(lengths: readonly number[], from: number, count: number): number {
  return lengths.slice(from, from + count).reduce((sum, own) => sum + own, 0);
}

function fixed(length: number): string {
  return length.toFixed(3);
}

function askew(text: string): string {
  const hex = [...text].map((sign) => sign.charCodeAt(0).toString(16).padStart(4, '0')).join('');
  return `BT /F1 40 Tf 0.707 0.707 -0.707 0.707 100 200 Tm <${hex}> Tj ET`;
}

/** Pages as the bytes of a PDF. */
export function writePdf(pages: readonly PageContent[], rotate: 0 | 90 = 0): Uint8Array {
  const first = 6;
  const kids = pages.map((_, at) => `${first + 2 * at} 0 R`);
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${pages.length}/Kids[${kids.join(' ')}]>>`,
    '<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>',
    '<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/DW 1000/W[1 95 500]/FontDescriptor 5 0 R>>',
    '<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>',
    ...pages.flatMap(({ width, height, content }, at) => [
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${fixed(width)} ${fixed(height)}]/Rotate ${rotate}/Resources<</Font<</F1 3 0 R>>>>/Contents ${first + 2 * at + 1} 0 R>>`,
      `<</Length ${content.length}>>stream\n${content}\nendstream`,
    ]),
  ];
  const places: number[] = [];
  const parts = ['%PDF-1.4\n'];
  let length = parts[0]?.length ?? 0;
  objects.forEach((object, at) => {
    const part = `${at + 1} 0 obj\n${object}\nendobj\n`;
    places.push(length);
    parts.push(part);
    length += part.length;
  });
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`);
  parts.push(`trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${length}\n%%EOF\n`);
  return Uint8Array.from(Buffer.from(parts.join(''), 'latin1'));
}
