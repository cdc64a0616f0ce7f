import { AppError } from '../../domain/app-error.js';
import type { DocxBlock, DocxCell, DocxRow } from './docx-blocks.js';
import type { XmlAttributes, XmlListener } from './xml-events.js';
import { readXml } from './xml-events.js';
import type { ZipParts } from './zip-parts.js';
import { findDocument } from './zip-parts.js';

/** Deleted text, text moved elsewhere, field codes, readings printed above signs, and what properties were before. */
const LEFT_OUT = /^(?:del|moveFrom|delText|instrText|delInstrText|rt|[a-z]+PrChange|tblGridChange)$/;
/** Elements that stand between a run and what it holds where there are several ways to draw that. */
const ALTERNATIVES = /^(?:AlternateContent|Choice|Fallback)$/;
/** Of cells and paragraphs together. */
const MOST_BLOCKS = 300_000;

/**
 * Reads the text of a document as blocks.
 * @throws AppError UNREADABLE_DOCUMENT where the archive holds none, or it is damaged
 */
export async function readDocument(zip: ZipParts): Promise<readonly DocxBlock[]> {
  const part = findDocument(zip);
  if (part === null) throw new AppError('UNREADABLE_DOCUMENT', 'expected a text document, got an archive without one');
  const listener = new DocumentListener(part);
  await readXml(zip.read(part), part, listener);
  return listener.blocks;
}

interface OpenParagraph {
  text: string;
  /** Text boxes that hang on it. */
  readonly boxes: DocxBlock[];
  /** Whether its end was deleted, so that the next goes on with it. */
  endless: boolean;
}

interface OpenRow {
  before: number;
  after: number;
  deleted: boolean;
  readonly cells: DocxCell[];
}

interface OpenCell {
  columns: number;
  continued: boolean;
  readonly blocks: DocxBlock[];
}

/** Whatever is open, innermost last: a stack for each kind, because cells hold tables and paragraphs hold text boxes. */
class DocumentListener implements XmlListener {
  readonly blocks: DocxBlock[] = [];
  private readonly places: DocxBlock[][] = [this.blocks];
  private readonly paragraphs: OpenParagraph[] = [];
  private readonly tables: DocxRow[][] = [];
  private readonly rows: OpenRow[] = [];
  private readonly cells: OpenCell[] = [];
  /** Whether a choice among the open alternatives was taken. */
  private readonly chosen: boolean[] = [];
  /** Paragraphs whose end was deleted. */
  private readonly endless = new WeakSet<DocxBlock>();
  private leftOut = 0;
  private inText = false;
  private hiddenRun = false;
  private count = 0;

  constructor(private readonly part: string) {}

  open(name: string, attributes: XmlAttributes, parents: readonly string[]): void {
    if (this.leftOut > 0 || this.isLeftOut(name, parents)) {
      this.leftOut++;
      return;
    }
    const parent = parents.findLast((own) => !ALTERNATIVES.test(own));
    if (parent === 'r') this.openInRun(name);
    else if (parent?.endsWith('Pr')) this.setProperty(name, attributes['val'], parents);
    if (name === 'r') this.hiddenRun = false;
    else if (name === 'p') this.openParagraph();
    else if (name === 'tbl') this.tables.push([]);
    else if (name === 'tr') this.rows.push({ before: 0, after: 0, deleted: false, cells: [] });
    else if (name === 'tc') this.openCell();
    else if (name === 'txbxContent') this.places.push(this.paragraphs.at(-1)?.boxes ?? this.place());
    else if (name === 'AlternateContent') this.chosen.push(false);
  }

  text(text: string): void {
    if (this.inText && this.leftOut === 0) this.write(text);
  }

  close(name: string): void {
    if (this.leftOut > 0) {
      this.leftOut--;
      return;
    }
    if (name === 't') this.inText = false;
    else if (name === 'p') this.closeParagraph();
    else if (name === 'tbl') this.place().push({ kind: 'TABLE', rows: this.tables.pop() ?? [] });
    else if (name === 'tr') this.closeRow();
    else if (name === 'tc') this.closeCell();
    else if (name === 'txbxContent') this.places.pop();
    else if (name === 'AlternateContent') this.chosen.pop();
  }

