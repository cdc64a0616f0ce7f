/** A paragraph or a table, as it stands in a text, a cell or a text box. */
export type DocxBlock = DocxParagraph | DocxTable;

export interface DocxParagraph {
  readonly kind: 'PARAGRAPH';
  /** With a line feed where the clerk broke a line. */
  readonly text: string;
}

export interface DocxTable {
  readonly kind: 'TABLE';
  readonly rows: readonly DocxRow[];
}

export interface DocxRow {
  /** Columns left out before the first cell and behind the last. */
  readonly before: number;
  readonly after: number;
  readonly cells: readonly DocxCell[];
}

export interface DocxCell {
  readonly columns: number;
  /** Whether it goes on with the cell above. */
  readonly continued: boolean;
  readonly blocks: readonly DocxBlock[];
}
