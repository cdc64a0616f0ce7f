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

/** The documents among these that were stored before, as `spellPlace` spells them. */
export async function findKnownDocuments(
  runner: Runner,
  reports: readonly Pick<Report, 'sha256' | 'placeInDocument'>[],
): Promise<ReadonlySet<string>> {
  const rows = await runner.$queryRaw<Pick<Report, 'sha256' | 'placeInDocument'>[]>`
    SELECT d."sha256", d."placeInDocument" FROM "Document" d
    JOIN unnest(${reports.map(({ sha256 }) => sha256)}::text[],
      ${reports.map(({ placeInDocument }) => String(placeInDocument))}::text[]::int[]) AS own ("sha256", "placeInDocument")
      ON d."sha256" = own."sha256" AND d."placeInDocument" = own."placeInDocument"`;
  return new Set(rows.map(spellPlace));
}

/** The document of a report, with the report's place in it. */
export function spellPlace({ sha256, placeInDocument }: Pick<Report, 'sha256' | 'placeInDocument'>): string {
  return `${sha256} ${placeInDocument}`;
}

/** Whether a report is still about the department, year, kind and unit scope under which it is stored. */
export function isInPlace({ reportId, slot }: StoredDocument, { row }: StoredForm): boolean {
  return reportId === row.id && slot === `${row.year} ${row.kind} ${row.unitScope}`;
}

/** Keeps what is unique over all departments: in one order, so that imports at once never wait for each other in a circle. */
export async function noteDocuments(tx: Runner, forms: readonly StoredForm[]): Promise<void> {
  const rows = forms.map(({ row }) => row);
  await tx.$executeRaw`
    INSERT INTO "Document" ("sha256", "placeInDocument", "departmentId", "reportId", "readerVersion")
    SELECT own."sha256", own."placeInDocument"::int, own."departmentId", own."reportId", own."readerVersion"::int
    FROM unnest(${rows.map(({ sha256 }) => sha256)}::text[],
      ${rows.map(({ placeInDocument }) => String(placeInDocument))}::text[],
      ${rows.map(({ departmentId }) => departmentId)}::text[], ${rows.map(({ id }) => id)}::text[],
      ${rows.map(({ readerVersion }) => String(readerVersion))}::text[])
      AS own ("sha256", "placeInDocument", "departmentId", "reportId", "readerVersion")
    ORDER BY 1, 2
    ON CONFLICT ("sha256", "placeInDocument") DO UPDATE SET
      "departmentId" = excluded."departmentId", "reportId" = excluded."reportId", "readerVersion" = excluded."readerVersion"`;
}
