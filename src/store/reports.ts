import type { Page, PageRequest, ReportFilter } from '../domain/filters.js';
import type { StoredReport } from '../domain/records.js';
import { groupBy } from '../domain/group-by.js';
import { allOf, matchInt, matchOneOf, matchText, texts } from './conditions.js';
import type { Condition } from './conditions.js';
import { Prisma } from './generated/client.js';
import { keyRows } from './key-rows.js';
import { departmentIdOf } from './ids.js';
import { cursorKeyOf, isAfter, limitOf, orderBy, toPage } from './paging.js';
import type { Keyed, Order } from './paging.js';
import { matchCurrentReport, matchStoredReport, matchSupersededReport, statusOfReport } from './pinning.js';
import type { Store } from './store.js';

const COLUMNS = Prisma.raw(
  [
    ...['id', 'departmentId', 'kind', 'year', 'unitScope', 'title', 'sha256', 'placeInDocument', 'readerVersion'],
    ...['revision', 'supersedesId', 'importedAt', 'statements'],
  ]
    .map((name) => `r."${name}"`)
    .join(', '),
);
export const REPORT_LIST: Order = {
  name: 'reports',
  keys: [
    { sql: '-r."year"', type: 'integer' },
    { sql: 'r."id"', type: 'text' },
  ],
  ownerOf: ([year]) => String(-Number(year)),
};

/** Columns of `r`, a report. */
function columnsAt(store: Store): Prisma.Sql {
  return Prisma.sql`${COLUMNS}, ${statusOfReport('r', store)}`;
}

function matchReport(store: Store, filter: ReportFilter | null | undefined): Condition[] {
  return [
    ...matchText('r."districtCode"', filter?.district),
    ...matchText('r."departmentId"', filter?.department),
    ...matchInt('r."year"', filter?.year),
    ...matchOneOf('r."kind"', filter?.kind),
    ...matchSuperseded(store, filter?.superseded),
  ];
}

function matchSuperseded(store: Store, superseded: boolean | null | undefined): Condition[] {
  if (superseded === null) return matchStoredReport('r', store);
  return [superseded ? matchSupersededReport('r', store) : matchCurrentReport('r', store)];
}

/** Reports by year, newest first, then id. */
export async function findReports(
  store: Store,
  filter: ReportFilter | null | undefined,
  page: PageRequest,
): Promise<Page<StoredReport>> {
  const rows = await store.client.$queryRaw<Keyed<StoredReport>[]>`
    SELECT ${columnsAt(store)}, ${cursorKeyOf(REPORT_LIST)} FROM "Report" r
    WHERE ${allOf([...matchReport(store, filter), ...isAfter(REPORT_LIST, page)])}
    ORDER BY ${orderBy(REPORT_LIST)} LIMIT ${limitOf(page)}::int`;
  return toPage(REPORT_LIST, page, rows, toReport);
}

export async function countReports(store: Store, filter?: ReportFilter | null): Promise<number> {
  const [found] = await store.client.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM "Report" r WHERE ${allOf(matchReport(store, filter))}`;
  return found?.count ?? 0;
}

/** Superseded reports too. */
export async function findReportsByIds(
  store: Store,
  ids: readonly string[],
): Promise<ReadonlyMap<string, StoredReport>> {
  const rows = await store.client.$queryRaw<StoredReport[]>`
    SELECT ${columnsAt(store)} FROM "Report" r
    WHERE ${allOf([...isOneOf('r."id"', ids), ...matchStoredReport('r', store)])}`;
  return keyRows(rows, ({ id }) => id);
}

/** Each department's current reports, newest first; a department without any is absent. */
export async function findReportsByDepartmentIds(
  store: Store,
  departmentIds: readonly string[],
): Promise<ReadonlyMap<string, readonly StoredReport[]>> {
  const rows = await store.client.$queryRaw<StoredReport[]>`
    SELECT ${columnsAt(store)} FROM "Report" r
    WHERE r."departmentId" = ANY(${texts(departmentIds)}) AND ${matchCurrentReport('r', store)} ORDER BY ${orderBy(REPORT_LIST)}`;
  return groupBy(rows, ({ departmentId }) => departmentId);
}

/** Whose report it is leads to it by an index. */
function isOneOf(column: string, ids: readonly string[]): Condition[] {
  return [
    Prisma.sql`r."departmentId" = ANY(${texts(ids.map(departmentIdOf))})`,
    Prisma.sql`${Prisma.raw(column)} = ANY(${texts(ids)})`,
  ];
}

/** The report that superseded each of these; absent where none did. */
export async function findSupersedingReports(
  store: Store,
  ids: readonly string[],
): Promise<ReadonlyMap<string, StoredReport>> {
  const rows = await store.client.$queryRaw<StoredReport[]>`
    SELECT ${columnsAt(store)} FROM "Report" r
    WHERE ${allOf([...isOneOf('r."supersedesId"', ids), ...matchStoredReport('r', store)])}`;
  return keyRows(rows, ({ supersedesId }) => supersedesId ?? '');
}

/** One page of current reports for each of several years, in one statement; every year asked for has an entry. */
export async function findReportPagesByYears(
  store: Store,
  years: readonly number[],
  page: PageRequest,
): Promise<ReadonlyMap<number, Page<StoredReport>>> {
  const conditions = [
    ...matchInt('r."year"', { in: years }),
    matchCurrentReport('r', store),
    ...isAfter(REPORT_LIST, page),
  ];
  const rows = await store.client.$queryRaw<Keyed<StoredReport>[]>`
    SELECT ${columnsAt(store)}, r."cursorKey" FROM (
      SELECT r.*, ${cursorKeyOf(REPORT_LIST)}, row_number() OVER (PARTITION BY r."year" ORDER BY r."id") AS place
      FROM "Report" r WHERE ${allOf(conditions)}
    ) AS r
    WHERE r.place <= ${limitOf(page)}::int ORDER BY r."year", r."id"`;
  const groups = groupBy(rows, ({ year }) => year);
  return new Map(years.map((year) => [year, toPage(REPORT_LIST, page, groups.get(year) ?? [], toReport)]));
}

/** Current reports of each year; a year without any is absent. */
export async function countReportsByYears(
  store: Store,
  years: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  const rows = await store.client.$queryRaw<{ year: number; count: number }[]>`
    SELECT r."year", count(*)::int AS count FROM "Report" r
    WHERE ${allOf([...matchInt('r."year"', { in: years }), matchCurrentReport('r', store)])} GROUP BY r."year"`;
  return new Map(rows.map(({ year, count }) => [year, count]));
}

/** The version of the reader that read each of these documents (of several reports in one, the oldest); absent where none is stored. */
export async function findReaderVersions(
  store: Store,
  sha256s: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await store.client.$queryRaw<{ sha256: string; version: number }[]>`
    SELECT "sha256", min("readerVersion")::int AS version FROM "Document"
    WHERE "sha256" = ANY(${texts(sha256s)}) GROUP BY "sha256"`;
  return new Map(rows.map(({ sha256, version }) => [sha256, version]));
}

function toReport({ cursorKey: _, ...report }: Keyed<StoredReport>): StoredReport {
  return report;
}
