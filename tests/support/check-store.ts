import { findReleasedReports } from '../../src/store/add-release.js';
import { addToDigest, digestReports, formatDigest } from '../../src/store/release-digest.js';
import { findReleasedStatistics } from '../../src/store/statistics.js';
import type { Store } from '../../src/store/store.js';

/** What is wrong with a store, in words; nothing where every report is whole and the release says what is there. */
export async function findDamage(store: Store): Promise<string[]> {
  const torn = await store.client.$queryRaw<{ id: string; expected: number; got: number }[]>`
    SELECT r."id", r."lineItemCount" AS expected, count(l."id")::int AS got
    FROM "Report" r LEFT JOIN "LineItem" l ON l."departmentId" = r."departmentId" AND l."reportId" = r."id"
    GROUP BY r."departmentId", r."id" HAVING count(l."id") <> r."lineItemCount"
      OR bool_or(l."current" <> (r."status" = 'CURRENT'))`;
  const slots = await store.client.$queryRaw<{ slot: string }[]>`
    SELECT concat_ws(' ', "departmentId", "year", "kind", "unitScope") AS slot FROM "Report"
    GROUP BY "departmentId", "year", "kind", "unitScope"
    HAVING count(*) FILTER (WHERE "status" = 'CURRENT') <> 1 OR max("revision") <> count(*)`;
  const strays = await store.client.$queryRaw<{ sha256: string }[]>`
    SELECT coalesce(d."sha256", r."sha256") AS sha256 FROM "Document" d
    FULL JOIN "Report" r ON r."departmentId" = d."departmentId" AND r."id" = d."reportId"
    WHERE d."reportId" IS NULL OR r."id" IS NULL OR d."readerVersion" <> r."readerVersion"`;
  const unmarked = await store.client.$queryRaw<{ place: string }[]>`
    SELECT "id" AS place FROM "Report"
    WHERE "currentFrom" IS NULL OR ("status" = 'CURRENT') <> ("currentUntil" IS NULL) OR "currentUntil" < "currentFrom"
    UNION ALL SELECT 'district ' || "code" FROM "District" WHERE "sinceRelease" IS NULL
    UNION ALL SELECT 'department ' || "id" FROM "Department" WHERE "sinceRelease" IS NULL
    UNION ALL SELECT 'year ' || "year" FROM "FiscalYear" WHERE "sinceRelease" IS NULL
    UNION ALL SELECT 'account ' || "id" FROM "Account" WHERE "sinceRelease" IS NULL
    UNION ALL SELECT 'spelling ' || "id" FROM "AccountSpelling" WHERE "sinceRelease" IS NULL`;
  return [
    ...unmarked.map(({ place }) => `${place}: expected to know since which release it is there`),
    ...torn.map(
      ({ id, expected, got }) => `report ${id}: expected ${expected} line items, got ${got}, or not all current`,
    ),
    ...slots.map(({ slot }) => `${slot}: expected one current report and revisions without gaps`),
    ...strays.map(({ sha256 }) => `${sha256}: expected a document for each report, and a report for each document`),
    ...(await findWrongRelease(store)),
  ];
}

async function findWrongRelease(store: Store): Promise<string[]> {
  const departments = await store.client.$queryRaw<
    { id: string }[]
  >`SELECT DISTINCT "departmentId" AS id FROM "Report"`;
  const reports = await findReleasedReports(
    store.client,
    departments.map(({ id }) => id),
  );
  const [latest] = await store.client.$queryRaw<{ digest: string; reports: number; items: number }[]>`
    SELECT "reportDigest" AS digest, "reports", "lineItems" AS items FROM "Release" ORDER BY "number" DESC LIMIT 1`;
  const current = reports.filter(({ status }) => status === 'CURRENT');
  const expected = {
    digest: addToDigest(formatDigest(digestReports(reports)), await findReleasedStatistics(store.client)),
    reports: current.length,
    items: current.reduce((sum, { lineItemCount }) => sum + lineItemCount, 0),
  };
  return JSON.stringify(latest) === JSON.stringify(expected)
    ? []
    : [`expected the release to be ${JSON.stringify(expected)}, got ${JSON.stringify(latest)}`];
}

/** Everything that is stored but for the times of import and the numbers of releases, as text; equal for equal stores. */
export async function describeContents(store: Store): Promise<string> {
  const tables = ['District', 'Department', 'FiscalYear', 'Account', 'AccountSpelling', 'Statistic', 'Report'];
  const more = ['LineItem', 'Evaluation', 'PerformanceIndicator', 'Issue', 'ReportedFact', 'Finding', 'Document'];
  const texts = [];
  for (const table of [...tables, ...more]) {
    const rows = await store.client.$queryRawUnsafe<{ row: string }[]>(
      `SELECT (to_jsonb(t) - ARRAY['importedAt', 'sinceRelease', 'currentFrom', 'currentUntil'])::text AS row FROM "${table}" t ORDER BY 1`,
    );
    texts.push(table, ...rows.map(({ row }) => row));
  }
  const [release] = await store.client.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Release" ORDER BY "number" DESC LIMIT 1`;
  return [...texts, `release ${release?.id}`].join('\n');
}
