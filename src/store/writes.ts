import type { Store, WriteCount } from './store.js';

/** Runs a transaction, which calls `commits` where it has changed what answers are made from, as the last thing it does. */
export async function countWrite<T>(
  { writes }: Pick<Store, 'writes'>,
  write: (commits: () => void) => Promise<T>,
): Promise<T> {
  let isPending = false;
  try {
    return await write(() => {
      isPending = true;
      writes.pending += 1;
    });
  } finally {
    if (isPending) {
      writes.pending -= 1;
      writes.done += 1;
    }
  }
}

/** Whether nothing was written since `before`, nor may be by now. */
export function isUnwritten({ writes }: Pick<Store, 'writes'>, before: Readonly<WriteCount>): boolean {
  return writes.pending === 0 && writes.done === before.done;
}
