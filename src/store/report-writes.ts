import { copyRows } from './copy-rows.js';
import type { RowGroup } from './copy-rows.js';
import { FACT_COLUMNS, FINDING_COLUMNS } from './finding-rows.js';
import { Prisma } from './generated/client.js';
import type { ColumnTypes, RowOf } from './insert-rows.js';
import {
  EVALUATION_COLUMNS,
  INDICATOR_COLUMNS,
  ISSUE_COLUMNS,
  LINE_ITEM_COLUMNS,
  MEASURE_COLUMNS,
} from './report-rows.js';
import type { InnerRows, ReportRow } from './report-rows.js';
import type { Runner, Writer } from './store.js';
import type { StoredForm } from './stored-form.js';

const REPORT_COLUMNS = {
  ...{
    departmentId: 'text',
    id: 'text',
    districtCode: 'text',
    kind: 'text',
    year: 'int',
    unitScope: 'text',
    title: 'text',
  },
  ...{ departmentName: 'text', sha256: 'text', placeInDocument: 'int', readerVersion: 'int', statements: 'jsonb' },
  ...{ lineItemCount: 'int', contentDigest: 'text' },
} as const satisfies ColumnTypes;

/** Marks the current report of the same department, year, kind and unit scope as superseded; null where there is none. */
export async function supersedeCurrent(
  runner: Runner,
  { departmentId, year, kind, unitScope }: ReportRow,
): Promise<{ readonly id: string; readonly revision: number } | null> {
  const [superseded] = await runner.$queryRaw<{ id: string; revision: number }[]>`
    UPDATE "Report" SET "status" = 'SUPERSEDED'
    WHERE "departmentId" = ${departmentId} AND "year" = ${year}::int AND "kind" = ${kind} AND "unitScope" = ${unitScope}
      AND "status" = 'CURRENT'
    RETURNING "id", "revision"`;
  if (superseded) await markInnerRows(runner, departmentId, superseded.id, false);
  return superseded ?? null;
}

type Slot = Pick<ReportRow, 'departmentId' | 'year' | 'kind' | 'unitScope'>;

/** Of which one report is current. */
export function spellSlot({ departmentId, year, kind, unitScope }: Slot): string {
  return [departmentId, year, kind, unitScope].join(' ');
}

/** The slots of these departments that have a report, as `spellSlot` spells them. */
export async function findTakenSlots(runner: Runner, rows: readonly Slot[]): Promise<ReadonlySet<string>> {
  const slots = await runner.$queryRaw<Slot[]>`
    SELECT "departmentId", "year", "kind", "unitScope" FROM "Report"
    WHERE "departmentId" = ANY(${[...new Set(rows.map(({ departmentId }) => departmentId))]}::text[])`;
  return new Set(slots.map(spellSlot));
}

/** A report to be inserted as the current one, and the one that it supersedes. */
export interface NewReport extends Pick<StoredForm, 'row' | 'inner'> {
  readonly superseded: { readonly id: string; readonly revision: number } | null;
}

/** Inserts reports as the current ones, with what is in them. */
export async function insertReports(writer: Writer, reports: readonly NewReport[]): Promise<void> {
  const importedAt = new Date().toISOString();
  const groups = reports.map(({ row, superseded }) => ({
    shared: {
      ...{ status: 'CURRENT', importedAt },
      ...{ revision: (superseded?.revision ?? 0) + 1, supersedesId: superseded?.id ?? null },
    },
    rows: [{ ...row }],
  }));
  await copyRows(writer, 'Report', REPORT_COLUMNS, groups);
  await insertInnerRows(
    writer,
    reports.map(({ row, inner }) => ({ row, inner, current: true })),
  );
}

/** Puts what a newer reader read in the place of what stands there; revision, status and time of import stay. */
export async function replaceReport(runner: Runner, row: ReportRow): Promise<{ readonly current: boolean }> {
  await deleteInnerRows(runner, row.departmentId, row.id);
  const [replaced] = await runner.$queryRaw<{ current: boolean }[]>`
    UPDATE "Report" SET "title" = ${row.title}, "departmentName" = ${row.departmentName},
      "readerVersion" = ${row.readerVersion}::int, "statements" = ${row.statements}::jsonb,
      "lineItemCount" = ${row.lineItemCount}::int, "contentDigest" = ${row.contentDigest}
    WHERE "departmentId" = ${row.departmentId} AND "id" = ${row.id}
    RETURNING "status" = 'CURRENT' AS current`;
  if (!replaced) throw new Error(`expected report ${row.id} to be stored, got none`);
  return replaced;
}

/** What is in a report, and whether that is the current one. */
interface Inside extends Pick<StoredForm, 'row' | 'inner'> {
  readonly current: boolean;
}

/** Inserts what is in reports, a table after the other. */
export async function insertInnerRows(writer: Writer, reports: readonly Inside[]): Promise<void> {
  const copy = <T extends ColumnTypes>(
    table: Prisma.ModelName,
    types: T,
    rowsOf: (inner: InnerRows) => readonly RowOf<T>[],
    share: (own: Inside) => RowGroup<T>['shared'],
  ): Promise<void> =>
    copyRows(
      writer,
      table,
      types,
      reports.map((own) => ({ shared: share(own), rows: rowsOf(own.inner) })),
    );
  const indicatorColumns = { ...INDICATOR_COLUMNS, ...MEASURE_COLUMNS };
  await copy('LineItem', LINE_ITEM_COLUMNS, ({ lineItems }) => lineItems, shareWithItems);
  await copy('Evaluation', EVALUATION_COLUMNS, ({ evaluations }) => evaluations, shareWithInner);
  await copy('PerformanceIndicator', indicatorColumns, ({ indicators }) => indicators, shareWithInner);
  await copy('Issue', ISSUE_COLUMNS, ({ issues }) => issues, nameOwner);
  await copy('ReportedFact', FACT_COLUMNS, ({ facts }) => facts, shareWithInner);
  await copy('Finding', FINDING_COLUMNS, ({ findings }) => findings, shareWithInner);
}

function nameOwner({ row: { departmentId, id } }: Inside) {
  return { departmentId, reportId: id };
}

/** What rows inside a report copy from it. */
function shareWithInner({ row, current }: Inside) {
  return { departmentId: row.departmentId, reportId: row.id, districtCode: row.districtCode, year: row.year, current };
}

function shareWithItems(own: Inside) {
  return { ...shareWithInner(own), kind: own.row.kind, unitScope: own.row.unitScope };
}

/** What lies in a report, what refers to others first. */
const INNER_TABLES = [
  ...([
    'Finding',
    'ReportedFact',
    'PerformanceIndicator',
    'Evaluation',
    'LineItem',
    'Issue',
  ] as const satisfies Prisma.ModelName[]),
];

export async function deleteInnerRows(runner: Runner, departmentId: string, reportId: string): Promise<void> {
  for (const table of INNER_TABLES)
    await runner.$executeRaw`
      DELETE FROM ${Prisma.raw(`"${table}"`)} WHERE "departmentId" = ${departmentId} AND "reportId" = ${reportId}`;
}

/** Copies whether a report is current to what is in it. */
export async function markInnerRows(
  runner: Runner,
  departmentId: string,
  reportId: string,
  current: boolean,
): Promise<void> {
  for (const table of INNER_TABLES.filter((own) => own !== 'Issue'))
    await runner.$executeRaw`
      UPDATE ${Prisma.raw(`"${table}"`)} SET "current" = ${current}
      WHERE "departmentId" = ${departmentId} AND "reportId" = ${reportId}`;
}
