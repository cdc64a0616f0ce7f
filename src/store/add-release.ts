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

/** What a transaction made of the reports of some departments, and the statistics that it adds. */
export interface ReleaseChange {
  readonly departmentIds?: readonly string[];
  readonly before?: readonly ReleasedReport[];
  readonly after?: readonly ReleasedReport[];
  readonly statistics?: readonly ReleasedStatistic[];
  /** Whether something else that earlier releases have was written over or removed. */
  readonly rewritten?: boolean;
}

/**
 * Adds the release in which `before` became `after` and statistics came; none where nothing changed. Runs last in a transaction, one
 * at a time: whoever comes next sees this release. Where rows of earlier releases are gone or are others now, these are kept no longer.
 * Returns the number of the newest release.
 */
export async function addRelease(
  runner: Runner,
  { departmentIds = [], before = [], after = [], statistics = [], rewritten = false }: ReleaseChange,
): Promise<number> {
  await acquireLock(runner, 'release');
  const [latest] = await runner.$queryRaw<LatestRelease[]>`
    SELECT "number", "reports", "lineItems", "reportDigest" FROM "Release" ORDER BY "number" DESC LIMIT 1`;
  if (!latest) throw new Error('expected the release of the empty store, which the first migration adds, got none');
  const reportDigest = addToDigest(replaceInDigest(latest.reportDigest, before, after), statistics);
  const number = reportDigest === latest.reportDigest ? latest.number : latest.number + 1;
  if (number > latest.number) await insertRelease(runner, { ...latest, number, reportDigest }, before, after);
  await markReports(runner, departmentIds, number);
  if (rewritten || rewrites(before, after))
    await runner.$executeRaw`UPDATE "Release" SET "kept" = FALSE WHERE "kept" AND "number" < ${number}::int`;
  // A newer reader that reads the same writes rows as well: whoever reads meanwhile looks at this row.
  if (number === latest.number)
    await runner.$executeRaw`UPDATE "Release" SET "kept" = "kept" WHERE "number" = ${number}::int`;
  return number;
}

/** Says to whoever reads meanwhile that rows of all releases were written, though each shows what it did. Runs last in a transaction. */
export async function touchReleases(runner: Runner): Promise<void> {
  await acquireLock(runner, 'release');
  await runner.$executeRaw`UPDATE "Release" SET "kept" = "kept" WHERE "kept"`;
}

async function insertRelease(
  runner: Runner,
  { number, reports, lineItems, reportDigest }: LatestRelease,
  before: readonly ReleasedReport[],
  after: readonly ReleasedReport[],
): Promise<void> {
  const [was, is] = [countCurrent(before), countCurrent(after)];
  // A state that the store was in before is the newest again; its rows came back by being written over, so nothing of then is kept.
  await runner.$executeRaw`
    INSERT INTO "Release" ("id", "number", "createdAt", "reports", "lineItems", "reportDigest", "kept")
    VALUES (${makeReleaseId(reportDigest)}, ${number}::int, ${new Date()}::timestamptz,
      ${reports - was.reports + is.reports}::int, ${lineItems - was.lineItems + is.lineItems}::int, ${reportDigest}, TRUE)
    ON CONFLICT ("id") DO UPDATE SET "number" = excluded."number", "createdAt" = excluded."createdAt", "kept" = TRUE`;
}

/** Says of the reports that came, were superseded or became current again since which release that is so. */
async function markReports(runner: Runner, departmentIds: readonly string[], release: number): Promise<void> {
  await runner.$executeRaw`
    UPDATE "Report" SET "currentFrom" = coalesce("currentFrom", ${release}::int),
      "currentUntil" = CASE WHEN "status" = 'CURRENT' THEN NULL ELSE coalesce("currentUntil", ${release}::int) END
    WHERE "departmentId" = ANY(${[...departmentIds]}::text[])
      AND ("currentFrom" IS NULL OR ("status" = 'CURRENT') <> ("currentUntil" IS NULL))`;
}

/** Whether the rows of a report of before are gone, or are others; to be superseded changes none. */
function rewrites(before: readonly ReleasedReport[], after: readonly ReleasedReport[]): boolean {
  const left = new Map(after.map((report) => [report.id, report]));
  return before.some((was) => {
    const is = left.get(was.id);
    if (is?.contentDigest !== was.contentDigest || is.revision !== was.revision) return true;
    return is.supersedesId !== was.supersedesId || (was.status === 'SUPERSEDED' && is.status === 'CURRENT');
  });
}

function countCurrent(reports: readonly ReleasedReport[]): Pick<LatestRelease, 'reports' | 'lineItems'> {
  const current = reports.filter(({ status }) => status === 'CURRENT');
  return { reports: current.length, lineItems: current.reduce((sum, { lineItemCount }) => sum + lineItemCount, 0) };
}
