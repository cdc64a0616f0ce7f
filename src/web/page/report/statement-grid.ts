import type { PrintedItemFragment } from '../generated/graphql';

type Item = PrintedItemFragment;

/** A statement as it was printed: rows under columns, side by side where the table has two sides. */
export interface StatementGrid {
  readonly title: string | null;
  readonly sections: readonly GridSection[];
}

export interface GridSection {
  readonly key: string;
  /** The unit in tables by unit; null: all. */
  readonly unitName: string | null;
  /** The side of a table with two; null: it has one. */
  readonly side: Item['flow'];
  /** The lane (人员经费, 公用经费) of a table with lanes beside one another; null: it has none. */
  readonly lane: string | null;
  readonly columns: readonly { readonly column: number; readonly label: string }[];
  readonly rows: readonly GridRow[];
}

export interface GridRow {
  readonly key: string;
  /** Empty where the heads alone name the figures, as in 三公. */
  readonly label: string;
  readonly labelUncertain: boolean;
  readonly code: string | null;
  readonly level: Item['account']['level'];
  /** A total, or a 类 with parts below it. */
  readonly isWhole: boolean;
  readonly line: number;
  readonly page: number | null;
  readonly text: string;
  /** By number of the column. A column without one is an empty cell, which is no zero. */
  readonly items: ReadonlyMap<number, Item>;
}

/** Tables whose revenue and expenditure stand beside one another. */
const TWO_SIDED: readonly Item['statement'][] = ['REVENUE_EXPENDITURE_SUMMARY', 'APPROPRIATION_SUMMARY'];

/** Tables with lanes: their columns count from 1 in each, under the lane's head. */
const LANED: readonly Item['statement'][] = ['GENERAL_PUBLIC_BASIC_EXPENDITURE'];
/** Tables that print one row whose heads name each figure. */
const NAMED_BY_HEADS: readonly Item['statement'][] = ['THREE_OFFICIAL_EXPENSES'];

/** Line items of one statement, in the order printed, put back into the table that they stood in. */
export function makeGrid(items: readonly Item[]): StatementGrid {
  const sections = new Map<string, Item[]>();
  for (const item of items) {
    const key = JSON.stringify([item.unitName, sideOf(item), laneOf(item)]);
    sections.set(key, [...(sections.get(key) ?? []), item]);
  }
  return {
    title: items.find(({ source }) => source.table)?.source.table ?? null,
    sections: [...sections].map(([key, own]) => makeSection(key, own)),
  };
}

function sideOf({ statement, flow }: Item): Item['flow'] {
  return TWO_SIDED.includes(statement) ? flow : null;
}

function laneOf({ statement, columnLabel }: Item): string | null {
  const [lane = '', ...heads] = columnLabel.split(' ');
  return LANED.includes(statement) && heads.length > 0 ? lane : null;
}

function makeSection(key: string, items: readonly Item[]): GridSection {
  const labels = new Map(items.map(({ column, columnLabel }) => [column, columnLabel]));
  const [first] = items;
  return {
    key,
    unitName: first?.unitName ?? null,
    side: first ? sideOf(first) : null,
    lane: first ? laneOf(first) : null,
    columns: [...labels].map(([column, label]) => ({ column, label })).sort((a, b) => a.column - b.column),
    rows: groupRows(items).map(makeRow),
  };
}

function groupRows(items: readonly Item[]): (readonly [Item, ...Item[]])[] {
  const lines = group(items, ({ source }) => [source.page, source.line]);
  return lines.flatMap((line) => {
    const isOneRow = NAMED_BY_HEADS.includes(line[0].statement) && hasOneOfEachColumn(line);
    return isOneRow ? [line] : group(line, ({ label, account }) => [label, account.code]);
  });
}

function group(items: readonly Item[], keyOf: (item: Item) => readonly unknown[]): [Item, ...Item[]][] {
  const groups = new Map<string, [Item, ...Item[]]>();
  for (const item of items) {
    const key = JSON.stringify(keyOf(item));
    const own = groups.get(key);
    if (own) own.push(item);
    else groups.set(key, [item]);
  }
  return [...groups.values()];
}

function hasOneOfEachColumn(items: readonly Item[]): boolean {
  return new Set(items.map(({ column }) => column)).size === items.length;
}

function makeRow(items: readonly [Item, ...Item[]]): GridRow {
  const [{ label, labelUncertain, account, source, leaf }] = items;
  const isNamed = items.every((item) => item.label === label);
  return {
    key: JSON.stringify([source.page, source.line, label, account.code]),
    label: isNamed ? label : '',
    labelUncertain,
    code: isNamed ? account.code : null,
    level: isNamed ? account.level : null,
    isWhole: isNamed && !leaf && account.level !== 'GROUP',
    line: source.line,
    page: source.page,
    text: source.text,
    items: new Map(items.map((item) => [item.column, item])),
  };
}
