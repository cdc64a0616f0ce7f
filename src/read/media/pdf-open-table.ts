import type { GridRow } from './cell-grid.js';
import { MOST_COLUMNS } from './cell-grid.js';
import type { Column } from './pdf-columns.js';
import { columnOf, continueColumns, findColumns, reachOf, widenBy, withEmptyColumns } from './pdf-columns.js';
import type { TextLine } from './pdf-fragments.js';
import { groupByBaseline, textOf } from './pdf-fragments.js';
import type { PlacedRow } from './pdf-heads.js';
import { placeHeads, placeRow } from './pdf-heads.js';
import { isAmount, isNumber, isNumbering, kindOf } from './pdf-line-kinds.js';
import { joinNames } from './pdf-rows.js';

/** A table whose columns have no lines between them. */
export interface OpenTable {
  readonly rows: readonly GridRow[];
  readonly columns: readonly Column[];
}

/**
 * Reads a table whose columns have no lines between them by where its texts stand; null where the lines make no table.
 * @param settled whether each line is a row already, pieces of wrapped names included: lines are drawn between the rows
 * @param carried the columns of the table that the page before ended with; a table without heads that fits them goes on with it
 */
export function readOpenTable(
  lines: readonly TextLine[],
  settled: boolean,
  carried: readonly Column[] | null,
): OpenTable | null {
  const figures = lines.filter((line) => kindOf(line) === 'FIGURES' && !isNumbering(line));
  const begin = lines.findIndex((line) => figures.includes(line) || isNumbering(line));
  if (figures.length === 0 || begin < 0) return null;
  const pieces = lines.slice(begin).filter((line) => !figures.includes(line) && !isNumbering(line));
  const found = widenBy(findColumns(figures), pieces);
  const heads = lines.filter((line, at) => at < begin || isNumbering(line));
  const going = carried && goOn(carried, found, heads);
  const columns = going ?? withEmptyColumns(found, heads);
  if (!going && !isTable(figures, columns)) return null;
  const rows = settled ? [...lines] : joinWrapped(lines, figures, columns);
  const data = rows.findIndex((row) => row.fragments.some(({ text }) => isNumber(text)));
  const placed = [
    ...placeHeads(rows.slice(0, data), columns),
    ...rows.slice(data).map((row) => placeRow(row, columns)),
  ];
  return { columns, rows: placed.map((row) => fill(row, columns.length)) };
}

/** The columns of the page before where this table has no others: each must be filled here or stand below a head. */
function goOn(carried: readonly Column[], found: readonly Column[], heads: readonly TextLine[]): Column[] | null {
  const columns = continueColumns(carried, found);
  if (!columns || heads.every((line) => kindOf(line) === 'SINGLE')) return columns;
  const texts = [...found, ...heads.flatMap(({ fragments }) => fragments)];
  const shown = columns.every((column) => texts.some((own) => own.x0 < column.x1 && column.x0 < own.x1));
  return shown && withEmptyColumns(columns, heads).length === columns.length ? columns : null;
}

/** Whether rows of figures are more than a list with numbers behind, as a list of contents is. */
function isTable(figures: readonly TextLine[], columns: readonly Column[]): boolean {
  const numbers = figures.flatMap(({ fragments }) => fragments.filter(({ text }) => isNumber(text)));
  if (figures.length === 1 && numbers.length < 3) return false;
  if (columns.length < 2 || columns.length > MOST_COLUMNS) return false;
  if (columns.length > 3 && figures.length > 1) return true;
  return numbers.some(({ text }) => isAmount(text)) || moneyColumns(figures, columns).size > 1;
}

function joinWrapped(lines: readonly TextLine[], figures: readonly TextLine[], columns: readonly Column[]): TextLine[] {
  const money = moneyColumns(figures, columns);
  const inMoney = (line: TextLine): boolean => line.fragments.some((own) => money.has(columnOf(own, columns)));
  const hasFigures = (line: TextLine): boolean =>
    line.fragments.some((own) => isNumber(own.text) && money.has(columnOf(own, columns)));
  return joinNames(
    lines,
    (line) => hasFigures(line) && !isNumbering(line),
    (line) => !inMoney(line) && line.fragments.every((own) => reachOf(own, columns) < 2),
  );
}

/** Columns of numbers with names to their left; all columns of numbers where there are no names. */
function moneyColumns(figures: readonly TextLine[], columns: readonly Column[]): Set<number> {
  const texts = columns.map((_, at) =>
    figures.flatMap(({ fragments }) => fragments.filter((own) => columnOf(own, columns) === at)),
  );
  const numeric = texts.map((own) => own.filter(({ text }) => isNumber(text)).length >= 0.6 * own.length);
  const firstName = numeric.indexOf(false);
  return new Set(columns.flatMap((_, at) => (numeric[at] && at > firstName && texts[at]?.length ? [at] : [])));
}

function fill(row: PlacedRow, width: number): GridRow {
  const cells = Array<string>(width).fill('');
  const spans = Array<number>(width).fill(1);
  for (let column = 0; column < width; column++) {
    const own = row.filter(({ from }) => from === column);
    const lines = groupByBaseline(own.map(({ fragment }) => fragment));
    cells[column] = lines.map(({ items }) => textOf(items)).join(' ');
    const to = Math.max(column, ...own.map((text) => text.to));
    if (to > column) spans.fill(0, column, to + 1)[column] = to - column + 1;
  }
  return { cells, spans };
}
