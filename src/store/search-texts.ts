import type { Classification } from '../domain/closed-lists.js';
import type { Reference } from '../domain/reference.js';
import { makeSearchText } from '../domain/search-text.js';
import { searchTextOf } from './account-rows.js';
import { touchReleases } from './add-release.js';
import { Prisma } from './generated/client.js';
import { lockWholeStore } from './locks.js';
import { retry } from './retry.js';
import type { Runner, Store } from './store.js';
import { countWrite } from './writes.js';

interface Unfilled {
  readonly id: string;
  readonly classification: Classification;
  readonly code: string | null;
  readonly edition: number;
  readonly name: string;
}

/** Rows of one transaction. */
const BATCH = 2_000;
const PATIENCE = { maxWait: 120_000, timeout: 300_000 };

/** Whether there are accounts or spellings without what they are searched by. */
export async function lacksSearchTexts(store: Store): Promise<boolean> {
  const [row] = await store.client.$queryRaw<{ lacking: boolean }[]>`
    SELECT EXISTS (SELECT FROM "Account" WHERE "searchText" IS NULL)
      OR EXISTS (SELECT FROM "AccountSpelling" WHERE "searchText" IS NULL) AS lacking`;
  return row?.lacking ?? false;
}

/** Fills in some thousand of them, in a transaction of its own. */
export async function fillSearchTexts(store: Store, reference: Reference): Promise<void> {
  await retry(() =>
    countWrite(store, (commits) =>
      store.client.$transaction(async (tx) => {
        await fillBatch(tx, reference);
        await touchReleases(tx);
        commits();
      }, PATIENCE),
    ),
  );
}

async function fillBatch(tx: Runner, reference: Reference): Promise<void> {
  await lockWholeStore(tx, { alone: false });
  const accounts = await tx.$queryRaw<Unfilled[]>`
    SELECT "id", "classification", "code", "edition", coalesce("name", '') AS name FROM "Account"
    WHERE "searchText" IS NULL ORDER BY "id" LIMIT ${BATCH}::int`;
  await write(tx, 'Account', accounts, (account) => searchTextOf(account, reference));
  const spellings = await tx.$queryRaw<Pick<Unfilled, 'id' | 'name'>[]>`
    SELECT "id", "name" FROM "AccountSpelling" WHERE "searchText" IS NULL ORDER BY "id" LIMIT ${BATCH}::int`;
  await write(tx, 'AccountSpelling', spellings, ({ name }) => makeSearchText(null, [name]));
}

async function write<T extends { readonly id: string }>(
  tx: Runner,
  table: 'Account' | 'AccountSpelling',
  rows: readonly T[],
  textOf: (row: T) => string,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE ${Prisma.raw(`"${table}"`)} own SET "searchText" = fresh.text
    FROM unnest(${rows.map(({ id }) => id)}::text[], ${rows.map(textOf)}::text[]) AS fresh (id, text)
    WHERE own."id" = fresh.id`;
}
