import { MEASURES_VERSION, measureIndicator } from '../domain/performance-measures.js';
import type { PrintedIndicator } from '../domain/performance-measures.js';
import { touchReleases } from './add-release.js';
import { lockWholeStore } from './locks.js';
import { retry } from './retry.js';
import type { Runner, Store } from './store.js';
import { countWrite } from './writes.js';

interface Unjudged extends PrintedIndicator {
  readonly departmentId: string;
  readonly id: string;
}

/** Rows of one transaction. */
const BATCH = 2_000;
const PATIENCE = { maxWait: 120_000, timeout: 300_000 };

/** Whether there are indicators that the present rules have not judged. */
export async function lacksMeasures(store: Store): Promise<boolean> {
  const [row] = await store.client.$queryRaw<{ lacking: boolean }[]>`
    SELECT EXISTS (
      SELECT FROM "PerformanceIndicator" WHERE "measuresVersion" IS DISTINCT FROM ${MEASURES_VERSION}::int
    ) AS lacking`;
  return row?.lacking ?? false;
}

/** Judges some thousand of them, in a transaction of its own. */
export async function fillMeasures(store: Store): Promise<void> {
  await retry(() =>
    countWrite(store, (commits) =>
      store.client.$transaction(async (tx) => {
        await fillBatch(tx);
        await touchReleases(tx);
        commits();
      }, PATIENCE),
    ),
  );
}

async function fillBatch(tx: Runner): Promise<void> {
  await lockWholeStore(tx, { alone: false });
  const rows = await tx.$queryRaw<Unjudged[]>`
    SELECT "departmentId", "id", "level2", "name", "inferredName", "target", "actual" FROM "PerformanceIndicator"
    WHERE "measuresVersion" IS DISTINCT FROM ${MEASURES_VERSION}::int
    ORDER BY "departmentId", "id" LIMIT ${BATCH}::int`;
  for (const departmentId of new Set(rows.map((row) => row.departmentId)))
    await judge(
      tx,
      departmentId,
      rows.filter((row) => row.departmentId === departmentId),
    );
}

/** One department a statement: a distributed store knows where it goes. What an import replaced meanwhile is judged already. */
async function judge(tx: Runner, departmentId: string, rows: readonly Unjudged[]): Promise<void> {
  const met = rows.map((row) => measureIndicator(row).met);
  await tx.$executeRaw`
    UPDATE "PerformanceIndicator" own SET "met" = fresh.met::boolean, "measuresVersion" = ${MEASURES_VERSION}::int
    FROM unnest(${rows.map(({ id }) => id)}::text[],
      ${met.map((value) => (value === null ? null : String(value)))}::text[]) AS fresh (id, met)
    WHERE own."departmentId" = ${departmentId} AND own."id" = fresh.id
      AND own."measuresVersion" IS DISTINCT FROM ${MEASURES_VERSION}::int`;
}
