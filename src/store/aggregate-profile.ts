import type { LineItemFilter } from '../domain/filters.js';
import { PRINTED_TOTALS, UNIT_KEYS } from '../domain/printed-totals.js';
import type { SumProfile } from '../domain/sums.js';
import { allOf, texts } from './conditions.js';
import type { Condition } from './conditions.js';
import { Prisma } from './generated/client.js';
import { matchCell, matchRow } from './line-item-conditions.js';
import { namesReports } from './report-conditions.js';
import type { Store } from './store.js';

/** Line items that may be added: of current reports about the whole department, unless the filter names reports by their ids. */
export function matchAddable(store: Store, filter: LineItemFilter): Condition[] {
  return [...matchCell(store, filter), ...(namesReports(filter) ? [] : [Prisma.sql`l."unitScope" = 'DEPARTMENT'`])];
}

/**
 * What tells the columns of reports apart: one flow and stage of a statement, whose money it is about and which part of it; where the head
 * does not say so, the column's number.
 */
export const CONTEXT =
  Prisma.raw(`l."departmentId", l."reportId", l."statement", l."flow", l."stage", l."fund", l."part",
  CASE WHEN l."fund" IS NULL OR l."part" IS NULL THEN l."column" END AS "unnamed"`);
export const CONTEXT_KEYS = Prisma.raw('1, 2, 3, 4, 5, 6, 7, 8');

/** What follows from the report: cheaper than to group by it. */
export const OF_REPORT = Prisma.raw(
  'min(l."districtCode") AS "districtCode", min(l."year") AS "year", min(l."kind") AS "kind"',
);

const TOTAL_KEYS = Object.values(PRINTED_TOTALS).flat(2);

/** What a filter leaves that could overlap, in one statement; what it says of the level names rows and is looked at later. */
export async function findSumProfile(store: Store, filter: LineItemFilter): Promise<SumProfile> {
  const rows = allOf(matchRow({ ...filter, level: null }));
  const cells = allOf(matchAddable(store, filter));
  const [found] = await store.client.$queryRaw<[SumProfile]>`
    WITH shapes AS MATERIALIZED (
      SELECT l."statement", l."flow", l."classification", l."level", l."leaf",
        l."unitName" IS NULL AND l."accountKey" = ANY(${texts(TOTAL_KEYS)}) AS "isTotal",
        l."unitName" IS NOT NULL AND l."accountKey" = ANY(${texts(UNIT_KEYS)}) AS "isUnit"
      FROM "LineItem" l WHERE ${cells} AND ${rows} GROUP BY 1, 2, 3, 4, 5, 6, 7
    ), contexts AS MATERIALIZED (
      SELECT ${CONTEXT}, ${OF_REPORT}, min(l."unitScope") AS "unitScope", bool_or(${rows}) AS fits
      FROM "LineItem" l WHERE ${cells} AND l."statement" = ANY(ARRAY(SELECT DISTINCT s."statement" FROM shapes s))
      GROUP BY ${CONTEXT_KEYS}
    ), columns AS (
      SELECT DISTINCT "statement", "flow", "stage",
        jsonb_agg(DISTINCT jsonb_build_object('fund', "fund", 'part', "part", 'column', "unnamed")) AS "columns"
      FROM contexts GROUP BY "departmentId", "reportId", "statement", "flow", "stage" HAVING bool_or(fits)
    ), stages AS (
      SELECT DISTINCT jsonb_agg(DISTINCT jsonb_build_object('statement', "statement", 'stage', "stage")) AS cells
      FROM contexts WHERE fits GROUP BY "departmentId", "year"
    ), reports AS (
      SELECT DISTINCT jsonb_agg(jsonb_build_object('kind', "kind", 'unitScope', "unitScope") ORDER BY "kind", "unitScope") AS reports
      FROM (SELECT DISTINCT "departmentId", "year", "reportId", "kind", "unitScope" FROM contexts WHERE fits) r
      GROUP BY "departmentId", "year"
    )
    SELECT
      (SELECT coalesce(jsonb_agg(to_jsonb(s)), '[]') FROM shapes s) AS "shapes",
      (SELECT coalesce(jsonb_agg(to_jsonb(c)), '[]') FROM columns c) AS "columnSets",
      (SELECT coalesce(jsonb_agg(s.cells), '[]') FROM stages s) AS "stageSets",
      (SELECT coalesce(jsonb_agg(r.reports), '[]') FROM reports r) AS "reportSets"`;
  return found;
}
