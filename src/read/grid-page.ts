import type { Side } from '../domain/closed-lists.js';
import { squeeze } from '../domain/label.js';
import type { ColumnDefinition, StatementDefinition } from '../domain/statement-columns.js';
import type { HeadMatch } from './heads.js';
import { matchHeads, stackHeads } from './heads.js';
import { looksLikeAmount, readNumber, readNumbers } from './printed-number.js';
import type { MoneyColumn, PrintedRow, PrintedSide, ReadPage } from './printed-row.js';
import type { PrintedLine } from './printed-line.js';
import { isHeadRow } from './table-page.js';

type Role = 'CODE' | 'CODE_PART' | 'LABEL' | 'ROW_NUMBER' | 'MONEY' | 'REMARK' | 'NOTHING';

interface Grid {
  readonly width: number;
  readonly heads: readonly (readonly string[])[];
  /** 栏次 as printed above each column, where it is a number. */
  readonly numbers: readonly (number | null)[];
  readonly data: readonly PrintedLine[];
}

interface SideLayout {
  readonly side: Side | 'NONE';
  /** One column, or three of 类, 款 and 项. */
  readonly code: readonly number[];
  readonly label: number | null;
  readonly remark: number | null;
  readonly money: readonly number[];
}

const CODE = /^\[?\d{3}(?:\d{2}){0,2}\]?$/;
const MOST_HEAD_ROWS = 40;
const HAN = /\p{Script=Han}/u;

/**
 * Reads a page whose medium tells cells apart, as rows of `definition`; null where the page's columns are not laid out so.
 * What a column is follows from what stands in it, and from its head where it is empty.
 */
export function readGridPage(
  lines: readonly PrintedLine[],
  definition: StatementDefinition,
  pageIndex: number,
): ReadPage | null {
  const grid = partGrid(lines);
  if (grid.data.length === 0 || grid.heads.length > MOST_HEAD_ROWS) return null;
  const layouts = layOut(grid, rolesOf(grid, definition), definition);
  if (!layouts) return null;
  let exactHeads = 0;
  let weight = 0;
  const stacks = stackHeads(grid.heads, grid.width);
  const sides = layouts.map(({ side, money }): PrintedSide => {
    const definitions = definition.columns[side] ?? [];
    const numbers = whereWhole(money.map((column) => grid.numbers[column] ?? null));
    const matches = matchHeads(
      money.map((column) => stacks[column] ?? []),
      definitions,
      numbers,
    );
    exactHeads += matches.filter(({ exact }) => exact).length;
    weight += matches.reduce((sum, match) => sum + match.weight, 0);
    return {
      side: side === 'NONE' ? null : side,
      columns: matches.map((match, index) => moneyColumn(match, definitions, side, index, numbers[index] ?? null)),
    };
  });
  const rows = grid.data.flatMap((line, rowOnPage) =>
    layouts.flatMap((layout, sideIndex) => readRow(line, layout, sideIndex, pageIndex, rowOnPage) ?? []),
  );
  const moneyColumns = layouts.reduce((sum, { money }) => sum + money.length, 0);
  const templateColumns = Object.values(definition.columns).reduce((sum, own) => sum + own.length, 0);
  return {
    sides,
    rows,
    exactHeads,
    moneyColumns,
    weight: weight - Math.abs(templateColumns - moneyColumns) / 2,
    remark: layouts.some(({ remark }) => remark !== null),
  };
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

function partGrid(lines: readonly PrintedLine[]): Grid {
  const rows = lines.map((line) => ({ line, cells: line.cells ?? [] }));
  const firstAmount = rows.findIndex(({ cells }) => cells.some(looksLikeAmount));
  const numbersAt = rows.findIndex(({ cells }, at) => (firstAmount < 0 || at < firstAmount) && isNumbering(cells));
  const lastHead = rows.findLastIndex(({ cells }, at) => (firstAmount < 0 || at < firstAmount) && isHeadRow(cells));
  const money = new Set(
    rows.flatMap(({ cells }) => cells.flatMap((cell, column) => (looksLikeAmount(cell) ? [column] : []))),
  );
  const lastOverMoney = rows.findLastIndex(
    ({ cells }, at) =>
      at < firstAmount && cells.some((cell, column) => money.has(column) && readNumber(cell).kind === 'UNREADABLE'),
  );
  const firstTotal = rows.findIndex(({ cells }, at) => at > Math.max(numbersAt, lastHead) && startsData(cells));
  const begin =
    Math.max(numbersAt, lastHead, firstTotal < 0 ? lastOverMoney : Math.min(lastOverMoney, firstTotal - 1)) + 1;
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const numbering = rows[numbersAt]?.cells ?? [];
  return {
    width,
    heads: rows.slice(0, begin).flatMap(({ cells }, at) => (at === numbersAt ? [] : [cells])),
    numbers: Array.from({ length: width }, (_, column) => asInteger(numbering[column] ?? '')),
    data: rows.slice(begin).map(({ line }) => line),
  };
}

/** A row of 合计 or of a code with something like a number behind is no head, be its figures damaged. */
function startsData(cells: readonly string[]): boolean {
  const [first = '', ...rest] = cells.filter((cell) => cell !== '').map((cell) => cell.replace(/\s/g, ''));
  return (first === '合计' || CODE.test(first)) && rest.some((cell) => /\d/.test(cell));
}

/** A row of 栏次: the word, nothing but small rising numbers, or 1, 2, 3 … beside a damaged word or number. */
function isNumbering(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell !== '').map((cell) => cell.replace(/\s/g, ''));
  if (filled.includes('栏次')) return true;
  const numbers = filled.map(asInteger).filter((number) => number !== null);
  const rising = numbers.every((number, index) => number > (numbers[index - 1] ?? 0) && number <= 40);
  if (numbers.length === filled.length && rising) return numbers.length > 1;
  const inPlace = numbers.filter((number, index) => number === index + 1).length;
  return numbers.length > 2 && filled.length - numbers.length <= 2 && inPlace * 3 >= numbers.length * 2;
}

