import { readThrough, withQueryRaw } from './direct-reads.js';
import { makeGate } from './gate.js';
import type { Gate } from './gate.js';
import type { PrismaClient } from './generated/client.js';
import { explain, untilAborted } from './guard-store.js';
import { newestRelease, newestReleaseByNow } from './release-watch.js';
import { findNewestState } from './releases.js';
import type { ReleaseState } from './releases.js';
import type { Send, SnapshotTransaction, Store, WriteCount } from './store.js';
import { isUnwritten } from './writes.js';

/** What the statements of one request go to, and how it ends. */
export interface Moment {
  readonly client: PrismaClient;
  /** The newest release by then. */
  newest(): Promise<ReleaseState>;
  /** Whether all that was read is of one moment. */
  end(): Promise<boolean>;
}

/** The embedded store: one connection for all requests, and only this process writes to it. */
export function watchWrites(store: Store): Moment {
  const before = { ...store.writes };
  let isRead = false;
  const client = withQueryRaw(store.client, (...query) => {
    isRead = true;
    return store.client.$queryRaw(...query);
  });
  return {
    client,
    newest: () => newestRelease(store, Infinity),
    end: async () => !isRead || isUnwritten(store, before),
  };
}

/**
 * Postgres, each statement by any connection, at the same time as others: the newest release is looked at before the first and after the
 * last. What is imported meanwhile is noticed at the end only.
 */
export function watchReleases(store: Store, signal: AbortSignal): Moment {
  let first: Promise<ReleaseState> | undefined;
  let isRead = false;
  const newest = (): Promise<ReleaseState> => (first ??= newestRelease(store));
  const client = withQueryRaw(store.client, async (...query) => {
    await newest();
    isRead = true;
    const leave = await gateOf(store).enter(signal);
    return store.client.$queryRaw(...query).finally(leave);
  });
  const end = async (): Promise<boolean> => {
    if (!isRead) return true;
    const last = await Promise.race([newestReleaseByNow(store).catch(explain), untilAborted(signal)]);
    return last.state === (await newest()).state;
  };
  return { client, newest, end };
}

/**
 * Postgres, by one transaction that sees the store as it was at the first statement; its statements follow one another. It ends with the
 * signal too: neither the wait for a connection nor a statement lasts longer than the request.
 */
export function readSnapshot(
  store: Store,
  openSnapshot: NonNullable<Store['openSnapshot']>,
  signal: AbortSignal,
): Moment {
  const open = async (): Promise<SnapshotTransaction> => {
    const leave = await gateOf(store).enter(signal);
    try {
      const { send, end } = await openSnapshot();
      let ended: Promise<void> | undefined;
      return { send, end: () => (ended ??= end().finally(leave)) };
    } catch (error) {
      leave();
      throw error;
    }
  };
  let last: Promise<unknown> = Promise.resolve();
  let opened: Promise<SnapshotTransaction> | undefined;
  let failure: { readonly error: unknown } | undefined;
  const end = async (): Promise<boolean> => {
    failure ??= { error: new Error('expected no statement after the end of the reading, got one') };
    opened?.then(
      (transaction) => transaction.end(),
      () => undefined,
    );
    return true;
  };
  signal.addEventListener('abort', () => void end(), { once: true });
  const send: Send = (text, values) => {
    const read = async (): Promise<readonly object[]> => {
      signal.throwIfAborted();
      // After a failure the transaction answers nothing any more, and what failed is what there is to say; after its end the connection is another's.
      if (failure) throw failure.error;
      const transaction = await (opened ??= open());
      return transaction.send(text, values);
    };
    const own = last.then(read).catch((error: unknown) => {
      failure ??= { error };
      throw error;
    });
    last = own.catch(() => undefined);
    return own;
  };
  const client = readThrough(store.client, send);
  return { client, newest: () => findNewestState({ client }), end };
}

/** Connections that requests hold at once. Of the ten of a process, four are for exports, and one for what is written and for health. */
const MOST_AT_ONCE = 5;
const gates = new WeakMap<WriteCount, Gate>();

function gateOf({ writes }: Store): Gate {
  const gate = gates.get(writes) ?? makeGate(MOST_AT_ONCE);
  gates.set(writes, gate);
  return gate;
}
