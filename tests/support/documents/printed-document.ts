/** A document before it takes a format: what a publisher's clerk would type, block after block. */
export type Block =
  | { readonly kind: 'TEXT'; readonly text: string }
  | { readonly kind: 'TABLE'; readonly rows: readonly (readonly Cell[])[] }
  | { readonly kind: 'PAGE_BREAK' };

/** A cell and how many columns and rows it covers (1 where not given); covered places have no cell of their own. */
export interface Cell {
  readonly text: string;
  readonly columns?: number;
  readonly rows?: number;
}

export type PrintedDocument = readonly Block[];

export function text(line: string): Block {
  return { kind: 'TEXT', text: line };
}

/** A table of plain cells. */
export function table(rows: readonly (readonly (string | Cell)[])[]): Block {
  return {
    kind: 'TABLE',
    rows: rows.map((row) => row.map((cell) => (typeof cell === 'string' ? { text: cell } : cell))),
  };
}
