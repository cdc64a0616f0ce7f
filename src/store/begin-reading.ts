import { AppError } from '../domain/app-error.js';
import { explain, guardStore, untilAborted } from './guard-store.js';
import type { Memory } from './memory.js';
import type { InMemory } from './report-presence.js';
import { readSnapshot, watchReleases, watchWrites } from './moments.js';
import type { Moment } from './moments.js';
import { findKeptRelease } from './releases.js';
import type { ReleaseState } from './releases.js';
import type { Store } from './store.js';

/** A store as one request reads it: all of it from one release, whatever is imported meanwhile. */
export interface Reading {
  readonly store: Store;
  /** The release that is read: the newest, or that which is pinned. Ask before the end; it costs little where others ask for it too. */
  release(): Promise<ReleaseState>;
  /**
   * Reads an earlier release instead of the newest. Comes before all other reading.
   * @throws AppError BAD_USER_INPUT where there is no such release, or it is kept no longer
   */
  pinTo(releaseId: string): Promise<ReleaseState>;
  /**
   * Comes after all reading, of every request, and before what was read is used. Called again it says the same.
   * @throws AppError STORE_BUSY where what was read may be of two releases, BAD_USER_INPUT where the release was kept until now
   */
  close(): Promise<void>;
}

export interface ReadingOptions {
  /**
   * Whether all is read in one transaction, where the store has any for requests: slower, as its statements follow one another and hold a
   * connection, but never STORE_BUSY. For requests that were refused with it.
   */
  readonly inTransaction?: boolean;
  /** What may be answered from instead of the tables; not in a transaction, which may see an older state than what is read into memory meanwhile. */
  readonly memory?: Memory | null;
}

/**
 * Begins to read for one request; see `guardStore` for the signal. Statements go to the database as they come, and at the end the request is told
 * where something was written meanwhile: on Postgres by whoever (`release-watch.ts`), on the embedded store by this process, as no
 * other writes to it.
 */
export function beginReading(
  store: Store,
  signal: AbortSignal,
  { inTransaction = false, memory = null }: ReadingOptions = {},
): Reading {
  const moment = chooseMoment(store, signal, inTransaction);
  let atHand: InMemory | null = null;
  const recall = async (): Promise<InMemory | null> =>
    (atHand = own.pinnedTo === null ? (memory?.((await newest()).state) ?? null) : null);
  const own = {
    ...guardStore({ ...store, client: moment.client }, signal),
    pinnedTo: null as number | null,
    inMemory: memory && !inTransaction ? recall : null,
    atHand: () => atHand,
  };
  let release: Promise<ReleaseState> | undefined;
  const newest = (): Promise<ReleaseState> => (release ??= Promise.race([moment.newest().catch(explain), aborted]));
  const confirm = async (): Promise<void> => {
    if (await moment.end()) return;
    if (own.pinnedTo === null) throw refuseMixture();
    const before = await release;
    const { state } = await findKeptRelease(own, before?.id ?? '');
    if (state !== before?.state) throw refuseMixture();
  };
  const aborted = untilAborted(signal);
  let closed: Promise<void> | undefined;
  return {
    store: own,
    release: newest,
    pinTo: (releaseId) => (release = pin(own, releaseId)),
    close: () => (closed ??= confirm()),
  };
}

function chooseMoment(store: Store, signal: AbortSignal, inTransaction: boolean): Moment {
  const { openSnapshot } = store;
  if (!openSnapshot) return watchWrites(store);
  return inTransaction ? readSnapshot(store, openSnapshot, signal) : watchReleases(store, signal);
}

async function pin(own: { pinnedTo: number | null } & Store, releaseId: string): Promise<ReleaseState> {
  const { release, state, isNewest } = await findKeptRelease(own, releaseId);
  own.pinnedTo = isNewest ? null : release.number;
  return { ...release, state };
}

function refuseMixture(): AppError {
  return new AppError(
    'STORE_BUSY',
    'expected one release to the end of the answer, got another: something was imported meanwhile; ask again',
  );
}
