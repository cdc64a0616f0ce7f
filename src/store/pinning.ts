import type { Condition } from './conditions.js';
import { Prisma } from './generated/client.js';
import type { Store } from './store.js';

/**
 * What counts in the release that a store is read at. Of the newest the rows themselves say so; of an earlier one the numbers of the
 * releases in which a report was current do, and everything else is there since some release. Every statement that reads what reports
 * or users bring takes its conditions from here. Tables are given by their alias, a name of our own.
 */
type Pinned = Pick<Store, 'pinnedTo'>;

/** That a report is the current one of its department, year, kind and unit scope. */
export function matchCurrentReport(report: string, { pinnedTo }: Pinned): Condition {
  const own = Prisma.raw(report);
  if (pinnedTo === null) return Prisma.sql`${own}."status" = 'CURRENT'`;
  return Prisma.sql`${own}."currentFrom" <= ${pinnedTo}::int
    AND (${own}."currentUntil" IS NULL OR ${own}."currentUntil" > ${pinnedTo}::int)`;
}

/** That a report is kept, but another one counts. */
export function matchSupersededReport(report: string, { pinnedTo }: Pinned): Condition {
  const own = Prisma.raw(report);
  if (pinnedTo === null) return Prisma.sql`${own}."status" = 'SUPERSEDED'`;
  return Prisma.sql`${own}."currentUntil" <= ${pinnedTo}::int`;
}

/** That a report was stored, current or not. */
export function matchStoredReport(report: string, { pinnedTo }: Pinned): Condition[] {
  return pinnedTo === null ? [] : [Prisma.sql`${Prisma.raw(report)}."currentFrom" <= ${pinnedTo}::int`];
}

/** Whether a report is CURRENT or SUPERSEDED, as a column of that name. */
export function statusOfReport(report: string, store: Pinned): Prisma.Sql {
  if (store.pinnedTo === null) return Prisma.sql`${Prisma.raw(report)}."status"`;
  return Prisma.sql`CASE WHEN ${matchSupersededReport(report, store)} THEN 'SUPERSEDED' ELSE 'CURRENT' END AS "status"`;
}

/** That what lies in a report lies in a current one. */
export function matchCurrent(table: string, store: Pinned): Condition {
  if (store.pinnedTo === null) return Prisma.sql`${Prisma.raw(table)}."current"`;
  return liesIn(table, matchCurrentReport('pinned', store));
}

/** That what lies in a report was stored, current or not. */
export function matchStored(table: string, store: Pinned): Condition[] {
  return matchStoredReport('pinned', store).map((isStored) => liesIn(table, isStored));
}

/** That a row of a table with `sinceRelease` was there. */
export function matchThere(table: string, { pinnedTo }: Pinned): Condition[] {
  return pinnedTo === null ? [] : [Prisma.sql`${Prisma.raw(table)}."sinceRelease" <= ${pinnedTo}::int`];
}

/** That a release had come about. */
export function matchReleased(release: string, { pinnedTo }: Pinned): Condition[] {
  return pinnedTo === null ? [] : [Prisma.sql`${Prisma.raw(release)}."number" <= ${pinnedTo}::int`];
}

/** Which report names a department: the newest, of one year the one with the longest name. */
export const NAMING_REPORT = Prisma.raw('"year" DESC, length("departmentName") DESC, "departmentName"');

/** The departments with their names, to select from under an alias. */
export function departmentsAt(store: Pinned, alias: string): Prisma.Sql {
  const own = Prisma.raw(alias);
  if (store.pinnedTo === null) return Prisma.sql`"Department" ${own}`;
  return Prisma.sql`(
    SELECT bare."id", bare."districtCode", named."departmentName" AS "name", bare."body", bare."formerNames"
    FROM "Department" bare JOIN (
      SELECT DISTINCT ON (r."departmentId") r."departmentId", r."departmentName"
      FROM "Report" r WHERE r."currentFrom" <= ${store.pinnedTo}::int ORDER BY r."departmentId", ${NAMING_REPORT}
    ) named ON named."departmentId" = bare."id") ${own}`;
}

function liesIn(table: string, isSuch: Condition): Condition {
  const own = Prisma.raw(table);
  return Prisma.sql`EXISTS (SELECT FROM "Report" pinned
    WHERE pinned."departmentId" = ${own}."departmentId" AND pinned."id" = ${own}."reportId" AND ${isSuch})`;
}
