import { squeeze } from '../domain/label.js';
import type { Grid } from './grid.js';
import type { SideLayout } from './grid-layout.js';
import { joinCode, readCode } from './printed-code.js';
import type { PrintedLine } from './printed-line.js';
import type { PrintedRow } from './printed-row.js';

/** Rows side by side; of blocks of lanes `sideIndex` is the place of the block. */
export function readGridRows(
  { data, width, usualLength }: Grid,
  layouts: readonly SideLayout[],
  { pageIndex, coded }: { readonly pageIndex: number; readonly coded: boolean },
): PrintedRow[] {
  const blocks = layouts.every(({ sideIndex }) => sideIndex === 0);
  const before = layouts.map((): string | null => null);
  return data.flatMap((line, rowOnPage) =>
    layouts.flatMap((layout, at) => {
      const row = readRow(line, layout, before[at] ?? null, {
        sideIndex: layout.sideIndex + (blocks ? at : 0),
        pageIndex,
        rowOnPage,
        coded,
      });
      before[at] = row?.code ?? before[at] ?? null;
      return row ? withAlignment(row, line, { width, usualLength }) : [];
    }),
  );
}

/** An amount that slipped into the cell of the name: its own cell is empty or another's. */
const AMOUNT_IN_NAME = /\p{Script=Han}.*\s-?\d[\d,]*\.\d+$/u;

/** A row with more cells than its table has columns can't be told apart; one with fewer or more than the others is marked. */
function withAlignment(
  row: PrintedRow,
  { cells }: PrintedLine,
  { width, usualLength }: Pick<Grid, 'width' | 'usualLength'>,
): PrintedRow {
  if (AMOUNT_IN_NAME.test(row.label))
    return {
      ...row,
      cells: row.cells.map(() => ''),
      misplaced: [row.label, ...row.cells].filter((cell) => cell !== ''),
    };
  const beyond = (cells ?? []).slice(width).filter((cell) => cell !== '');
  if (beyond.length > 0)
    return {
      ...row,
      cells: row.cells.map(() => ''),
      misplaced: [...row.cells.filter((cell) => cell !== ''), ...beyond],
    };
  const odd = usualLength !== null && (cells?.length ?? 0) - usualLength;
  if (odd === false || odd === 0) return row;
  return { ...row, uneven: odd < 0 ? 'FEWER' : 'MORE' };
}

/** A total over two blocks of one lane has its name in the first and its amount in the second. */
export function joinSplitTotals(rows: readonly PrintedRow[]): PrintedRow[] {
  const joined: PrintedRow[] = [];
  for (const row of rows) {
    const before = joined.at(-1);
    const nameless = row.code === null && row.label === '' && row.cells.some((cell) => cell !== '');
    const waits =
      before?.line === row.line && /合计$/.test(squeeze(before.label)) && before.cells.every((cell) => cell === '');
    if (before && nameless && waits) joined[joined.length - 1] = { ...before, cells: row.cells };
    else joined.push(row);
  }
  return joined;
}

/** A code before the name in one cell: in brackets, or where the table has codes without them. */
const BRACKETED = /^[[【〔(（]\s*(\d[\d\s]*)[\]】〕)）]\s*(.*)$/s;
const LEADING = /^(\d{3}(?:\d{2}){0,2}|\d{3}(?:[\s|\-/.]+\d{1,2}){1,2})\s*(\p{Script=Han}.*)$/su;

function readRow(
  line: PrintedLine,
  layout: SideLayout,
  codeAbove: string | null,
  { coded, ...place }: Pick<PrintedRow, 'sideIndex' | 'pageIndex' | 'rowOnPage'> & { readonly coded: boolean },
): PrintedRow | null {
  const cell = (column: number | null): string => (column === null ? '' : (line.cells?.[column] ?? '').trim());
  const parts = layout.code.map(cell);
  const printed = parts.length > 1 ? joinCode(parts, codeAbove) : readCode(parts[0] ?? '');
  const named = `${printed === null ? parts.join(' ').trim() : ''} ${cell(layout.label)}`.trim();
  const inName = printed === null ? (BRACKETED.exec(named) ?? (coded ? LEADING.exec(named) : null)) : null;
  const code = printed ?? (inName ? readCode(inName[1] ?? '') : null);
  // Written out, as objects made of pieces take several times as long, and there are many.
  const row: PrintedRow = {
    sideIndex: place.sideIndex,
    pageIndex: place.pageIndex,
    rowOnPage: place.rowOnPage,
    line: line.number,
    page: line.page,
    text: line.text,
    code,
    label: inName && code !== null ? (inName[2] ?? '') : named,
    indent: null,
    remark: cell(layout.remark),
    cells: layout.money.map(cell),
    misplaced: [],
  };
  return row.code === null && row.label === '' && row.remark === '' && row.cells.every((text) => text === '')
    ? null
    : row;
}
