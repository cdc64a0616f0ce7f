import { bareLabel, isNumbered, rejoin, squeeze } from '../domain/label.js';
import type { StatementDefinition } from '../domain/statement-columns.js';
import { possibleNumbers, readNumber } from './printed-number.js';
import type { CellPlace, PrintedRow } from './printed-row.js';

/** One row of the statement with everything that was printed of it: over several lines, or again on the next page. */
export interface GatheredRow {
  readonly sideIndex: number;
  readonly pageIndex: number;
  readonly code: string | null;
  readonly label: string;
  /** Torn by the page: put together from pieces whose place is not sure. */
  readonly labelUncertain: boolean;
  readonly hasRemark: boolean;
  /** Blanks that the print put before the name; null where the medium keeps none. */
  readonly indent: number | null;
  readonly line: number;
  readonly page: number | null;
  readonly text: string;
  /** The cells as printed, once or more often. */
  readonly prints: readonly (readonly string[])[];
  /** Where each cell is printed, in a table whose rows are columns; null elsewhere. */
  readonly places: readonly CellPlace[] | null;
  /** Whether a cell in the middle may be lost or added. */
  readonly uneven: 'FEWER' | 'MORE' | null;
  /** What is printed in the row and fits none of its columns. */
  readonly misplaced: readonly string[];
}

