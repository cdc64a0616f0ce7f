import { markInnerRows } from './report-writes.js';
import type { Runner } from './store.js';

interface Withdrawn {
  readonly year: number;
  readonly kind: string;
  readonly unitScope: string;
  readonly revision: number;
  readonly status: string;
  readonly supersedesId: string | null;
}

/**
 * Takes a report away from among those of its department, year, kind and unit scope: the one before it becomes current again where it
 * was, and later revisions move up. Needs the department's lock.
 */
export async function withdrawReport(
  runner: Runner,
  { departmentId, reportId }: { readonly departmentId: string; readonly reportId: string },
): Promise<void> {
  const [report] = await runner.$queryRaw<Withdrawn[]>`
    SELECT "year", "kind", "unitScope", "revision", "status", "supersedesId" FROM "Report"
    WHERE "departmentId" = ${departmentId} AND "id" = ${reportId}`;
  if (!report) throw new Error(`expected report ${reportId} to be stored, got none`);
  await runner.$executeRaw`
    UPDATE "Report" SET "supersedesId" = ${report.supersedesId}
    WHERE "departmentId" = ${departmentId} AND "supersedesId" = ${reportId}`;
  await runner.$executeRaw`DELETE FROM "Report" WHERE "departmentId" = ${departmentId} AND "id" = ${reportId}`;
  await moveUp(runner, departmentId, report);
  if (report.status === 'CURRENT' && report.supersedesId) await restore(runner, departmentId, report.supersedesId);
}

/** One by one from below: no two may share a number meanwhile. */
async function moveUp(runner: Runner, departmentId: string, gone: Withdrawn): Promise<void> {
  const later = await runner.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Report"
    WHERE "departmentId" = ${departmentId} AND "year" = ${gone.year}::int AND "kind" = ${gone.kind}
      AND "unitScope" = ${gone.unitScope} AND "revision" > ${gone.revision}::int
    ORDER BY "revision"`;
  for (const { id } of later)
    await runner.$executeRaw`
      UPDATE "Report" SET "revision" = "revision" - 1 WHERE "departmentId" = ${departmentId} AND "id" = ${id}`;
}

async function restore(runner: Runner, departmentId: string, reportId: string): Promise<void> {
  await runner.$executeRaw`
    UPDATE "Report" SET "status" = 'CURRENT' WHERE "departmentId" = ${departmentId} AND "id" = ${reportId}`;
  await markInnerRows(runner, departmentId, reportId, true);
}
