import { AppError } from '../domain/app-error.js';
import type { Release } from '../domain/records.js';
import { makeGate } from './gate.js';
import type { Gate } from './gate.js';
import type { PrismaClient } from './generated/client.js';
import { guardStore } from './guard-store.js';
import { findKeptRelease } from './releases.js';
import type { Store } from './store.js';
import { isUnwritten } from './writes.js';

/** A store as one request reads it: all of it from one release, whatever is imported meanwhile. */
export interface Reading {
  readonly store: Store;
  /**
   * Reads an earlier release instead of the newest. Comes before all other reading.
   * @throws AppError BAD_USER_INPUT where there is no such release, or it is kept no longer
   */
  pinTo(releaseId: string): Promise<Release>;
  /**
   * Comes after all reading, of every request: it lets go of the connection.
   * @throws AppError STORE_BUSY where what was read may be of two releases, BAD_USER_INPUT where the release was kept until now
   */
  close(): Promise<void>;
}

/** What statements go to, and how it ends. */
interface Moment {
  readonly client: PrismaClient;
  /** Whether all that was read is of one moment. */
  end(): boolean;
}

/**
 * Begins to read for one request; see `guardStore` for the signal. On Postgres all statements go into one transaction that sees the store
 * as it was at the first. The embedded store has one connection, for all requests, and only this process writes to it: there the
 * request is told at its end where something was written meanwhile.
 */
export function beginReading(store: Store, signal: AbortSignal): Reading {
  const moment = store.kind === 'POSTGRES' ? openSnapshot(store, signal) : watchWrites(store);
  const own = { ...guardStore({ ...store, client: moment.client }, signal), pinnedTo: null as number | null };
  let pinned: Release | null = null;
  return {
    store: own,
    pinTo: async (releaseId) => {
      const { release, isNewest } = await findKeptRelease(own, releaseId);
      own.pinnedTo = isNewest ? null : release.number;
      return (pinned = release);
    },
    close: async () => {
      if (moment.end()) return;
      if (own.pinnedTo === null) throw refuseMixture();
      await findKeptRelease(own, pinned?.id ?? '');
    },
  };
}

function refuseMixture(): AppError {
  return new AppError(
    'STORE_BUSY',
    'expected one release to the end of the answer, got another: something was imported meanwhile; ask again',
  );
}

function watchWrites(store: Store): Moment {
  const before = { ...store.writes };
  return { client: store.client, end: () => isUnwritten(store, before) };
}

/** Requests that hold a connection at once. Of the ten of a process, four are for exports, and one for what is written and for health. */
const MOST_AT_ONCE = 5;
const gates = new WeakMap<PrismaClient, Gate>();

/** Ended by `end`, or by the signal; neither the wait for a connection nor a statement lasts longer than the request. */
const PATIENCE = { maxWait: 10_000, timeout: 24 * 3_600_000 };

type Transaction = Pick<PrismaClient, '$queryRaw'>;

/** The transaction begins with the first statement, and its statements follow one another. */
function openSnapshot(store: Store, signal: AbortSignal): Moment {
  const { client } = store;
  let end = (): void => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  signal.addEventListener('abort', end, { once: true });
  let last: Promise<unknown> | undefined;
  let opened: Promise<Transaction> | undefined;
  let failure: { readonly error: unknown } | undefined;
  const $queryRaw = async (...query: Parameters<PrismaClient['$queryRaw']>): Promise<unknown> => {
    const read = async (): Promise<unknown> => {
      signal.throwIfAborted();
      // After a failure the transaction answers nothing any more, and what failed is what there is to say.
      if (failure) throw failure.error;
      const transaction = await (opened ??= begin(client, ended, signal));
      return transaction.$queryRaw(...query);
    };
    const own = (last ?? Promise.resolve()).then(read).catch((error: unknown) => {
      failure ??= { error };
      throw error;
    });
    last = own.catch(() => undefined);
    return own;
  };
  const inside = new Proxy(client, {
    get: (target, name) => (name === '$queryRaw' ? $queryRaw : Reflect.get(target, name)),
  });
  return {
    client: inside,
    end: () => {
      end();
      return true;
    },
  };
}

async function begin(client: PrismaClient, ended: Promise<void>, signal: AbortSignal): Promise<Transaction> {
  const gate = gates.get(client) ?? makeGate(MOST_AT_ONCE);
  gates.set(client, gate);
  const leave = await gate.enter(signal);
  return new Promise((resolve, reject) => {
    const work = async (transaction: Transaction): Promise<void> => {
      resolve(transaction);
      await ended;
    };
    client
      .$transaction(work, { isolationLevel: 'RepeatableRead', ...PATIENCE })
      .catch(reject)
      .finally(leave);
  });
}
