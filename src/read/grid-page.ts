import type { Side } from '../domain/closed-lists.js';
import { squeeze } from '../domain/label.js';
import type { ColumnDefinition, StatementDefinition } from '../domain/statement-columns.js';
import type { Grid } from './grid.js';
import { partGrid } from './grid.js';
import type { SideLayout } from './grid-layout.js';
import { layOut } from './grid-layout.js';
import { rolesOf } from './grid-roles.js';
import { joinSplitTotals, readGridRows } from './grid-rows.js';
import type { HeadMatch } from './heads.js';
import type { HeadStack } from './label-heads.js';
import { matchHeads, stackHeads } from './heads.js';
import type { PrintedLine } from './printed-line.js';
import type { MoneyColumn, PrintedRow, PrintedSide, ReadPage } from './printed-row.js';

const MOST_HEAD_ROWS = 40;

/** Which page of the statement this is, from 0, and the report's year. */
export interface PageContext {
  readonly pageIndex: number;
  readonly year: number;
}

/** The columns of one side and how well their heads fit. */
interface MatchedSide {
  readonly side: PrintedSide;
  readonly exactHeads: number;
  readonly weight: number;
}

/**
 * Reads a page whose medium tells cells apart, as rows of `definition`; null where the page's columns are not laid out so.
 * What a column is follows from what stands in it, and from its head where it is empty.
 */
export function readGridPage(
  lines: readonly PrintedLine[],
  definition: StatementDefinition,
  { pageIndex, year }: PageContext,
): ReadPage | null {
  const grid = partGrid(lines);
  if (grid.data.length === 0 || grid.heads.length > MOST_HEAD_ROWS) return null;
  const laidOut = layOut(grid, rolesOf(grid, definition), definition);
  if (!laidOut) return null;
  const { layouts: found, stacks } = joinHeadsToFigures(grid, laidOut, definition);
  const layouts = found.map((own) => ({
    ...own,
    money: own.money.filter((column) => !isForeign(stacks[column], year)),
  }));
  const skipped = found.flatMap(({ money }) => money.filter((column) => isForeign(stacks[column], year)));
  const names = Object.keys(definition.columns) as (Side | 'NONE')[];
  const lanes = definition.shape === 'LANES' ? lanesOf(grid, layouts, stacks, names) : null;
  const matched = names.map((name, at): MatchedSide => {
    const own = lanes ? layouts[Math.max(lanes.indexOf(at), 0)] : layouts[at];
    return matchSide(own?.money ?? [], name, definition.columns[name] ?? [], { grid, stacks });
  });
  const printed = readGridRows(grid, layouts, { pageIndex, coded: definition.classification !== null });
  const rows = (lanes ? joinSplitTotals(printed) : printed).map((row) =>
    lanes ? { ...row, sideIndex: laneOf(row, names, lanes[row.sideIndex] ?? null) } : row,
  );
  const undivided = lanes && rows.some(({ sideIndex }) => sideIndex === names.length);
  const moneyColumns = matched.reduce((sum, { side }) => sum + side.columns.length, 0);
  const weight = matched.reduce((sum, own) => sum + own.weight, 0);
  return {
    sides: [
      ...matched.map(({ side }) => side),
      ...(undivided ? [{ side: null, columns: matched[0]?.side.columns ?? [] }] : []),
    ],
    rows,
    exactHeads: matched.reduce((sum, own) => sum + own.exactHeads, 0),
    moneyColumns,
    weight: weight - strangers(matched, definition) / 2 - optionalColumns(matched) / 4,
    remark: layouts.some(({ remark }) => remark !== null),
    skipped: skipped.map((column) => (stacks[column] ?? []).map((head) => squeeze(head)).join(' ')),
  };
}

/** Columns that the template has and the page lacks, and the other way round. */
function strangers(matched: readonly MatchedSide[], { columns }: StatementDefinition): number {
  const found = new Set(matched.flatMap(({ side }) => side.columns.map(({ definition }) => definition)));
  const lacking = Object.values(columns).flatMap((own) => own.filter((one) => !one.optional && !found.has(one)));
  return (
    lacking.length + matched.reduce((sum, { side }) => sum + side.columns.filter((own) => !own.definition).length, 0)
  );
}

/** Of two templates that fit the one that prints such columns throughout fits better. */
function optionalColumns(matched: readonly MatchedSide[]): number {
  return matched.reduce(
    (sum, { side }) => sum + side.columns.filter(({ definition }) => definition?.optional).length,
    0,
  );
}

const NO_AMOUNT =
  /^(?:上年度?(?:同期|预算|决算|执行|实际)?数?|.*(?:增减|增长).*|.*[%].*|.*(?:占比|比例|比重|完成率|执行率))$/;

