import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { startServer } from '../../../../src/api/server.js';
import type { RunningServer, ServerOptions } from '../../../../src/api/server.js';
import { saveReport } from '../../../../src/store/save-report.js';
import type { Store } from '../../../../src/store/store.js';
import { logInto } from '../../../support/log-into.js';
import { makeReport } from '../../../support/make-report.js';
import { REFERENCE } from '../../../support/reference.js';
import { EMBEDDED, useTestStore } from '../../../support/test-stores.js';

const store = useTestStore(EMBEDDED, (own) => saveReport(own, makeReport(), REFERENCE));
const started: RunningServer[] = [];
const logged: Record<string, unknown>[] = [];
afterEach(async () => {
  for (const server of started.splice(0)) await server.close();
  logged.splice(0);
});

async function start(options: Partial<ServerOptions> = {}): Promise<RunningServer> {
  const server = await startServer({
    ...{ store: store(), reference: REFERENCE, port: 0, logger: logInto(logged, 'info') },
    ...options,
  });
  started.push(server);
  return server;
}

/** A store that answers when it is told to, after it has been asked. */
function holdStore(): { store: Store; asked: Promise<void>; answer(): void } {
  let answer = (): void => undefined;
  let note = (): void => undefined;
  const answered = new Promise<void>((resolve) => (answer = resolve));
  const asked = new Promise<void>((resolve) => (note = resolve));
  const read: Store['client']['$queryRaw'] = ((...query: Parameters<Store['client']['$queryRaw']>) => {
    note();
    return answered.then(() => store().client.$queryRaw(...query));
  }) as never;
  const client = new Proxy(store().client, {
    get: (target, name) => (name === '$queryRaw' ? read : Reflect.get(target, name)),
  });
  return { store: { ...store(), client }, asked, answer };
}

const ask = (server: RunningServer, query = '{ districts { code } }') =>
  fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
/** One connection, on which more can be asked before the first answer. */
function speakTo(server: RunningServer, first: string): { say(text: string): void; answers: Promise<string> } {
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1', () => socket.write(first));
  const answers = new Promise<string>((resolve, reject) => {
    let heard = '';
    socket.on('data', (chunk) => (heard += chunk.toString()));
    socket.once('end', () => resolve(heard)).once('error', reject);
  });
  return { say: (text) => void socket.write(text), answers };
}

/** The text of a request to the API. */
function question(): string {
  const body = '{"query":"{ districts { code } }"}';
  const head = `host: localhost\r\ncontent-type: application/json\r\ncontent-length: ${body.length}`;
  return `POST /graphql HTTP/1.1\r\n${head}\r\n\r\n${body}`;
}

/** A connection whose own side stays open whatever the server does; what the server said, when it has closed its side. */
async function connectTo(server: RunningServer, text: string) {
  const socket = connect({ port: Number(new URL(server.url).port), host: '127.0.0.1', allowHalfOpen: true });
  let heard = '';
  socket.on('data', (chunk) => (heard += chunk.toString()));
  const ended = new Promise<string>((resolve) => socket.once('end', () => resolve(heard)));
  await once(socket, 'connect');
  socket.write(text);
  await setTimeout(100);
  return { heard: ended, hangUp: () => void socket.destroy() };
}

interface Refusal {
  data?: unknown;
  errors: { message: string; extensions: { code: string; requestId: string } }[];
}

test('a question that takes too long is refused in time, and the log has it under the id that the answer names', async () => {
  const held = holdStore();
  const server = await start({ store: held.store, timeout: 0.1 });
  const answer = await ask(server);
  const { errors } = (await answer.json()) as Refusal;
  const requestId = answer.headers.get('x-request-id');
  expect([answer.status, errors]).toEqual([
    504,
    [
      {
        message: 'expected an answer within 0.1 s, got none: ask for less at once',
        locations: [{ line: 1, column: 3 }],
        path: ['districts'],
        extensions: { code: 'TIMEOUT', requestId },
      },
    ],
  ]);
  const failure = expect.objectContaining({ level: 40, requestId, msg: expect.stringContaining('0.1 s') });
  expect(logged).toContainEqual(failure);
  held.answer();
});

test('what needs no store is answered beside what came too late', async () => {
  const held = holdStore();
  const server = await start({ store: held.store, timeout: 0.1 });
  const answer = await ask(server, '{ report(id: "x") { id } metrics { key } }');
  const { data, errors } = (await answer.json()) as Refusal;
  expect([answer.status, errors.map(({ extensions }) => extensions.code)]).toEqual([200, ['TIMEOUT']]);
  expect(data).toEqual({ report: null, metrics: expect.any(Array) });
  held.answer();
});

