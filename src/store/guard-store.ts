import { setImmediate } from 'node:timers/promises';
import { AppError } from '../domain/app-error.js';
import { withQueryRaw } from './direct-reads.js';
import { collectCodes, reasonOf } from './driver-errors.js';
import type { Store } from './store.js';

const CANCELLED = '57014';
/** No server there, connection lost or refused, server stopped, too many connections, no free one in time. */
const UNREACHABLE =
  /^(?:P1001|P1002|P1008|P1017|P2024|08\w{3}|57P0[123]|53300|ECONN\w+|ETIMEDOUT|EPIPE|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|DatabaseNotReachable|ConnectionClosed|SocketTimeout|TooManyConnections)$/;
const DISK_FULL = '53100';
/** The role may not, or the server only reads. */
const DENIED = ['42501', '25006'];
/** What the driver says without a code. */
const LOST =
  /\b(?:Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)\b/;

/**
 * The store for one request: once `signal` is aborted, what is being read fails with its reason and nothing more is sent. A statement that
 * runs by then is left to the server's own time-out; on the embedded store, which runs in this thread, it runs to its end. What
 * stands in the way of an answer comes as AppError TIMEOUT (the server cancelled the statement) or STORE_UNAVAILABLE (it can't be reached).
 */
export function guardStore(store: Store, signal: AbortSignal): Store {
  const aborted = untilAborted(signal);
  const inTurn = store.kind === 'EMBEDDED' ? takeTurns() : (read: () => Promise<unknown>) => read();
  const client = withQueryRaw(store.client, async (...query) => {
    const read = async (): Promise<unknown> => {
      signal.throwIfAborted();
      return store.client.$queryRaw(...query).catch(explain);
    };
    return Promise.race([inTurn(read), aborted]);
  });
  return { ...store, client };
}

/**
 * One after the other, with room for timers and other requests between them: many statements sent at once to a database that runs in
 * this thread would leave none.
 */
function takeTurns(): <T>(read: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (read) => {
    const own = last.then(() => setImmediate()).then(read);
    last = own.catch(() => undefined);
    return own;
  };
}

/** Rejects, with its reason, when the signal is aborted; never settles else. */
export function untilAborted(signal: AbortSignal): Promise<never> {
  const aborted = new Promise<never>((_resolve, reject) => {
    const stop = (): void => reject(signal.reason as Error);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
  });
  aborted.catch(() => undefined); // that nobody waits is no failure
  return aborted;
}

/**
 * Throws what stands in the way of an answer as such, anything else as it is.
 * @throws AppError TIMEOUT, STORE_UNAVAILABLE
 */
export function explain(error: unknown): never {
  const codes = collectCodes(error);
  if (codes.includes(CANCELLED))
    throw new AppError(
      'TIMEOUT',
      'expected an answer in time, got a statement that takes longer: ask for less at once',
      {},
      { cause: error },
    );
  if (codes.some((code) => UNREACHABLE.test(code)) || LOST.test(String(error)))
    throw new AppError(
      'STORE_UNAVAILABLE',
      'expected a store that answers, got none; try again later',
      {},
      { cause: error },
    );
  if (codes.some((code) => DENIED.includes(code)))
    throw new AppError(
      'STORE_UNAVAILABLE',
      `expected a role that may do this in the database, got: ${reasonOf(error)}`,
      {},
      { cause: error },
    );
  // A panic is the end of the embedded database; nearly always it can't write any more.
  if (codes.includes(DISK_FULL) || (error as { severity?: string } | null)?.severity === 'PANIC')
    throw new AppError(
      'STORE_UNAVAILABLE',
      'expected room on the disk of the store, got none: what was committed before is safe, nothing was added',
      {},
      { cause: error },
    );
  throw error;
}