/** Whether the heads over a column speak of another year only, of a change or of a rate. */
function isForeign(stack: HeadStack = [], year: number): boolean {
  const heads = stack.map(squeeze);
  const years = heads.flatMap((head) => head.match(/(?:19|20)\d{2}(?=年)/g) ?? []);
  return heads.some((head) => NO_AMOUNT.test(head)) || (years.length > 0 && !years.includes(String(year)));
}

/**
 * A head may stand in a column of its own beside that of its figures where a medium tells columns by the places of their text.
 * Such columns are joined where they are more than the template's, and then exactly as many.
 */
function joinHeadsToFigures(
  grid: Grid,
  layouts: readonly SideLayout[],
  { columns }: StatementDefinition,
): { layouts: readonly SideLayout[]; stacks: HeadStack[] } {
  const stacks = stackHeads(grid.heads, grid.width);
  const [layout] = layouts;
  const wanted = columns.NONE?.filter((own) => !own.optional).length;
  if (!layout || layouts.length > 1 || wanted === undefined || layout.money.length <= wanted)
    return { layouts, stacks };
  const hasFigures = (column: number): boolean => grid.data.some(({ cells }) => (cells?.[column] ?? '') !== '');
  const hasHead = (column: number): boolean => grid.heads.some((row) => (row[column] ?? '') !== '');
  const joined = stacks.map((stack) => stack);
  const money = layout.money.filter((column) => {
    if (hasFigures(column) || !hasHead(column)) return true;
    const figures = [column + 1, column - 1].find(
      (own) => layout.money.includes(own) && hasFigures(own) && !hasHead(own),
    );
    if (figures !== undefined) joined[figures] = stacks[column] ?? [];
    return figures === undefined;
  });
  return money.length === wanted ? { layouts: [{ ...layout, money }], stacks: joined } : { layouts, stacks };
}

function matchSide(
  money: readonly number[],
  name: Side | 'NONE',
  definitions: readonly ColumnDefinition[],
  { grid, stacks }: { readonly grid: Grid; readonly stacks: readonly HeadStack[] },
): MatchedSide {
  const numbers = whereWhole(money.map((column) => grid.numbers[column] ?? null));
  const heads = money.map((column) => stacks[column] ?? []);
  const matches = matchHeads(heads, definitions, numbers);
  return {
    side: {
      side: name === 'NONE' ? null : name,
      columns: matches.map((match, index) => moneyColumn(match, definitions, name, index, numbers[index] ?? null)),
    },
    exactHeads: matches.filter(({ exact }) => exact).length,
    weight: matches.reduce((sum, match) => sum + match.weight, 0),
  };
}

/** The lane that the heads of each block name; null where they name none. */
function lanesOf(
  grid: Grid,
  layouts: readonly SideLayout[],
  stacks: readonly HeadStack[],
  names: readonly (Side | 'NONE')[],
): (number | null)[] {
  return layouts.map(({ code, label, money }) => {
    const columns = [...code, ...(label === null ? [] : [label]), ...money];
    const heads = columns.map((column) => (stacks[column] ?? []).map(squeeze).join()).join();
    const [personnel, operating] = [heads.includes('人员经费'), heads.includes('公用经费')];
    return personnel === operating ? null : names.indexOf(personnel ? 'PERSONNEL' : 'OPERATING');
  });
}

/** 人员经费 holds 301 and 303, 公用经费 the rest; a row without a code is of the lane it names, else of its block's, else of none. */
function laneOf({ code, label }: PrintedRow, names: readonly (Side | 'NONE')[], block: number | null): number {
  if (code !== null) return names.indexOf(/^30[13]/.test(code) ? 'PERSONNEL' : 'OPERATING');
  const named = /人员/.test(label) ? 'PERSONNEL' : /公用/.test(label) ? 'OPERATING' : null;
  return named ? names.indexOf(named) : (block ?? names.length);
}

/** 栏次 only where they are 1 to n: a damaged one says nothing about the others either. */
function whereWhole(numbers: readonly (number | null)[]): (number | null)[] {
  const sorted = [...numbers].sort((a, b) => (a ?? 0) - (b ?? 0));
  return sorted.every((number, index) => number === index + 1) ? [...numbers] : numbers.map(() => null);
}

/** Numbers a column: 栏次 as printed in one-sided tables, the place on its side in those of two. */
export function moneyColumn(
  { place, exact, label, leafHead }: Omit<HeadMatch, 'weight'>,
  definitions: readonly ColumnDefinition[],
  side: Side | 'NONE',
  index: number,
  printed: number | null,
): MoneyColumn {
  const definition = place === null ? null : (definitions[place] ?? null);
  const meant = definition?.stage && place !== null ? place + 1 : null;
  const number = meant ?? (side === 'NONE' ? (printed ?? index + 1) : index + 1);
  return { definition, place, label, exact, leafHead, number };
}
