import type { Page, PageRequest } from '../domain/filters.js';
import type { Change } from '../domain/records.js';
import { groupBy } from '../domain/group-by.js';
import { allOf, matchInt } from './conditions.js';
import { Prisma } from './generated/client.js';
import { cursorKeyOf, isAfter, limitOf, orderBy, toPage } from './paging.js';
import type { Keyed, Order } from './paging.js';
import type { Store } from './store.js';

/** Where the new figure stands, else where the withdrawn one stood. */
export const CHANGE_LIST: Order = {
  name: 'changes',
  keys: [
    { sql: 'c."release"', type: 'integer' },
    { sql: 'c."departmentId"', type: 'text' },
    { sql: 'c."reportId"', type: 'text' },
    { sql: 'c."position"', type: 'integer' },
  ],
  ownerOf: ([release = '']) => release,
};

/**
 * The figures that one release has otherwise than the one before it, of releases by their number, in one statement: those of the reports
 * that came with it, beside those of the reports that they superseded. A pair has the same coordinates: department, year, kind and unit
 * scope of the report; statement, side, column, unit, account, without a code its label too, and which of several such it is. Every
 * release asked for has an entry.
 */
export async function findChangePages(
  store: Store,
  releases: readonly number[],
  page: PageRequest,
): Promise<ReadonlyMap<number, Page<Change>>> {
  const rows = await store.client.$queryRaw<Keyed<ChangeRow>[]>`
    SELECT c."release", c."beforeId", c."afterId", c."cursorKey" FROM (
      SELECT c.*, ${cursorKeyOf(CHANGE_LIST)},
        row_number() OVER (PARTITION BY c."release" ORDER BY ${orderBy(CHANGE_LIST)}) AS place
      FROM ${changesOf(releases)} c WHERE ${allOf(isAfter(CHANGE_LIST, page))}
    ) AS c
    WHERE c.place <= ${limitOf(page)}::int ORDER BY ${orderBy(CHANGE_LIST)}`;
  const groups = groupBy(rows, ({ release }) => release);
  return new Map(releases.map((number) => [number, toPage(CHANGE_LIST, page, groups.get(number) ?? [], toChange)]));
}

/** How many figures of each release differ; one without any is absent. */
export async function countChanges(store: Store, releases: readonly number[]): Promise<ReadonlyMap<number, number>> {
  const rows = await store.client.$queryRaw<{ release: number; count: number }[]>`
    SELECT c."release", count(*)::int AS count FROM ${changesOf(releases)} c GROUP BY c."release"`;
  return new Map(rows.map(({ release, count }) => [release, count]));
}

interface ChangeRow extends Change {
  readonly release: number;
}

function toChange({ beforeId, afterId }: ChangeRow): Change {
  return { beforeId, afterId };
}

/** What two figures of one place may still differ in. */
const MEANING = ['amount', 'flow', 'stage', 'fund', 'part'].map((name) => `f."${name}"`).join(', ');

/** Figures of both sides, by their coordinates: what stands on one side, or is another on the other, is a change. */
function changesOf(releases: readonly number[]): Prisma.Sql {
  return Prisma.sql`(
    SELECT f."release", f."departmentId", min(f."id") FILTER (WHERE f."after") AS "afterId",
      min(f."id") FILTER (WHERE NOT f."after") AS "beforeId",
      (array_agg(f."reportId" ORDER BY f."after" DESC))[1] AS "reportId",
      (array_agg(f."position" ORDER BY f."after" DESC))[1] AS "position"
    FROM (${figuresOf(releases, 'currentFrom', true)} UNION ALL ${figuresOf(releases, 'currentUntil', false)}) f
    GROUP BY f."release", f."departmentId", f."year", f."kind", f."unitScope", f."statement", f."side", f."column",
      f."unitName", f."accountId", f."name", f."occurrence"
    HAVING count(*) = 1 OR count(DISTINCT (${Prisma.raw(MEANING)})) > 1
  )`;
}

function figuresOf(releases: readonly number[], mark: 'currentFrom' | 'currentUntil', after: boolean): Prisma.Sql {
  const release = Prisma.raw(`r."${mark}"`);
  const name = Prisma.raw(`CASE WHEN l."accountCode" IS NULL THEN l."label" END`);
  return Prisma.sql`
    SELECT ${release} AS "release", ${after}::boolean AS "after", l."departmentId", l."year", l."kind", l."unitScope",
      l."statement", l."side", l."column", l."unitName", l."accountId", ${name} AS "name", l."id", l."reportId",
      l."position", l."amount", l."flow", l."stage", l."fund", l."part",
      row_number() OVER (PARTITION BY l."departmentId", l."reportId", l."statement", l."side", l."column", l."unitName",
        l."accountId", ${name} ORDER BY l."position") AS "occurrence"
    FROM "Report" r JOIN "LineItem" l ON l."departmentId" = r."departmentId" AND l."reportId" = r."id"
    WHERE ${allOf(matchInt(`r."${mark}"`, { in: releases }))}`;
}
