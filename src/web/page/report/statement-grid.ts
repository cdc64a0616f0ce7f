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
  readonly columns: readonly { readonly column: number; readonly label: string }[];
  readonly rows: readonly GridRow[];
}

export interface GridRow {
  readonly key: string;
  readonly label: string;
  readonly labelUncertain: boolean;
  readonly code: string | null;
  readonly level: Item['account']['level'];
  readonly line: number;
  readonly page: number | null;
  readonly text: string;
  /** By number of the column. A column without one is an empty cell, which is no zero. */
  readonly items: ReadonlyMap<number, Item>;
}

/** Tables whose revenue and expenditure stand beside one another. */
const TWO_SIDED: readonly Item['statement'][] = ['REVENUE_EXPENDITURE_SUMMARY', 'APPROPRIATION_SUMMARY'];

/** Line items of one statement, in the order printed, put back into the table that they stood in. */
export function makeGrid(items: readonly Item[]): StatementGrid {
  const sections = new Map<string, Item[]>();
  for (const item of items) {
    const key = JSON.stringify([item.unitName, sideOf(item)]);
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

function makeSection(key: string, items: readonly Item[]): GridSection {
  const rows = new Map<string, Item[]>();
  for (const item of items) {
    const row = JSON.stringify([item.source.page, item.source.line, item.label, item.account.code]);
    rows.set(row, [...(rows.get(row) ?? []), item]);
  }
  const labels = new Map(items.map(({ column, columnLabel }) => [column, columnLabel]));
  const [first] = items;
  return {
    key,
    unitName: first?.unitName ?? null,
    side: first ? sideOf(first) : null,
    columns: [...labels].map(([column, label]) => ({ column, label })).sort((a, b) => a.column - b.column),
    rows: [...rows].map(([row, own]) => makeRow(row, own)),
  };
}

function makeRow(key: string, items: readonly Item[]): GridRow {
  const [{ label, labelUncertain, account, source }] = items as [Item];
  return {
    key,
    label,
    labelUncertain,
    code: account.code,
    level: account.level,
    line: source.line,
    page: source.page,
    text: source.text,
    items: new Map(items.map((item) => [item.column, item])),
  };
}

/** The rows around the one that holds an item: a piece of the table large enough to be recognised. */
export function cutAround(section: GridSection, itemId: string, around: number): GridSection {
  const at = section.rows.findIndex(({ items }) => [...items.values()].some(({ id }) => id === itemId));
  return at < 0 ? section : { ...section, rows: section.rows.slice(Math.max(0, at - around), at + around + 1) };
}
