/** `decimal` is exact decimal text, never a float; codes and ids are `text`. */
export type ColumnType = 'text' | 'integer' | 'decimal' | 'boolean';
export type ColumnValue = string | number | boolean | null;

/** A column of an exported table, the same in every format; the documentation is compared with it. */
export interface Column<Row> {
  /** snake_case; stays as it is once published. */
  readonly name: string;
  readonly type: ColumnType;
  /** Null where the value has none. */
  readonly unit: string | null;
  readonly meaning: string;
  readonly meaningZh: string;
  /** Null: absent. */
  readonly read: (row: Row) => ColumnValue;
}

type Meaning = readonly [english: string, chinese: string];

export function text<Row>(name: string, meaning: Meaning, read: (row: Row) => string | null): Column<Row> {
  return makeColumn(name, 'text', null, meaning, read);
}

export function integer<Row>(name: string, meaning: Meaning, read: (row: Row) => number | null): Column<Row> {
  return makeColumn(name, 'integer', null, meaning, read);
}

export function boolean<Row>(name: string, meaning: Meaning, read: (row: Row) => boolean | null): Column<Row> {
  return makeColumn(name, 'boolean', null, meaning, read);
}

/** Exact decimal text in `unit`. */
export function decimal<Row>(
  name: string,
  unit: string,
  meaning: Meaning,
  read: (row: Row) => string | null,
): Column<Row> {
  return makeColumn(name, 'decimal', unit, meaning, read);
}

/** A list as one text; nothing where it is empty. */
export function joinTexts(values: readonly string[], by: string): string | null {
  return values.length === 0 ? null : values.join(by);
}

function makeColumn<Row>(
  name: string,
  type: ColumnType,
  unit: string | null,
  [meaning, meaningZh]: Meaning,
  read: Column<Row>['read'],
): Column<Row> {
  return { name, type, unit, meaning, meaningZh, read };
}
