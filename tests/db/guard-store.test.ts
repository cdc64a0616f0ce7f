import { createServer, connect } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { AppError } from '../../src/domain/app-error.js';
import { guardStore } from '../../src/store/guard-store.js';
import { lockWholeStore } from '../../src/store/locks.js';
import { openStore } from '../../src/store/open-store.js';
import { saveReport } from '../../src/store/save-report.js';
import type { Store } from '../../src/store/store.js';
import { makeReport } from '../support/make-report.js';
import { REFERENCE } from '../support/reference.js';
import { POSTGRES, STORE_KINDS, useTestStore } from '../support/test-stores.js';
import type { TestPlace } from '../support/test-stores.js';

const LATE = new AppError('TIMEOUT', 'too late');

describe.each(STORE_KINDS)('on $name', (kind) => {
  const store = useTestStore(kind);

  test('what is read in time is read as ever', async () => {
    const guarded = guardStore(store(), new AbortController().signal);
    expect(await guarded.client.$queryRaw`SELECT ${'从化'}::text AS name`).toEqual([{ name: '从化' }]);
  });

  test('once the time is over nothing more is sent', async () => {
    const guarded = guardStore(store(), AbortSignal.abort(LATE));
    const sent: string[] = [];
    store().listeners.add((sql) => sent.push(sql));
    await expect(guarded.client.$queryRaw`SELECT 1 AS one`).rejects.toBe(LATE);
    expect(sent).toEqual([]);
  });

  test('between many statements sent at once there is room for others', async () => {
    const guarded = guardStore(store(), new AbortController().signal);
    const order: string[] = [];
    const read = async (): Promise<unknown> => guarded.client.$queryRaw`SELECT 1 AS one`.then(() => order.push('read'));
    const all = Promise.all(Array.from({ length: 50 }, read));
    setTimeout(() => order.push('timer'), 1);
    await all;
    expect(order.slice(0, 49)).toContain('timer');
  });

  test('who waits when the time is over gets the reason, not the answer', async () => {
    const controller = new AbortController();
    const guarded = guardStore(store(), controller.signal);
    const waiting = guarded.client.$queryRaw`SELECT 1 AS one`;
    controller.abort(LATE);
    await expect(waiting).rejects.toBe(LATE);
    expect(await store().client.$queryRaw`SELECT 2 AS two`).toEqual([{ two: 2 }]);
  });

  test('a statement that is wrong stays a bug', async () => {
    const guarded = guardStore(store(), new AbortController().signal);
    await expect(guarded.client.$queryRaw`SELECT nonsense`).rejects.not.toBeInstanceOf(AppError);
  });
});

(POSTGRES ? describe : describe.skip)('on PostgreSQL', () => {
  let place: TestPlace;
  let proxy: { readonly port: number; cut(): Promise<void> };
  let store: Store;
  const never = new AbortController().signal;

  beforeAll(async () => {
    place = await (POSTGRES as NonNullable<typeof POSTGRES>).makePlace();
    if (!('databaseUrl' in place.location)) throw new Error('expected an address');
    const url = new URL(place.location.databaseUrl);
    proxy = await passOn(url);
    url.host = `127.0.0.1:${proxy.port}`;
    store = await openStore({ databaseUrl: url.href }, { statementTimeout: 200 });
  }, 60_000);
  afterAll(async () => {
    await store?.close();
    await proxy?.cut();
    await place?.remove();
  }, 30_000);

  test('the server itself cancels a statement that takes too long, and its connection goes on', async () => {
    const guarded = guardStore(store, never);
    await expect(guarded.client.$queryRaw`SELECT pg_sleep(20)::text`).rejects.toMatchObject({
      code: 'TIMEOUT',
      cause: expect.anything(),
      message: 'expected an answer in time, got a statement that takes longer: ask for less at once',
    });
    const left = await store.client.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM pg_stat_activity
      WHERE datname = current_database() AND state = 'active' AND query LIKE '%pg_sleep(20)%' AND pid <> pg_backend_pid()`;
    expect(left).toEqual([{ count: 0 }]);
  });

  test('what is written may take longer: it waits for who has the whole store, and for how long that lasts', async () => {
    const other = await openStore(place.location);
    try {
      let isLocked = (): void => undefined;
      const locked = new Promise<void>((resolve) => (isLocked = resolve));
      const restoring = other.client.$transaction(async (tx) => {
        await lockWholeStore(tx, { alone: true });
        isLocked();
        await tx.$queryRaw`SELECT pg_sleep(0.6)::text`;
      });
      await locked;
      expect(await saveReport(store, makeReport(), REFERENCE)).toMatchObject({ outcome: 'STORED' });
      await restoring;
    } finally {
      await other.close();
    }
  });

  test('a connection that is ended, and a server that is gone, are said to be just that', async () => {
    const guarded = guardStore(store, never);
    const gone = { code: 'STORE_UNAVAILABLE', message: 'expected a store that answers, got none; try again later' };
    await expect(guarded.client.$queryRaw`SELECT pg_terminate_backend(pg_backend_pid())::text`).rejects.toMatchObject(
      gone,
    );
    expect(await guarded.client.$queryRaw`SELECT 1 AS one`).toEqual([{ one: 1 }]);
    await proxy.cut();
    await expect(guarded.client.$queryRaw`SELECT 1 AS one`).rejects.toMatchObject(gone);
    await expect(guarded.client.$queryRaw`SELECT 1 AS one`).rejects.toMatchObject(gone);
  });
});

/** A way to the server that can be cut. */
async function passOn({ hostname, port }: URL): Promise<{ port: number; cut(): Promise<void> }> {
  const sockets = new Set<Socket>();
  const server = createServer((inward) => {
    const outward = connect(Number(port || 5432), hostname);
    for (const socket of [inward, outward]) sockets.add(socket.on('error', () => undefined));
    inward.pipe(outward).pipe(inward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const cut = async (): Promise<void> => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  };
  return { port: (server.address() as AddressInfo).port, cut };
}
