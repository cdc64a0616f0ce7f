/** A cell as media with merged cells give it. */
export interface GivenCell {
  readonly text: string;
  readonly columns: number;
  readonly rows: number;
}

/** A row of a table with every column filled: see PrintedLine for merged cells. */
export interface GridRow {
  readonly cells: readonly string[];
  readonly spans: readonly number[];
}

/** A table wider than this is none of ours: merged cells may claim any width. */
export const MOST_COLUMNS = 200;

/**
 * Puts the cells of a table's rows into columns: a merged cell keeps its text in its first row and column and leaves the
 * others empty. Cells beyond MOST_COLUMNS are dropped; a cell covers no more rows than there are. A row with fewer cells stays shorter.
 */
export function fillGrid(rows: readonly (readonly GivenCell[])[]): GridRow[] {
  /** Rows that the cell above each column still covers, and the columns it spans where it begins. */
  const covered: { left: number; span: number }[] = [];
  return rows.map((row) => {
    const cells: string[] = [];
    const spans: number[] = [];
    const skipCovered = (): void => {
      for (let above = covered[cells.length]; above && above.left > 0; above = covered[cells.length]) {
        above.left--;
        cells.push('');
        spans.push(above.span);
      }
    };
    for (const cell of row) {
      skipCovered();
      const span = Math.max(1, Math.min(cell.columns, MOST_COLUMNS - cells.length));
      if (cells.length >= MOST_COLUMNS) break;
      for (let at = 0; at < span; at++) {
        covered[cells.length] = { left: Math.max(cell.rows, 1) - 1, span: at === 0 ? span : 0 };
        cells.push(at === 0 ? cell.text : '');
        spans.push(at === 0 ? span : 0);
      }
    }
    skipCovered();
    return { cells, spans };
  });
}
