import type { Report } from '../domain/report.js';
import type { StoredForm } from './stored-form.js';
import type { Runner } from './store.js';

/** Where a document was stored before. */
export interface StoredDocument {
  readonly departmentId: string;
  readonly reportId: string;
  readonly readerVersion: number;
  readonly year: number;
  readonly supersedesId: string | null;
  /** Year, kind and unit scope, of which one report is current. */
  readonly slot: string;
}

/** Null where the document was never stored. */
export async function findDocument(
  runner: Runner,
  { sha256, placeInDocument }: Pick<Report, 'sha256' | 'placeInDocument'>,
): Promise<StoredDocument | null> {
  const [found] = await runner.$queryRaw<StoredDocument[]>`
    SELECT d."departmentId", d."reportId", d."readerVersion", r."year", r."supersedesId",
      concat_ws(' ', r."year", r."kind", r."unitScope") AS slot
    FROM "Document" d JOIN "Report" r ON r."departmentId" = d."departmentId" AND r."id" = d."reportId"
    WHERE d."sha256" = ${sha256} AND d."placeInDocument" = ${placeInDocument}::int`;
  return found ?? null;
}

/** Whether a report is still about the department, year, kind and unit scope under which it is stored. */
export function isInPlace({ reportId, slot }: StoredDocument, { row }: StoredForm): boolean {
  return reportId === row.id && slot === `${row.year} ${row.kind} ${row.unitScope}`;
}

/** Keeps what is unique over all departments. */
export async function noteDocument(tx: Runner, { row }: StoredForm): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "Document" ("sha256", "placeInDocument", "departmentId", "reportId", "readerVersion")
    VALUES (${row.sha256}, ${row.placeInDocument}::int, ${row.departmentId}, ${row.id}, ${row.readerVersion}::int)
    ON CONFLICT ("sha256", "placeInDocument") DO UPDATE SET
      "departmentId" = excluded."departmentId", "reportId" = excluded."reportId", "readerVersion" = excluded."readerVersion"`;
}
