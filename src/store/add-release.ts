import { makeReleaseId } from './ids.js';
import { acquireLock } from './locks.js';
import { addToDigest, replaceInDigest } from './release-digest.js';
import type { ReleasedReport, ReleasedStatistic } from './release-digest.js';
import type { Runner } from './store.js';

interface LatestRelease {
  readonly number: number;
  readonly reports: number;
  readonly lineItems: number;
  readonly reportDigest: string;
}

/** What the release is made of: the reports of some departments. */
export async function findReleasedReports(runner: Runner, departmentIds: readonly string[]): Promise<ReleasedReport[]> {
  return runner.$queryRaw<ReleasedReport[]>`
    SELECT "id", "contentDigest", "revision", "status", "supersedesId", "lineItemCount" FROM "Report"
    WHERE "departmentId" = ANY(${departmentIds}::text[])`;
}

/**
 * Adds the release in which `before` became `after` and statistics came; none where nothing changed. Runs last in a transaction, one
 * at a time: whoever comes next sees this release. Returns the number of the newest release.
 */
export async function addRelease(
  runner: Runner,
  before: readonly ReleasedReport[],
  after: readonly ReleasedReport[],
  statistics: readonly ReleasedStatistic[] = [],
): Promise<number> {
  await acquireLock(runner, 'release');
  const [latest] = await runner.$queryRaw<LatestRelease[]>`
    SELECT "number", "reports", "lineItems", "reportDigest" FROM "Release" ORDER BY "number" DESC LIMIT 1`;
  if (!latest) throw new Error('expected the release of the empty store, which the first migration adds, got none');
  const digest = addToDigest(replaceInDigest(latest.reportDigest, before, after), statistics);
  if (digest === latest.reportDigest) return latest.number;
  const number = latest.number + 1;
  const [was, is] = [countCurrent(before), countCurrent(after)];
  const reports = latest.reports - was.reports + is.reports;
  const lineItems = latest.lineItems - was.lineItems + is.lineItems;
  // A state that the store was in before is the newest again.
  await runner.$executeRaw`
    INSERT INTO "Release" ("id", "number", "createdAt", "reports", "lineItems", "reportDigest")
    VALUES (${makeReleaseId(digest)}, ${number}::int, ${new Date()}::timestamptz, ${reports}::int, ${lineItems}::int, ${digest})
    ON CONFLICT ("id") DO UPDATE SET "number" = excluded."number", "createdAt" = excluded."createdAt"`;
  return number;
}

function countCurrent(reports: readonly ReleasedReport[]): Pick<LatestRelease, 'reports' | 'lineItems'> {
  const current = reports.filter(({ status }) => status === 'CURRENT');
  return { reports: current.length, lineItems: current.reduce((sum, { lineItemCount }) => sum + lineItemCount, 0) };
}
