import { AppError } from '../domain/app-error.js';
import type { Release } from '../domain/records.js';
import { runCopy } from './copy-out.js';
import type { CopyConnection, CopyOut } from './copy-out.js';
import type { Prisma, PrismaClient } from './generated/client.js';
import { explain } from './guard-store.js';
import { findKeptRelease, findLatestRelease } from './releases.js';
import type { Store } from './store.js';

/** A store as it was at one moment, for reading only. */
export interface Snapshot {
  /** Read through this one, by one statement at a time. */
  readonly store: Store;
  readonly release: Release;
  /**
   * Call it after reading and before using what was read.
   * @throws AppError STORE_BUSY where what was read may be of another release
   */
  confirm(): Promise<void>;
  /**
   * The bytes that a COPY writes, read as they are taken; one COPY at a time. They are confirmed.
   * @throws AppError STORE_BUSY, STORE_UNAVAILABLE
   */
  copy(copy: CopyOut): AsyncIterable<Uint8Array>;
}

/** An export lasts as long as its reader takes; who opens the sink cuts off one that stalls. */
const PATIENCE = { maxWait: 10_000, timeout: 24 * 3_600_000 };

/**
 * Gives `work` the store as it is now, or was in an earlier release, whatever is imported meanwhile. On Postgres that is one transaction,
 * which lasts as long as `work`, and for COPY one more that sees the same. The embedded store has one connection, and a transaction
 * would keep everyone else from it; no other process can write to it, so its release is looked at again after each reading instead.
 * @param releaseId null: the newest
 * @throws AppError STORE_BUSY, STORE_UNAVAILABLE, TIMEOUT where a statement takes longer than it may, BAD_USER_INPUT where the release
 * is not kept
 */
export async function withSnapshot<T>(
  store: Store,
  releaseId: string | null,
  work: (snapshot: Snapshot) => Promise<T>,
): Promise<T> {
  if (store.kind === 'EMBEDDED') return work(await watchRelease(store, releaseId));
  let isOpen = false;
  const transaction = store.client.$transaction(
    async (tx) => {
      isOpen = true;
      await tx.$executeRaw`SET TRANSACTION READ ONLY`;
      const pinned = await pin({ ...store, client: explainFailures(tx) }, releaseId);
      const copies = openWhenNeeded(store, () => exportSnapshot(tx));
      return work({ ...pinned, confirm: async () => undefined, copy: copies.copy }).finally(copies.close);
    },
    { isolationLevel: 'RepeatableRead', ...PATIENCE },
  );
  return transaction.catch((error: unknown) => (isOpen ? Promise.reject(error) : explain(error)));
}

/** Names what a transaction sees, for another one to see. */
async function exportSnapshot(tx: Prisma.TransactionClient): Promise<string> {
  const [{ snapshot } = { snapshot: '' }] = await tx.$queryRaw<{ snapshot: string }[]>`
    SELECT pg_export_snapshot() AS snapshot`;
  return snapshot;
}

/** Copies from a connection that is opened for the first COPY. */
function openWhenNeeded(
  store: Store,
  nameSnapshot: () => Promise<string>,
): Pick<Snapshot, 'copy'> & { close(): Promise<void> } {
  let connection: Promise<CopyConnection> | undefined;
  return {
    copy: async function* (copy) {
      try {
        connection ??= store.openCopies(nameSnapshot);
        yield* runCopy(store.listeners, await connection, copy);
      } catch (error) {
        explain(error);
      }
    },
    close: async () =>
      connection?.then(
        (own) => own.close(),
        () => undefined,
      ),
  };
}

async function pin(store: Store, releaseId: string | null): Promise<Pick<Snapshot, 'store' | 'release'>> {
  if (releaseId === null) return { store, release: await findLatestRelease(store) };
  const { release, isNewest } = await findKeptRelease(store, releaseId);
  return { store: { ...store, pinnedTo: isNewest ? null : release.number }, release };
}

/** What a transaction reads with, as a client; it has all that reading takes. */
function explainFailures(tx: Prisma.TransactionClient): PrismaClient {
  const $queryRaw = (...query: Parameters<PrismaClient['$queryRaw']>): Promise<unknown> =>
    tx.$queryRaw(...query).catch(explain);
  return new Proxy(tx as PrismaClient, {
    get: (target, name) => (name === '$queryRaw' ? $queryRaw : Reflect.get(target, name)),
  });
}

async function watchRelease(store: Store, releaseId: string | null): Promise<Snapshot> {
  const { store: own, release } = await pin(store, releaseId);
  const confirm = async (): Promise<void> => {
    const { id, number } =
      own.pinnedTo === null ? await findLatestRelease(own) : (await findKeptRelease(own, release.id)).release;
    if (number === release.number) return;
    throw new AppError(
      'STORE_BUSY',
      `expected release ${release.id} to the end of the export, got ${id}: something was imported meanwhile; export again`,
      { release: release.id },
    );
  };
  const copies = await store.openCopies(async () => '');
  const copy = async function* (asked: CopyOut): AsyncIterable<Uint8Array> {
    for await (const bytes of runCopy(own.listeners, copies, asked)) {
      await confirm();
      yield bytes;
    }
  };
  return { store: own, release, confirm, copy };
}
