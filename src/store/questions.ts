import { texts } from './conditions.js';
import { explain } from './guard-store.js';
import type { Store } from './store.js';

/** A question of a comparison, as it was asked; `input` is JSON. */
export interface SavedQuestion {
  readonly id: string;
  readonly input: string;
}

/** Questions that a store keeps; where there are more, the oldest go. */
const MOST_KEPT = 100_000;
/** Ids of which it is known that they are saved, so that asking again writes nothing. */
const MOST_REMEMBERED = 10_000;
const remembered = new WeakMap<Store['listeners'], Set<string>>();

/**
 * Saves a question, once.
 * @throws AppError STORE_UNAVAILABLE where nothing may be written, TIMEOUT
 */
export async function saveQuestion(store: Store, { id, input }: SavedQuestion, mostKept = MOST_KEPT): Promise<void> {
  const known = remembered.get(store.listeners) ?? new Set();
  if (known.has(id)) return;
  // What is added is not among those that are counted.
  await store.client.$executeRaw`
    WITH added AS (
      INSERT INTO "Question" ("id", "input", "createdAt") VALUES (${id}, ${input}, ${new Date()}::timestamptz)
      ON CONFLICT ("id") DO NOTHING RETURNING "id"
    )
    DELETE FROM "Question" WHERE EXISTS (SELECT FROM added) AND ("createdAt", "id") <= (
      SELECT "createdAt", "id" FROM "Question" ORDER BY "createdAt" DESC, "id" DESC OFFSET ${mostKept - 1}::int LIMIT 1
    )`.catch(explain);
  remembered.set(store.listeners, known.add(id));
  const [oldest] = known;
  if (known.size > MOST_REMEMBERED && oldest !== undefined) known.delete(oldest);
}

/** The inputs of questions by their ids, whatever the release; one that is not known is absent. */
export async function findQuestions(store: Store, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await store.client.$queryRaw<SavedQuestion[]>`
    SELECT "id", "input" FROM "Question" WHERE "id" = ANY(${texts(ids)})`;
  return new Map(rows.map(({ id, input }) => [id, input]));
}
