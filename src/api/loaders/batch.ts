import DataLoader from 'dataloader';

/** Rows by key in one statement; null where there is none. */
export function makeRowLoader<K extends string | number, V>(
  find: (keys: readonly K[]) => Promise<ReadonlyMap<K, V>>,
): DataLoader<K, V | null> {
  return new DataLoader(async (keys) => {
    const rows = await find(keys);
    return keys.map((key) => rows.get(key) ?? null);
  });
}

/** Lists by key in one statement; an empty one where there is none. */
export function makeListLoader<K extends string | number, V>(
  find: (keys: readonly K[]) => Promise<ReadonlyMap<K, readonly V[]>>,
): DataLoader<K, readonly V[]> {
  return new DataLoader(async (keys) => {
    const lists = await find(keys);
    return keys.map((key) => lists.get(key) ?? []);
  });
}

/** A key with the arguments of the field that asks. */
export interface KeyWithArgs<K, A> {
  readonly key: K;
  readonly args: A;
}

/**
 * Answers that depend on arguments: one statement for each distinct set of arguments, whatever the number of keys. `fallback` answers for a
 * key that is absent.
 */
export function makeArgsLoader<K extends string | number, A, V>(
  find: (keys: readonly K[], args: A) => Promise<ReadonlyMap<K, V>>,
  fallback: V,
): DataLoader<KeyWithArgs<K, A>, V, string> {
  const batch = async (asked: readonly KeyWithArgs<K, A>[]): Promise<V[]> => {
    const groups = new Map<string, { args: A; keys: K[] }>();
    for (const { key, args } of asked) {
      const group = groups.get(JSON.stringify(args));
      if (group) group.keys.push(key);
      else groups.set(JSON.stringify(args), { args, keys: [key] });
    }
    const found = await Promise.all(
      [...groups].map(async ([name, { args, keys }]) => [name, await find(keys, args)] as const),
    );
    const answers = new Map(found);
    return asked.map(({ key, args }) => answers.get(JSON.stringify(args))?.get(key) ?? fallback);
  };
  return new DataLoader(batch, { cacheKeyFn: ({ key, args }) => JSON.stringify([key, args]) });
}

/** The page of who has none. */
export const NO_PAGE = { edges: [], hasNextPage: false, hasPreviousPage: false } as const;
