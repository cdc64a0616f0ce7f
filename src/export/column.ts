/** `decimal` is exact decimal text, never a float; codes and ids are `text`. */
export type ColumnType = 'text' | 'integer' | 'decimal' | 'boolean';
export type ColumnValue = string | number | boolean | null;

/** A column of an exported table, the same in every format; the documentation is compared with it. */
export interface ColumnHead {
  /** snake_case; stays as it is once published. */
  readonly name: string;
  readonly type: ColumnType;
  /** Null where the value has none. */
  readonly unit: string | null;
  readonly meaning: string;
  readonly meaningZh: string;
}

/** A column of rows that are written here. */
export interface Column<Row> extends ColumnHead {
  /** Null: absent. */
  readonly read: (row: Row) => ColumnValue;
}

type Meaning = readonly [english: string, chinese: string];
/** How a column is read; of one that the store writes nothing is said. */
type Read<Row, Value> = (row: Row) => Value | null;

export function text(name: string, meaning: Meaning): ColumnHead;
export function text<Row>(name: string, meaning: Meaning, read: Read<Row, string>): Column<Row>;
export function text<Row>(name: string, meaning: Meaning, read?: Read<Row, string>): ColumnHead {
  return makeColumn(name, 'text', null, meaning, read);
}

export function integer(name: string, meaning: Meaning): ColumnHead;
export function integer<Row>(name: string, meaning: Meaning, read: Read<Row, number>): Column<Row>;
export function integer<Row>(name: string, meaning: Meaning, read?: Read<Row, number>): ColumnHead {
  return makeColumn(name, 'integer', null, meaning, read);
}

export function boolean(name: string, meaning: Meaning): ColumnHead;
export function boolean<Row>(name: string, meaning: Meaning, read: Read<Row, boolean>): Column<Row>;
export function boolean<Row>(name: string, meaning: Meaning, read?: Read<Row, boolean>): ColumnHead {
  return makeColumn(name, 'boolean', null, meaning, read);
}

/** Exact decimal text in `unit`. */
export function decimal(name: string, unit: string, meaning: Meaning): ColumnHead;
export function decimal<Row>(name: string, unit: string, meaning: Meaning, read: Read<Row, string>): Column<Row>;
export function decimal<Row>(name: string, unit: string, meaning: Meaning, read?: Read<Row, string>): ColumnHead {
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
  read?: Read<Row, ColumnValue>,
): ColumnHead {
  return { name, type, unit, meaning, meaningZh, ...(read && { read }) };
}