/** Names that are never the rest of another. */
const WHOLE_NAME = /^(?:其中|注|.*(?:合计|小计|总计)$|.*结转.*|.*结余.*)/;
const SENTENCE_END = /[。!！；;]["”』」]?$/;

/** Puts the printed rows of one statement together: names torn by the page, figures printed twice. */
export function gatherRows(definition: StatementDefinition, rows: readonly PrintedRow[]): GatheredRow[] {
  const grouped = definition.remark ? groupTorn(rows) : groupPlain(rows, definition);
  return joinRepeated(grouped.map(gather), definition);
}

/** A row with figures stands alone; the rest of a name that opens a page ends the last name of the page before. */
function groupPlain(rows: readonly PrintedRow[], { shape }: StatementDefinition): PrintedRow[][] {
  const groups: PrintedRow[][] = [];
  const known = new Set(rows.filter((row) => !isFragment(row)).map(({ label }) => bareLabel(label)));
  for (const row of rows) {
    const last = groups.findLast((group) => group[0]?.sideIndex === row.sideIndex);
    const opens = row.rowOnPage === 0 && row.pageIndex > 0 && isFragment(row) && row.code === null && row.label !== '';
    const whole = isNumbered(row.label) || known.has(bareLabel(row.label)) || WHOLE_NAME.test(bareLabel(row.label));
    if (last && opens && !whole && shape !== 'SIDES') last.push(row);
    else groups.push([row]);
  }
  return groups;
}

/**
 * Rows of a table with a column of running text. Where the page printed one line of text a row, name and figures stand
 * beside some of its lines: a row ends with the sentence, or where clearly other figures follow.
 */
function groupTorn(rows: readonly PrintedRow[]): PrintedRow[][] {
  const groups: PrintedRow[][] = [];
  let open: PrintedRow[] = [];
  for (const row of rows) {
    if (open.length > 0 && endsGroup(open, row)) {
      groups.push(open);
      open = [];
    }
    open.push(row);
  }
  if (open.length > 0) groups.push(open);
  return groups.flatMap(splitApart);
}

function endsGroup(group: readonly PrintedRow[], next: PrintedRow): boolean {
  if (!group.some((row) => !isFragment(row))) return false;
  const last = group.at(-1) as PrintedRow;
  if (!isFragment(next) && !group.some((row) => !isFragment(row) && sameFigures(row, next))) return true;
  if (last.pageIndex !== next.pageIndex) return !isFragment(next);
  return SENTENCE_END.test(last.remark.trim()) || group.every(({ remark }) => remark === '');
}

/** Two rows of equal figures are one row printed on two lines only if the lines around them belong to it as well. */
function splitApart(group: readonly PrintedRow[]): PrintedRow[][] {
  const figures = group.flatMap((row, index) => (isFragment(row) ? [] : [index]));
  const first = figures[0] ?? 0;
  const torn = first > 0 || (figures.at(-1) ?? 0) < group.length - 1;
  if (figures.length < 2 || torn) return [[...group]];
  return figures.map((from, at) => group.slice(at === 0 ? 0 : from, figures[at + 1] ?? group.length));
}

/** A piece of a row: a name or text without anything printed where amounts stand. */
function isFragment(row: PrintedRow): boolean {
  return row.cells.every((cell) => cell.trim() === '') && row.misplaced.length === 0;
}

/** Whether two rows may print one set of figures: at most one column aside, every two cells have a reading in common. */
function sameFigures(a: PrintedRow, b: PrintedRow): boolean {
  const pairs = a.cells
    .map((cell, index) => [possibleNumbers(cell), possibleNumbers(b.cells[index] ?? '')] as const)
    .filter(([x, y]) => x.length > 0 && y.length > 0);
  const equal = pairs.map(([x, y]) => x.filter((decimal) => y.includes(decimal))).filter((common) => common.length > 0);
  const nonZero = equal.flat().some((decimal) => /[1-9]/.test(decimal));
  return nonZero && equal.length >= pairs.length - 1 && equal.length * 2 > pairs.length;
}

function gather(group: readonly PrintedRow[]): GatheredRow {
  const figures = group.filter((row) => !isFragment(row));
  const main = clearest(figures) ?? (group[0] as PrintedRow);
  const names = group.map(({ label }) => label).filter((label) => label !== '');
  return {
    sideIndex: main.sideIndex,
    pageIndex: main.pageIndex,
    code: main.code,
    label: rejoin(names.join(' ')),
    labelUncertain: names.length > 1,
    hasRemark: group.some(({ remark }) => remark !== ''),
    indent: main.indent,
    line: main.line,
    page: main.page,
    text: group.map(({ text }) => text).join('\n'),
    prints: figures.map(({ cells }) => cells),
    places: main.places ?? null,
    uneven: main.uneven ?? null,
    misplaced: group.flatMap(({ misplaced }) => misplaced),
  };
}

/** Of several prints of one row's figures the one with the most readable cells, the first of equals. */
function clearest(figures: readonly PrintedRow[]): PrintedRow | undefined {
  const readable = ({ cells }: PrintedRow): number =>
    cells.filter((cell) => readNumber(cell).kind !== 'UNREADABLE').length;
  return figures.reduce<PrintedRow | undefined>(
    (best, row) => (best && readable(best) >= readable(row) ? best : row),
    undefined,
  );
}

/** A row that returns after a page's repeated head is the same row, printed again; so is a code that returns anywhere. */
function joinRepeated(rows: readonly GatheredRow[], { shape }: StatementDefinition): GatheredRow[] {
  const kept: GatheredRow[] = [];
  const places = new Map<string, number>();
  const counts = new Map<string, number>();
  const reprints = shape === 'BY_UNIT' ? new Set<number>() : reprintedPages(rows);
  let page = 0;
  let opening = true;
  for (const row of rows) {
    if (row.pageIndex !== page) opening = true;
    page = row.pageIndex;
    const reprinted = reprints.has(page);
    const count = counts.get(`${page}/${keyOf(row)}`) ?? 0;
    counts.set(`${page}/${keyOf(row)}`, count + 1);
    const earlier = places.get(`${keyOf(row)}#${reprinted ? count : 0}`);
    const before = earlier === undefined ? undefined : kept[earlier];
    const onEarlierPage = before !== undefined && before.pageIndex < page;
    const again =
      onEarlierPage &&
      ((reprinted && printedName(before) === printedName(row)) || (opening && returns(before, row, shape)));
    const last = kept.findLastIndex((own) => own.sideIndex === row.sideIndex);
    const joined =
      before && (again || isOne(before, row, shape)) ? earlier : doubles(kept[last], row) ? last : undefined;
    if (joined !== undefined) {
      kept[joined] = withPrints(kept[joined] as GatheredRow, row);
      continue;
    }
    opening = false;
    if (!places.has(`${keyOf(row)}#${count}`)) places.set(`${keyOf(row)}#${count}`, kept.length);
    kept.push(row);
  }
  return kept;
}

function keyOf({ sideIndex, code, label }: GatheredRow): string {
  return `${sideIndex}/${code ?? bareLabel(label)}`;
}

/** With the number before the name: 三、政府性基金 and a 政府性基金 below a balance are two rows. */
function printedName({ sideIndex, code, label }: GatheredRow): string {
  return `${sideIndex}/${code ?? squeeze(label)}`;
}

function withPrints(before: GatheredRow, { prints, text, misplaced }: GatheredRow): GatheredRow {
  return {
    ...before,
    prints: [...before.prints, ...prints],
    text: `${before.text}\n${text}`,
    misplaced: [...before.misplaced, ...misplaced],
  };
}

/** A table has each code once, one with codes 合计 too. */
function isOne(before: GatheredRow, row: GatheredRow, shape: StatementDefinition['shape']): boolean {
  if (row.code !== null) return before.code === row.code;
  return shape === 'CODED' && before.code === null && /^(?:合计|总计)$/.test(bareLabel(row.label));
}

/** A main line or a total directly below itself, figures and all: one row, printed twice. */
function doubles(last: GatheredRow | undefined, row: GatheredRow): boolean {
  const main = isNumbered(row.label) || /(?:合计|总计)$/.test(bareLabel(row.label));
  return main && last?.label === row.label && JSON.stringify(last.prints[0]) === JSON.stringify(row.prints[0]);
}

/** Pages that begin with the row with which the first began and repeat most rows of earlier ones: the table is printed again. */
function reprintedPages(rows: readonly GatheredRow[]): ReadonlySet<number> {
  const figures = rows.filter(({ prints }) => prints.length > 0);
  const first = figures[0];
  const pages = [...new Set(figures.map(({ pageIndex }) => pageIndex))];
  return new Set(
    pages.slice(1).filter((page) => {
      const own = figures.filter(({ pageIndex }) => pageIndex === page);
      const earlier = new Set(figures.filter(({ pageIndex }) => pageIndex < page).map(printedName));
      const repeated = own.filter((row) => earlier.has(printedName(row))).length;
      return own[0] && first && keyOf(own[0]) === keyOf(first) && repeated * 2 > own.length;
    }),
  );
}

/** By unit, names of one kind of money or project return under every unit: only 合计 is known again. */
function returns(before: GatheredRow, row: GatheredRow, shape: StatementDefinition['shape']): boolean {
  if (row.code !== null || /^(?:合计|总计)$/.test(bareLabel(row.label))) return true;
  if (shape === 'BY_UNIT') return false;
  return JSON.stringify(before.prints[0]) === JSON.stringify(row.prints[0]) && before.label === row.label;
}
