import type { ReportKind } from '../domain/closed-lists.js';
import { allOf, matchInt, texts } from './conditions.js';
import { Prisma } from './generated/client.js';
import { matchCurrentReport } from './pinning.js';
import type { Store } from './store.js';

/** The current reports of one district and year. */
export interface CoveredYear {
  readonly districtCode: string;
  readonly year: number;
  /** Each once, in alphabetical order. */
  readonly kinds: readonly ReportKind[];
  readonly reportIds: readonly string[];
}

/** By district, then year; null: all of them. Those without any report are absent. */
export async function findCoverage(
  store: Store,
  districtCodes: readonly string[] | null,
  years: readonly number[] | null,
): Promise<readonly CoveredYear[]> {
  const conditions = [
    matchCurrentReport('r', store),
    ...(districtCodes ? [Prisma.sql`r."districtCode" = ANY(${texts(districtCodes)})`] : []),
    ...matchInt('r."year"', years ? { in: years } : null),
  ];
  return store.client.$queryRaw<CoveredYear[]>`
    SELECT r."districtCode", r."year", array_agg(DISTINCT r."kind" ORDER BY r."kind") AS kinds,
      array_agg(r."id" ORDER BY r."kind", r."id") AS "reportIds"
    FROM "Report" r WHERE ${allOf(conditions)}
    GROUP BY r."districtCode", r."year" ORDER BY r."districtCode", r."year"`;
}