function rolesOf({ width, heads, numbers, data }: Grid, definition: StatementDefinition): Role[] {
  const roles: Role[] = [];
  for (let column = 0; column < width; column++) {
    const filled = data.map((line) => line.cells?.[column] ?? '').filter((cell) => cell !== '');
    const head = heads.map((row) => squeeze(row[column] ?? '')).join('');
    const numbered = numbers[column] !== null;
    roles.push(filled.length > 0 ? roleByContent(filled, head, numbered, definition) : roleByHead(head));
  }
  const lastLabel = roles.lastIndexOf('LABEL');
  return roles.map((role, column) => (role === 'CODE' && column > lastLabel && lastLabel >= 0 ? 'MONEY' : role));
}

function roleByContent(
  filled: readonly string[],
  head: string,
  numbered: boolean,
  definition: StatementDefinition,
): Role {
  const share = (test: (cell: string) => boolean): number => filled.filter(test).length / filled.length;
  const codes = share((cell) => CODE.test(cell.replace(/\s/g, '')));
  if (
    /^(?:类|款|项)$/.test(head.replace(/^.*(?=[类款项]$)/, '')) &&
    share((cell) => /^\d{2,7}$/.test(cell.replace(/\s/g, ''))) === 1
  )
    return 'CODE_PART';
  if (codes > 0 && definition.classification && share(looksLikeAmount) === 0 && (codes >= 0.5 || head.includes('编码')))
    return 'CODE';
  if (share((cell) => asInteger(cell) !== null) === 1 && (head.includes('行次') || isCounting(filled)))
    return 'ROW_NUMBER';
  const numbers = share((cell) => readNumber(cell).kind === 'VALUE' || readNumbers(cell).length > 1);
  const dashes = share((cell) => readNumber(cell).kind === 'EMPTY');
  const names = share((cell) => HAN.test(cell) && !/\d[.,]\s*\d/.test(cell));
  if (numbers + dashes >= 0.6 || (numbered && names < 0.5)) return 'MONEY';
  if (/绩效目标|备注|说明/.test(head)) return 'REMARK';
  if (names > 0.3) return 'LABEL';
  return share((cell) => /\d/.test(cell)) > 0 ? 'MONEY' : 'NOTHING';
}

