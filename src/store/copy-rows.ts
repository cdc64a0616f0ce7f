import type { Prisma } from './generated/client.js';
import { quoteAll } from './insert-rows.js';
import type { ColumnTypes, RowOf, Value } from './insert-rows.js';
import type { Writer } from './store.js';

/** Rows of one table, and the columns in which all of them have one value. */
export interface RowGroup<T extends ColumnTypes> {
  readonly shared: Readonly<Record<string, Value>>;
  readonly rows: readonly RowOf<T>[];
}

/** Inserts the rows of all groups, which share the same columns, by one COPY. */
export async function copyRows<T extends ColumnTypes>(
  writer: Writer,
  table: Prisma.ModelName,
  types: T,
  groups: readonly RowGroup<T>[],
): Promise<void> {
  const [first, ...others] = groups.filter(({ rows }) => rows.length > 0);
  if (!first) return;
  const names = Object.keys(types);
  const columns = quoteAll([...Object.keys(first.shared), ...names]);
  const rows = spellGroups(names, [first, ...others]);
  await writer.copyIn((source) => `COPY "${table}" (${columns}) FROM ${source}`, rows);
}

/** Characters of the text that is sent at a time. */
const PIECE = 64 * 1024;

/** In COPY's text form. */
function* spellGroups(names: readonly string[], groups: readonly RowGroup<ColumnTypes>[]): Generator<string> {
  const [first = '', ...others] = names;
  let piece = '';
  for (const { shared, rows } of groups) {
    const start = Object.values(shared)
      .map((value) => `${spell(value)}\t`)
      .join('');
    for (const row of rows) {
      piece += start + spell(row[first]);
      for (const name of others) piece += `\t${spell(row[name])}`;
      piece += '\n';
      if (piece.length < PIECE) continue;
      yield piece;
      piece = '';
    }
  }
  if (piece !== '') yield piece;
}

const SPECIAL = /[\\\n\r\t]/;
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** Only texts hold signs that mean something there. */
function spell(value: Value | undefined): string {
  if (value === null || value === undefined) return '\\N';
  if (typeof value !== 'string') return String(value);
  return SPECIAL.test(value) ? value.replace(/[\\\n\r\t]/g, (sign) => ESCAPES[sign] as string) : value;
}