test('when the client goes away nothing more is read for it', async () => {
  const held = holdStore();
  const server = await start({ store: held.store });
  const { port } = new URL(server.url);
  const options = { port, path: '/graphql', method: 'POST', headers: { 'content-type': 'application/json' } };
  const going = request(options).on('error', () => undefined);
  going.end('{"query":"{ departments { nodes { reports { title } } } }"}');
  await held.asked;
  const sent: string[] = [];
  going.destroy();
  await setTimeout(100);
  const listen = (sql: string): void => void sent.push(sql);
  store().listeners.add(listen);
  held.answer();
  await setTimeout(100);
  store().listeners.delete(listen);
  expect(sent.filter((sql) => sql.includes('"Report"'))).toEqual([]);
  const line = logged.find(({ path }) => path === '/graphql');
  expect([line?.['aborted'], line?.['status']]).toEqual([true, undefined]);
});

test('readyz says so when the store does not answer, healthz goes on', async () => {
  const server = await start({ store: holdStore().store });
  const answer = await fetch(`${server.url}/readyz`);
  expect([answer.status, await answer.json()]).toEqual([
    503,
    {
      errors: [
        {
          message: 'expected a store that answers within 2 s, got none',
          extensions: { code: 'STORE_UNAVAILABLE', requestId: answer.headers.get('x-request-id') },
        },
      ],
    },
  ]);
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
});

describe('a server that stops', () => {
  test('lets what is under way finish', async () => {
    const held = holdStore();
    const server = await start({ store: held.store });
    const underWay = ask(server);
    await held.asked;
    const closed = [server.close(), server.close()];
    await expect(ask(server)).rejects.toThrow();
    held.answer();
    const answer = await underWay;
    expect([answer.status, await answer.json()]).toEqual([200, expect.objectContaining({ data: expect.anything() })]);
    await Promise.all(closed);
  });

  test('is ready for nothing more, on connections that are still open', async () => {
    const held = holdStore();
    const server = await start({ store: held.store });
    const connection = speakTo(server, question());
    await held.asked;
    const closed = server.close();
    connection.say('GET /readyz HTTP/1.1\r\nhost: localhost\r\n\r\n');
    await setTimeout(100);
    held.answer();
    expect(await connection.answers).toMatch(
      /^HTTP\/1\.1 200 OK[^]*HTTP\/1\.1 503 Service Unavailable[^]*"expected a server that goes on, got one that is stopping"/,
    );
    await closed;
  });

  test.each([
    ['nothing was ever sent', ''],
    ['half a head was sent', 'GET /healthz HTTP/1.1\r\nhost: lo'],
    ['the request was answered', 'GET /healthz HTTP/1.1\r\nhost: localhost\r\n\r\n'],
  ])('does not wait for a connection on which %s, whose other side stays', async (_what, text) => {
    const server = await start();
    const line = await connectTo(server, text);
    const began = performance.now();
    await server.close();
    expect(performance.now() - began).toBeLessThan(2_000);
    expect(await line.heard).toMatch(text.endsWith('\r\n\r\n') ? /^HTTP\/1\.1 200 OK[^]*\{"status":"ok"\}$/ : /^$/);
    line.hangUp();
  });

  test('closes a connection when what was under way on it is answered, though its other side stays', async () => {
    const held = holdStore();
    const server = await start({ store: held.store });
    const line = await connectTo(server, question());
    await held.asked;
    const closed = server.close();
    await setTimeout(100);
    held.answer();
    const began = performance.now();
    await closed;
    expect(performance.now() - began).toBeLessThan(2_000);
    expect(await line.heard).toMatch(/^HTTP\/1\.1 200 OK[^]*\{"data":\{"districts":.*\}\n$/);
    line.hangUp();
  });

  test('cuts off after the grace period what does not end', async () => {
    const held = holdStore();
    const server = await start({ store: held.store, gracePeriod: 100 });
    const underWay = ask(server).then(
      () => 'answered',
      () => 'cut off',
    );
    await held.asked;
    await server.close();
    expect(await underWay).toBe('cut off');
    held.answer();
  });
});

test.each([
  ['no-such-host.invalid', 'BAD_USER_INPUT', 'expected a host of this machine, got "no-such-host.invalid"'],
  ['203.0.113.1', 'BAD_USER_INPUT', 'expected a host of this machine, got "203.0.113.1"'],
])('a host that is not of this machine is refused: %s', async (host, code, message) => {
  await expect(start({ host })).rejects.toMatchObject({ code, message });
});