  /** Of alternatives the first is taken; the fallback, which repeats it for old programs, where there is no other. */
  private isLeftOut(name: string, parents: readonly string[]): boolean {
    const parent = parents.at(-1);
    if ((name === 'Choice' || name === 'Fallback') && parent === 'AlternateContent') {
      const taken = this.chosen.at(-1) ?? false;
      this.chosen[this.chosen.length - 1] = true;
      return taken;
    }
    // Deletion is also a property of a row and of a paragraph's end.
    const [row, paragraph] = [this.rows.at(-1), this.paragraphs.at(-1)];
    if (name === 'del' && parent === 'trPr' && row) row.deleted = true;
    if (name === 'del' && parent === 'rPr' && parents.at(-2) === 'pPr' && paragraph) paragraph.endless = true;
    return LEFT_OUT.test(name);
  }

  private openInRun(name: string): void {
    if (name === 't') this.inText = true;
    else if (name === 'tab' || name === 'ptab') this.write(' ');
    else if (name === 'noBreakHyphen') this.write('-');
    else if (name === 'cr' || name === 'br') this.write('\n');
  }

  private write(text: string): void {
    const paragraph = this.paragraphs.at(-1);
    if (paragraph && !this.hiddenRun) paragraph.text += text;
  }

  private setProperty(name: string, value: string | undefined, parents: readonly string[]): void {
    const [row, cell] = [this.rows.at(-1), this.cells.at(-1)];
    const parent = parents.at(-1);
    if (name === 'vanish' && parent === 'rPr' && parents.at(-2) === 'r')
      this.hiddenRun = !/^(?:0|false|off)$/.test(value ?? '');
    if (name === 'gridBefore' && parent === 'trPr' && row) row.before = countOf(value);
    if (name === 'gridAfter' && parent === 'trPr' && row) row.after = countOf(value);
    if (name === 'gridSpan' && parent === 'tcPr' && cell) cell.columns = Math.max(1, countOf(value));
    if (name === 'vMerge' && parent === 'tcPr' && cell) cell.continued = value !== 'restart';
  }

  private openParagraph(): void {
    this.countBlock();
    const last = this.place().at(-1);
    const goesOn = last?.kind === 'PARAGRAPH' && this.endless.has(last);
    if (goesOn) this.place().pop();
    this.paragraphs.push({ text: goesOn ? last.text : '', boxes: [], endless: false });
  }

  private closeParagraph(): void {
    const paragraph = this.paragraphs.pop();
    if (!paragraph) return;
    const block: DocxBlock = { kind: 'PARAGRAPH', text: paragraph.text };
    if (paragraph.endless) this.endless.add(block);
    for (const own of [block, ...paragraph.boxes]) this.place().push(own);
  }

  private openCell(): void {
    this.countBlock();
    const cell: OpenCell = { columns: 1, continued: false, blocks: [] };
    this.cells.push(cell);
    this.places.push(cell.blocks);
  }

  private closeCell(): void {
    const cell = this.cells.pop();
    this.places.pop();
    if (cell) this.rows.at(-1)?.cells.push(cell);
  }

  private closeRow(): void {
    const row = this.rows.pop();
    if (row && !row.deleted) this.tables.at(-1)?.push(row);
  }

  private countBlock(): void {
    if (++this.count > MOST_BLOCKS)
      throw new AppError(
        'UNREADABLE_DOCUMENT',
        `expected at most ${MOST_BLOCKS} paragraphs and cells in ${this.part}, got more`,
      );
  }

  private place(): DocxBlock[] {
    return this.places.at(-1) ?? this.blocks;
  }
}

function countOf(value: string | undefined): number {
  return /^\d{1,4}$/.test(value ?? '') ? Number(value) : 0;
}
