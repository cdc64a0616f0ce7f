import { isSameStatistic, keyOfStatistic } from '../domain/statistics.js';
import type { Statistic, StatisticRequest } from '../domain/statistics.js';
import { addRelease } from './add-release.js';
import { allOf, matchInt, texts } from './conditions.js';
import { Prisma } from './generated/client.js';
import { makeStatisticId } from './ids.js';
import { insertRows } from './insert-rows.js';
import type { ColumnTypes } from './insert-rows.js';
import { acquireLock, lockWholeStore } from './locks.js';
import { matchThere } from './pinning.js';
import type { ReleasedStatistic } from './release-digest.js';
import { retry } from './retry.js';
import type { Runner, Store } from './store.js';
import { countWrite } from './writes.js';

const COLUMNS = {
  ...{ id: 'text', kind: 'text', districtCode: 'text', year: 'int', value: 'numeric' },
  ...{ vintage: 'text', source: 'text' },
} as const satisfies ColumnTypes;
const SELECTED = Prisma.raw(
  's."kind", s."districtCode", s."year", s."value"::text AS "value", s."vintage", s."source"',
);

/** The user's own statistics, those of the country whatever the districts; in no order. */
export async function findStatistics(
  store: Store,
  { districtCodes, years }: StatisticRequest,
): Promise<readonly Statistic[]> {
  const conditions = [
    ...(districtCodes
      ? [Prisma.sql`(s."districtCode" IS NULL OR s."districtCode" = ANY(${texts(districtCodes)}))`]
      : []),
    ...matchInt('s."year"', years && { in: years }),
    ...matchThere('s', store),
  ];
  return store.client.$queryRaw<Statistic[]>`SELECT ${SELECTED} FROM "Statistic" s WHERE ${allOf(conditions)}`;
}

export interface SavedStatistics {
  readonly added: number;
  /** Those of another value or source under a key that was asked for: where there are any, nothing is added. */
  readonly contradicted: readonly Statistic[];
}

/**
 * Adds statistics in one transaction, and a release with them: all of them or none. What is there already stays as it is.
 * @param statistics each key once
 */
export async function saveStatistics(store: Store, statistics: readonly Statistic[]): Promise<SavedStatistics> {
  return retry(() =>
    countWrite(store, (commits) =>
      store.client.$transaction(async (tx) => {
        const saved = await save(tx, statistics);
        if (saved.added > 0) commits();
        return saved;
      }, PATIENCE),
    ),
  );
}

/** A load waits for others, and for imports that are about to add a release. */
const PATIENCE = { maxWait: 120_000, timeout: 300_000 };

async function save(tx: Runner, statistics: readonly Statistic[]): Promise<SavedStatistics> {
  await lockWholeStore(tx, { alone: false });
  await acquireLock(tx, 'statistics');
  const rows = statistics.map((own) => ({ ...own, id: makeStatisticId(keyOfStatistic(own)) }));
  const stored = await findByIds(
    tx,
    rows.map(({ id }) => id),
  );
  const contradicted = rows.flatMap((row) => {
    const before = stored.get(row.id);
    return before && !isSameStatistic(before, row) ? [before] : [];
  });
  if (contradicted.length > 0) return { added: 0, contradicted };
  const added = rows.filter(({ id }) => !stored.has(id));
  if (added.length === 0) return { added: 0, contradicted };
  const sinceRelease = await addRelease(tx, { statistics: added });
  await insertRows(tx, 'Statistic', COLUMNS, added, { shared: { sinceRelease: Prisma.sql`${sinceRelease}::int` } });
  return { added: added.length, contradicted };
}

async function findByIds(runner: Runner, ids: readonly string[]): Promise<ReadonlyMap<string, Statistic>> {
  const rows = await runner.$queryRaw<(Statistic & { id: string })[]>`
    SELECT s."id", ${SELECTED} FROM "Statistic" s WHERE s."id" = ANY(${texts(ids)})`;
  return new Map(rows.map(({ id, ...statistic }) => [id, statistic]));
}

/** What a release is made of besides reports. */
export async function findReleasedStatistics(runner: Runner): Promise<ReleasedStatistic[]> {
  return runner.$queryRaw<ReleasedStatistic[]>`SELECT "id", "value"::text AS "value", "source" FROM "Statistic"`;
}
