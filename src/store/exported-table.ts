import { copyAsText } from './copy-text.js';
import type { TextForm } from './copy-text.js';
import type { Snapshot } from './export-snapshot.js';
import { Prisma } from './generated/client.js';
import { orderBy } from './paging.js';
import type { Order } from './paging.js';
import { departmentsAt } from './pinning.js';
import type { Store } from './store.js';
import type { Stretch, Stretches } from './stretches.js';

/** SQL of columns by the names that they are exported under. */
export type ColumnSql = Readonly<Record<string, Prisma.Sql>>;

/** A table as exports have it: each row with all that names it. */
export interface ExportedTable {
  readonly columns: ColumnSql;
  readonly order: Order;
  readonly stretches: Stretches;
  /** FROM and WHERE of the rows in a stretch. */
  readonly rowsIn: (stretch: Stretch) => Prisma.Sql;
}

/** All of its rows as text, stretch by stretch: never one COPY over all, which a distributed store would gather in one place. */
export async function* copyTable(
  snapshot: Snapshot,
  { columns, order, stretches, rowsIn }: ExportedTable,
  form: TextForm,
): AsyncGenerator<Uint8Array> {
  const selected = Prisma.join(form.columns.map(({ name }) => select(columns, name)));
  for await (const stretch of stretches)
    yield* snapshot.copy(
      copyAsText(form, Prisma.sql`SELECT ${selected} ${rowsIn(stretch)} ORDER BY ${orderBy(order)}`),
    );
}

function select(columns: ColumnSql, name: string): Prisma.Sql {
  const own = columns[name];
  if (!own) throw new Error(`expected SQL for one of ${Object.keys(columns).join(', ')}, got ${name}`);
  return Prisma.sql`${own} AS ${Prisma.raw(`"${name}"`)}`;
}

/** `r`, `d` and `x`: report, department and district of what lies in reports. */
export function joinPlace(store: Store, table: string): Prisma.Sql {
  const own = Prisma.raw(table);
  return Prisma.sql`
    JOIN "Report" r ON r."departmentId" = ${own}."departmentId" AND r."id" = ${own}."reportId"
    JOIN ${departmentsAt(store, 'd')} ON d."id" = ${own}."departmentId"
    JOIN "District" x ON x."code" = d."districtCode"`;
}

export const PLACE_SQL = nameColumns({
  report_id: 'r."id"',
  department_id: 'd."id"',
  department_name: 'd."name"',
  district_code: 'x."code"',
  district_name: 'x."name"',
  year: 'r."year"',
  kind: 'r."kind"',
});

/** Where a row of `table` stands in its document. */
export function sourceSql(table: string): ColumnSql {
  return nameColumns({
    source_table: `${table}."sourceTable"`,
    source_section: `${table}."sourceSection"`,
    source_line: `${table}."sourceLine"`,
    source_page: `${table}."sourcePage"`,
    source_text: `${table}."sourceText"`,
    report_title: 'r."title"',
    report_sha256: 'r."sha256"',
  });
}

/** SQL of our own, by the names of the columns. */
export function nameColumns(columns: Readonly<Record<string, string>>): ColumnSql {
  return Object.fromEntries(Object.entries(columns).map(([name, sql]) => [name, Prisma.raw(sql)]));
}
