import { AppError } from '../domain/app-error.js';
import type { Release } from '../domain/records.js';
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
}

/** An export lasts as long as its reader takes; who opens the sink cuts off one that stalls. */
const PATIENCE = { maxWait: 10_000, timeout: 24 * 3_600_000 };

/**
 * Gives `work` the store as it is now, or was in an earlier release, whatever is imported meanwhile. On Postgres that is one transaction,
 * which lasts as long as `work`. The embedded store has one connection, and a transaction would keep everyone else from it; no other
 * process can write to it, so its release is looked at again after each reading instead.
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
      return work({ ...pinned, confirm: async () => undefined });
    },
    { isolationLevel: 'RepeatableRead', ...PATIENCE },
  );
  return transaction.catch((error: unknown) => (isOpen ? Promise.reject(error) : explain(error)));
}

async function pin(store: Store, releaseId: string | null): Promise<Omit<Snapshot, 'confirm'>> {
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
  return { store: own, release, confirm };
}
