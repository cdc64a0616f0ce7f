import { bareLabel, squeeze } from '../domain/label.js';
import type { StatementDefinition } from '../domain/statement-columns.js';
import { partGrid } from './grid.js';
import type { PageContext } from './grid-page.js';
import { moneyColumn, readGridPage } from './grid-page.js';
import { stackHeads } from './heads.js';
import { looksLikeAmount, readNumber } from './printed-number.js';
import type { CellPlace, PrintedRow, ReadPage } from './printed-row.js';
import type { PrintedLine } from './printed-line.js';
import { printLine } from './printed-line.js';

/** A page on its side has a line for each money column or account of its template, and its heads: a longer one stands upright. */
const MOST_LINES = 100;

/**
 * Reads a page that is laid out on its side: accounts side by side with a money column in each line, or the 三公 accounts below
 * each other with 预算数 and 决算数 as columns. Null where the page is not so.
 */
export function readTurnedPage(
  lines: readonly PrintedLine[],
  definition: StatementDefinition,
  context: PageContext,
): ReadPage | null {
  if (lines.length > MOST_LINES) return null;
  if (definition.shape === 'NAMELESS')
    return definition.kind === 'FINAL_ACCOUNTS' ? readAccountRows(lines, definition, context) : null;
  return definition.shape === 'CODED' || definition.shape === 'NAMED' ? readSideways(lines, definition, context) : null;
}

const PER_SIDE = 6;

/** The 三公 table with an account a row: each row fills its account's places under the stages that the heads name. */
function readAccountRows(
  lines: readonly PrintedLine[],
  definition: StatementDefinition,
  { pageIndex }: PageContext,
): ReadPage | null {
  const definitions = definition.columns.NONE ?? [];
  const grid = partGrid(lines);
  const stages = stackHeads(grid.heads, grid.width).map((stack) => stageOfHead(stack));
  const money = stages.flatMap((offset, column) => (offset === null ? [] : [column]));
  const offsets = money.map((column) => stages[column] as number);
  if (money.length === 0 || new Set(offsets).size < offsets.length) return null;
  const heads = stackHeads(grid.heads, grid.width);
  const rows = grid.data.flatMap((line, rowOnPage): PrintedRow[] => {
    const cells = line.cells ?? [];
    const label = cells.find((cell, column) => !money.includes(column) && /\p{Script=Han}/u.test(cell)) ?? '';
    const account = accountOf(label, definition);
    const printed = money.map((column) => cells[column] ?? '');
    if (account === null && printed.every((cell) => readNumber(cell).kind === 'EMPTY')) return [];
    const whole = account !== null && (grid.usualLength === null || cells.length === grid.usualLength);
    const placed = definitions.map((_, place) =>
      !whole ? '' : (printed[offsets.findIndex((offset) => offset + account === place)] ?? ''),
    );
    const misplaced = whole ? [] : cells.filter((cell) => cell !== '' && cell !== label);
    return [
      {
        sideIndex: 0,
        line: line.number,
        page: line.page,
        text: line.text,
        pageIndex,
        rowOnPage,
        code: null,
        label,
        indent: null,
        remark: '',
        cells: placed,
        misplaced,
      },
    ];
  });
  const known = rows.filter(({ misplaced }) => misplaced.length === 0).length;
  if (known < PER_SIDE / 2 || known * 2 < rows.length) return null;
  const columns = definitions.map((own, place) => {
    const head = heads[money[offsets.indexOf(place < PER_SIDE ? 0 : PER_SIDE)] ?? -1] ?? [];
    const label = head.map((text) => text.replace(/\s/g, '')).join(' ');
    return moneyColumn(
      { place, exact: true, label, leafHead: own.heads[0] as string },
      definitions,
      'NONE',
      place,
      null,
    );
  });
  return {
    sides: [{ side: null, columns }],
    rows,
    exactHeads: columns.length,
    moneyColumns: columns.length,
    weight: 3 * columns.length,
    remark: false,
    skipped: [],
  };
}

/** Where the stage that a head names begins among the columns; null for any other head. */
function stageOfHead(stack: readonly string[]): number | null {
  const head = squeeze(stack.at(-1) ?? '').replace(/^(?:19|20)\d{2}年度?/, '');
  if (/^(?:年初|全年|调整后?)?预算数?$/.test(head)) return 0;
  if (/^(?:决算数?|支出数|实际支出数?)$/.test(head)) return PER_SIDE;
  return null;
}

/** The place of a row's account among the six; null where it is none of them. */
function accountOf(label: string, { columns }: StatementDefinition): number | null {
  const name = bareLabel(label).replace(/支出$/, '');
  const first = (columns.NONE ?? []).slice(0, PER_SIDE);
  const at = first.findIndex(
    ({ heads }, place) =>
      heads.some((head) => head === name) || (place === 0 && /^三公经费(?:支出)?(?:合计)?$/.test(name)),
  );
  if (at >= 0) return at;
  const spanning = first.findIndex(({ groups }) => groups.some((group) => group.split(' ').at(-1) === name));
  return spanning >= 0 ? spanning : null;
}

/** A table whose accounts stand side by side, turned upright; each cell keeps the place where it is printed. */
function readSideways(
  lines: readonly PrintedLine[],
  definition: StatementDefinition,
  context: PageContext,
): ReadPage | null {
  const width = Math.max(0, ...lines.map(({ cells }) => cells?.length ?? 0));
  const [first] = lines;
  if (!first || width < 2 || lines.length < 3) return null;
  const uneven = unevenLine(lines);
  const upright = Array.from({ length: width }, (_, column) => {
    const cells = lines.map((line) => (line === uneven ? withoutAmounts(line) : (line.cells ?? []))[column] ?? '');
    return printLine({ number: column + 1, text: cells.join('\t'), cells });
  });
  const read = readGridPage(upright, definition, context);
  if (!read) return null;
  const money = moneyLines(lines, read);
  if (!money) return null;
  const lost = (uneven?.cells ?? []).filter(looksLikeAmount);
  return {
    ...read,
    rows: read.rows.map((row, at): PrintedRow => {
      const [place] = money;
      return {
        ...row,
        ...(place as CellPlace),
        places: money,
        misplaced: at === 0 ? [...row.misplaced, ...lost] : row.misplaced,
      };
    }),
  };
}

/** The one line with another number of cells than all others: from where on its amounts stand in another's place can't be told. */
function unevenLine(lines: readonly PrintedLine[]): PrintedLine | undefined {
  const lengths = lines.map(({ cells }) => cells?.length ?? 0);
  const odd = lines.filter((_, at) => lengths.filter((length) => length === lengths[at]).length === 1);
  return odd.length === 1 && new Set(lengths).size === 2 ? odd[0] : undefined;
}

function withoutAmounts({ cells }: PrintedLine): readonly string[] {
  return (cells ?? []).map((cell) => (looksLikeAmount(cell) ? '' : cell));
}

/** The printed lines that hold amounts, if they are as many as the money columns. */
function moneyLines(lines: readonly PrintedLine[], { moneyColumns }: ReadPage): CellPlace[] | null {
  const found = lines.filter(({ cells }) => cells?.some(looksLikeAmount));
  return found.length === moneyColumns ? found.map(({ number, page, text }) => ({ line: number, page, text })) : null;
}
