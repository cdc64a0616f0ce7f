import type { Store } from '../../src/store/store.js';

/** The store, of which each statement that reads, COPY included, waits for what comes before it, and fails where that fails. */
export function beforeStatements(store: Store, before: () => Promise<unknown>): Store {
  const watch = <T extends object>(client: T): T =>
    new Proxy(client, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== 'function') return value;
        const own = value.bind(target) as (...args: unknown[]) => unknown;
        if (name === '$transaction')
          return (work: (tx: object) => unknown, options: unknown) => own((tx: object) => work(watch(tx)), options);
        if (name !== '$queryRaw') return own;
        return async (...args: unknown[]) => {
          await before();
          return own(...args);
        };
      },
    });
  const { openSnapshot } = store;
  const openWatched = async (open: NonNullable<typeof openSnapshot>) => {
    const { send, end } = await open();
    return { end, send: (...statement: Parameters<typeof send>) => before().then(() => send(...statement)) };
  };
  const openCopies: Store['openCopies'] = async (exportSnapshot) => {
    const connection = await store.openCopies(exportSnapshot);
    const copyOut: typeof connection.copyOut = async function* (makeStatement) {
      await before();
      yield* connection.copyOut(makeStatement);
    };
    return { ...connection, copyOut };
  };
  return {
    ...store,
    client: watch(store.client),
    openSnapshot: openSnapshot && (() => openWatched(openSnapshot)),
    openCopies,
  };
}

/** The store, which lets something else happen, once, after so many statements of whoever reads with it. */
export function interrupt(store: Store, after: number, meanwhile: () => Promise<unknown>): Store {
  let statements = 0;
  let happened: Promise<unknown> | undefined;
  return beforeStatements(store, async () => {
    statements += 1;
    if (statements > after) await (happened ??= meanwhile());
  });
}
