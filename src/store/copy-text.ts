import type { CopyOut } from './copy-out.js';
import { texts } from './conditions.js';
import { Prisma } from './generated/client.js';

/** How rows are written as text. */
export interface TextForm {
  readonly format: 'csv' | 'ndjson';
  /** In their order, with names that rows are selected under. */
  readonly columns: readonly TextColumn[];
  /** In a CSV an apostrophe goes before text that begins with one of them, or with apostrophes and then one of them. */
  readonly formulaSigns: readonly string[];
}

interface TextColumn {
  readonly name: string;
  readonly type: 'text' | 'integer' | 'decimal' | 'boolean';
}

/** A COPY that writes the rows of a query, in its order, each record ended by a line feed. */
export function copyAsText(form: TextForm, rows: Prisma.Sql): CopyOut {
  return form.format === 'csv' ? copyAsCsv(form, rows) : copyAsNdjson(rows);
}

/** JSON has no control characters: with two of them for delimiter and quote, COPY writes it as it is. */
function copyAsNdjson(rows: Prisma.Sql): CopyOut {
  return {
    query: Prisma.sql`SELECT row_to_json(t) FROM (${rows}) t`,
    options: `FORMAT csv, DELIMITER E'\\x02', QUOTE E'\\x01'`,
  };
}

function copyAsCsv({ columns, formulaSigns }: TextForm, rows: Prisma.Sql): CopyOut {
  const fields = columns.map((column) => toField(column, formulaSigns));
  const quoted = columns.filter(({ type }) => type === 'text').map(({ name }) => `"${name}"`);
  return {
    query: Prisma.sql`SELECT ${Prisma.join(fields)} FROM (${rows}) t`,
    options: `FORMAT csv, FORCE_QUOTE (${quoted.join(', ')})`,
  };
}

function toField({ name, type }: TextColumn, formulaSigns: readonly string[]): Prisma.Sql {
  const [own, as] = [Prisma.raw(`t."${name}"`), Prisma.raw(`"${name}"`)];
  if (type === 'boolean') return Prisma.sql`${own}::text AS ${as}`;
  if (type !== 'text') return own;
  const isFormula = Prisma.sql`left(ltrim(${own}, ''''), 1) = ANY(${texts(formulaSigns)})`;
  return Prisma.sql`CASE WHEN ${isFormula} THEN '''' || ${own} ELSE ${own} END AS ${as}`;
}
