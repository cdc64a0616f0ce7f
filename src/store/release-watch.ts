import { Prisma } from './generated/client.js';
import { NEWEST_STATE, findNewestState } from './releases.js';
import type { ReleaseState } from './releases.js';
import type { Store, WriteCount } from './store.js';
import { isUnwritten } from './writes.js';

/**
 * How requests that read at the same time know that all they read is of one release, without a transaction each. Every transaction that
 * changes rows writes the row of the newest release as well: imports, also of what a newer reader reads otherwise, moves or reads the same, and
 * statistics by `addRelease`; what completes an older store by `touchReleases`; a restored backup writes all rows anew. A statement sees
 * what was committed when it began, all of a transaction or nothing. So what a statement between two looks saw and the first look did not,
 * the second look sees, in the state of the newest release; two looks that give the same state had nothing between them. Questions
 * that are kept for their ids belong to no release, and change nothing here.
 */
interface Look {
  /** As the clock of this process has it, in milliseconds. */
  readonly begun: number;
  /** What this process had written when it began. */
  readonly written: Readonly<WriteCount>;
  readonly newest: Promise<ReleaseState>;
}
interface Seen extends Look {
  readonly release: ReleaseState;
}

/** The looks at one store. */
interface Watch {
  last?: Seen;
  running?: Look;
  /** The look that begins when the running one has ended. */
  next?: Promise<ReleaseState>;
}

/** Milliseconds for which what another process imports may stay unnoticed where a request begins. */
export const FRESH_FOR = 5;

/** Tells these statements from others: how many there are depends on when requests come. */
export const LOOK = '/* the newest release, for all who ask */';
const STATEMENT = Prisma.sql`${Prisma.raw(LOOK)} ${NEWEST_STATE}`;

const watches = new WeakMap<WriteCount, Watch>();

/**
 * The newest release, as it was not longer than `freshness` milliseconds ago; what this process has written is known at once. Requests at the
 * same time share a statement.
 */
export async function newestRelease(
  store: Pick<Store, 'client' | 'writes'>,
  freshness: number = FRESH_FOR,
): Promise<ReleaseState> {
  const seen = releaseSeen(store, freshness);
  if (seen) return seen;
  const { running } = watchOf(store);
  if (running && isUnwritten(store, running.written)) return running.newest;
  return newestReleaseByNow(store);
}

/** The same, where it is known without a statement; null: it is not. */
export function releaseSeen(
  store: Pick<Store, 'client' | 'writes'>,
  freshness: number = FRESH_FOR,
): ReleaseState | null {
  const { last } = watchOf(store);
  const isFresh = last && isUnwritten(store, last.written) && performance.now() - last.begun <= freshness;
  return isFresh ? last.release : null;
}

/** The newest release by a statement that begins now or later; requests that end meanwhile share it. */
export async function newestReleaseByNow(store: Pick<Store, 'client' | 'writes'>): Promise<ReleaseState> {
  const watch = watchOf(store);
  const { running } = watch;
  if (!running) return look(watch, store);
  const lookNext = (): Promise<ReleaseState> => {
    delete watch.next;
    return look(watch, store);
  };
  return (watch.next ??= running.newest.then(lookNext, lookNext));
}

function watchOf({ writes }: Pick<Store, 'writes'>): Watch {
  const watch = watches.get(writes) ?? {};
  watches.set(writes, watch);
  return watch;
}

function look(watch: Watch, store: Pick<Store, 'client' | 'writes'>): Promise<ReleaseState> {
  const own: Look = {
    begun: performance.now(),
    written: { ...store.writes },
    newest: findNewestState(store, STATEMENT).finally(() => {
      if (watch.running === own) delete watch.running;
    }),
  };
  watch.running = own;
  own.newest.then(
    (release) => (watch.last = { ...own, release }),
    () => undefined,
  );
  return own.newest;
}
