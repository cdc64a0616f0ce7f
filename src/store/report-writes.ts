import { FACT_COLUMNS, FINDING_COLUMNS } from './finding-rows.js';
import { Prisma } from './generated/client.js';
import { insertRows } from './insert-rows.js';
import {
  EVALUATION_COLUMNS,
  INDICATOR_COLUMNS,
  ISSUE_COLUMNS,
  LINE_ITEM_COLUMNS,
  MEASURE_COLUMNS,
} from './report-rows.js';
import type { InnerRows, ReportRow } from './report-rows.js';
import type { Runner } from './store.js';

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

/** Inserts a report as the current one, after the one that it supersedes. */
export async function insertReport(
  runner: Runner,
  row: ReportRow,
  superseded: { readonly id: string; readonly revision: number } | null,
): Promise<void> {
  await runner.$executeRaw`
    INSERT INTO "Report" ("departmentId", "id", "districtCode", "kind", "year", "unitScope", "revision", "status",
      "supersedesId", "title", "departmentName", "sha256", "placeInDocument", "readerVersion", "statements",
      "lineItemCount", "contentDigest", "importedAt")
    VALUES (${row.departmentId}, ${row.id}, ${row.districtCode}, ${row.kind}, ${row.year}::int, ${row.unitScope},
      ${(superseded?.revision ?? 0) + 1}::int, 'CURRENT', ${superseded?.id ?? null}, ${row.title}, ${row.departmentName},
      ${row.sha256}, ${row.placeInDocument}::int, ${row.readerVersion}::int, ${row.statements}::jsonb,
      ${row.lineItemCount}::int, ${row.contentDigest}, ${new Date()}::timestamptz)`;
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

/** Inserts what is in a report. */
export async function insertInnerRows(
  runner: Runner,
  row: ReportRow,
  inner: InnerRows,
  current: boolean,
): Promise<void> {
  const owner = { departmentId: Prisma.sql`${row.departmentId}`, reportId: Prisma.sql`${row.id}` };
  const copied = {
    ...owner,
    districtCode: Prisma.sql`${row.districtCode}`,
    year: Prisma.sql`${row.year}::int`,
    current: Prisma.sql`${current}::boolean`,
  };
  const forItems = { ...copied, kind: Prisma.sql`${row.kind}`, unitScope: Prisma.sql`${row.unitScope}` };
  await insertRows(runner, 'LineItem', LINE_ITEM_COLUMNS, inner.lineItems, { shared: forItems });
  await insertRows(runner, 'Evaluation', EVALUATION_COLUMNS, inner.evaluations, { shared: copied });
  const indicatorColumns = { ...INDICATOR_COLUMNS, ...MEASURE_COLUMNS };
  await insertRows(runner, 'PerformanceIndicator', indicatorColumns, inner.indicators, { shared: copied });
  await insertRows(runner, 'Issue', ISSUE_COLUMNS, inner.issues, { shared: owner });
  await insertRows(runner, 'ReportedFact', FACT_COLUMNS, inner.facts, { shared: copied });
  await insertRows(runner, 'Finding', FINDING_COLUMNS, inner.findings, { shared: copied });
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
