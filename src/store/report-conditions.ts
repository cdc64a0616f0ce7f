import type { StringFilter, WithinReportsFilter } from '../domain/filters.js';
import { matchInt, matchText, texts } from './conditions.js';
import type { Condition } from './conditions.js';
import { Prisma } from './generated/client.js';
import { departmentIdOf } from './ids.js';
import { matchCurrent, matchCurrentReport, matchStored, matchStoredReport } from './pinning.js';
import type { Store } from './store.js';

/** Conditions on what lies in reports: in which, and, where `currentOnly` and none is named by its id, in current ones. */
export function matchPlace(
  store: Store,
  table: string,
  filter: WithinReportsFilter | null | undefined,
  currentOnly: boolean,
): Condition[] {
  return [
    ...matchText(`${table}."districtCode"`, filter?.district),
    ...matchText(`${table}."departmentId"`, filter?.department),
    ...matchInt(`${table}."year"`, filter?.year),
    ...matchIds(table, 'reportId', filter?.report),
    ...(currentOnly && !namesReports(filter) ? [matchCurrent(table, store)] : matchStored(table, store)),
  ];
}

/** Conditions on `r`, a report: that what `matchPlace` wants may lie in it. */
export function matchReports(
  store: Store,
  filter: WithinReportsFilter | null | undefined,
  currentOnly: boolean,
): Condition[] {
  return [
    ...matchText('r."districtCode"', filter?.district),
    ...matchText('r."departmentId"', filter?.department),
    ...matchInt('r."year"', filter?.year),
    ...matchIds('r', 'id', filter?.report),
    ...(currentOnly && !namesReports(filter) ? [matchCurrentReport('r', store)] : matchStoredReport('r', store)),
  ];
}

/** Whether the filter names reports by their ids, which may be superseded. */
export function namesReports(filter: WithinReportsFilter | null | undefined): boolean {
  return (filter?.report?.eq ?? filter?.report?.in ?? null) !== null;
}

function matchIds(table: string, column: string, filter: StringFilter | null | undefined): Condition[] {
  // Whose reports they are leads to them by an index.
  const ids = [...(filter?.eq ? [filter.eq] : []), ...(filter?.in ?? [])];
  const owners = Prisma.sql`${Prisma.raw(table)}."departmentId" = ANY(${texts(ids.map(departmentIdOf))})`;
  return [...matchText(`${table}."${column}"`, filter), ...(ids.length > 0 ? [owners] : [])];
}