function roleByHead(head: string): Role {
  if (/绩效目标|备注|说明/.test(head)) return 'REMARK';
  if (/编码/.test(head)) return 'CODE';
  if (/行次/.test(head)) return 'ROW_NUMBER';
  if (/项目$|科目名称|支出项目类别|经济科目/.test(head)) return 'LABEL';
  return head === '' ? 'NOTHING' : 'MONEY';
}

function isCounting(cells: readonly string[]): boolean {
  const numbers = cells.map((cell) => asInteger(cell) ?? -1);
  return (
    numbers.length > 1 && numbers.every((number, index) => index === 0 || number === (numbers[index - 1] ?? 0) + 1)
  );
}

/** Columns of each side, or null where the roles don't make the sides that the statement has. */
function layOut(grid: Grid, roles: readonly Role[], definition: StatementDefinition): SideLayout[] | null {
  const names = Object.keys(definition.columns) as (Side | 'NONE')[];
  if (names.length === 1) return [layOutSide('NONE', roles, 0, roles.length)];
  const begin = secondSide(grid, roles);
  if (begin === null) return null;
  const layouts = [
    layOutSide(names[0] as Side, roles, 0, begin),
    layOutSide(names[1] as Side, roles, begin, roles.length),
  ];
  return layouts.every(({ money }) => money.length > 0) ? layouts : null;
}

/** Where the second side begins: at the second column of names, or of codes before it. */
function secondSide({ heads, width }: Grid, roles: readonly Role[]): number | null {
  for (const row of heads) {
    const starts = row.flatMap((cell, column) =>
      /^(?:项目|(?:经济分类)?科目编码|经济分类.*编码)$/.test(squeeze(cell)) ? [column] : [],
    );
    if (starts.length === 2) return starts[1] as number;
  }
  const firstMoney = roles.indexOf('MONEY');
  for (let column = firstMoney + 1; firstMoney >= 0 && column < width; column++)
    if (roles[column] === 'LABEL' || roles[column] === 'CODE') return column;
  return null;
}

function layOutSide(side: Side | 'NONE', roles: readonly Role[], from: number, to: number): SideLayout {
  const at = (role: Role): number[] =>
    roles.flatMap((own, column) => (own === role && column >= from && column < to ? [column] : []));
  const labels = at('LABEL');
  const money = at('MONEY');
  const remark =
    at('REMARK')[0] ?? labels.find((column, index) => index > 0 && money.some((own) => own < column)) ?? null;
  return {
    side,
    code: at('CODE_PART').length > 1 ? at('CODE_PART') : at('CODE').slice(0, 1),
    label: labels.find((column) => column !== remark) ?? null,
    remark,
    money,
  };
}

function readRow(
  line: PrintedLine,
  layout: SideLayout,
  sideIndex: number,
  pageIndex: number,
  rowOnPage: number,
): PrintedRow | null {
  const cell = (column: number | null): string => (column === null ? '' : (line.cells?.[column] ?? '').trim());
  const first = joinCode(layout.code.map(cell));
  const printedCode = CODE.test(first.replace(/\s/g, '')) ? first : '';
  const named = `${printedCode === '' ? first : ''} ${cell(layout.label)}`.trim();
  const inName = printedCode === '' ? /^\[\s*(\d[\d\s]*)\]\s*(.*)$/s.exec(named) : null;
  const code = (inName?.[1] ?? printedCode).replace(/[^\d]/g, '');
  const row: PrintedRow = {
    sideIndex,
    line: line.number,
    page: line.page,
    text: line.text,
    pageIndex,
    rowOnPage,
    code: code === '' ? null : code,
    label: inName ? (inName[2] ?? '') : named,
    indent: null,
    remark: cell(layout.remark),
    cells: layout.money.map(cell),
    misplaced: [],
  };
  return row.code === null && row.label === '' && row.remark === '' && row.cells.every((text) => text === '')
    ? null
    : row;
}

/** 类, 款 and 项 in a column each: the digits of one level behind those of the level above, or the whole code in its column. */
function joinCode(parts: readonly string[]): string {
  return parts.reduce((code, part) => (part === '' || part.length > 2 ? part || code : code + part), '');
}

function asInteger(cell: string): number | null {
  const text = cell.replace(/\s/g, '');
  return /^\d{1,4}$/.test(text) ? Number(text) : null;
}
