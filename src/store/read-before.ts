import type { ReportKind } from '../domain/closed-lists.js';
import type { StoredIssue } from '../domain/records.js';
import type { StatementReading } from '../domain/report.js';
import { findIssuesByReportIds } from './issues.js';
import type { Store } from './store.js';

/** What a document was read as when it was stored. */
export interface ReadBefore {
  readonly reportId: string;
  readonly supersedesId: string | null;
  readonly title: string;
  readonly district: string;
  readonly kind: ReportKind;
  readonly year: number;
  readonly unitScope: string;
  readonly statements: readonly StatementReading[];
  readonly figures: number;
  /** Identities that do not hold. */
  readonly broken: number;
  readonly issues: readonly StoredIssue[];
}

/** What this reader, or a newer one, read of a document; null where none has stored it. */
export async function findReadBefore(store: Store, sha256: string, readerVersion: number): Promise<ReadBefore | null> {
  const [found] = await store.client.$queryRaw<Omit<ReadBefore, 'issues'>[]>`
    SELECT r."id" AS "reportId", r."supersedesId", r."title", r."districtCode" AS district, r."kind", r."year", r."unitScope",
      r."statements", r."lineItemCount"::int AS figures,
      (SELECT count(*) FROM "Finding" n
        WHERE n."departmentId" = r."departmentId" AND n."reportId" = r."id" AND n."outcome" = 'BROKEN')::int AS broken
    FROM "Document" d JOIN "Report" r ON r."departmentId" = d."departmentId" AND r."id" = d."reportId"
    WHERE d."sha256" = ${sha256} AND d."readerVersion" >= ${readerVersion}::int
    ORDER BY d."placeInDocument" LIMIT 1`;
  if (!found) return null;
  const issues = await findIssuesByReportIds(store, [found.reportId]);
  return { ...found, issues: issues.get(found.reportId) ?? [] };
}
