import { createHash } from 'node:crypto';
import { request } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import { brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { startServer } from '../../../../src/api/server.js';
import type { RunningServer, ServerOptions } from '../../../../src/api/server.js';
import { saveReport } from '../../../../src/store/save-report.js';
import type { Store } from '../../../../src/store/store.js';
import { logInto } from '../../../support/log-into.js';
import { makeReport } from '../../../support/make-report.js';
import { interrupt } from '../../../support/meanwhile.js';
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
  const own = { store: store(), reference: REFERENCE, port: 0, logger: logInto(logged, 'info') };
  const server = await startServer({ ...own, ...options });
  started.push(server);
  return server;
}

interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
  readonly text: string;
}

/** What comes over the line: nothing is decompressed. */
function send(
  url: string,
  method: string,
  headers: Record<string, string>,
  body: string | Buffer = '',
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const asking = request(url, { method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('end', () => {
        const bytes = Buffer.concat(chunks);
        resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes, text: bytes.toString() });
      });
    });
    asking.once('error', reject).end(body);
  });
}

const JSON_TYPE = { 'content-type': 'application/json' };
const MEANT = { 'apollo-require-preflight': 'yes' };
const post = ({ url }: RunningServer, body: object, headers: Record<string, string> = {}) =>
  send(`${url}/graphql`, 'POST', { ...JSON_TYPE, ...headers }, JSON.stringify(body));
const get = ({ url }: RunningServer, parameters: Record<string, string>, headers: Record<string, string> = {}) =>
  send(`${url}/graphql?${new URLSearchParams(parameters).toString()}`, 'GET', { ...MEANT, ...headers });

/** Statements that are sent meanwhile. */
async function countStatements(own: Store, work: () => Promise<unknown>): Promise<number> {
  let count = 0;
  const listen = (): void => void (count += 1);
  own.listeners.add(listen);
  await work();
  own.listeners.delete(listen);
  return count;
}

const QUERY = 'query Years { districts { code name } fiscalYears { year } lineItems { nodes { id label amount } } }';
let edition = 1;
const importOne = () => saveReport(store(), makeReport({ edition: (edition += 1) }), REFERENCE);
const releaseOf = ({ text }: Reply): string =>
  (JSON.parse(text) as { extensions: { release: string } }).extensions.release;

test('a question that was asked before is answered with the same bytes, without a statement, until something is imported', async () => {
  const server = await start();
  const ask = () => post(server, { query: QUERY, operationName: 'Years' });
  const first = await ask();
  let second = first;
  expect(await countStatements(store(), async () => (second = await ask()))).toBe(0);
  expect(second.bytes.equals(first.bytes)).toBe(true);
  expect(logged.map(({ operation, repeated }) => [operation, repeated])).toEqual([
    ['Years', undefined],
    ['Years', true],
  ]);
  await importOne();
  const third = await ask();
  expect(releaseOf(third)).not.toBe(releaseOf(first));
  expect((await post(server, { query: '{ release { id } }' })).text).toContain(`"id":"${releaseOf(third)}"`);
});

test('an earlier release is answered from as long as it is kept', async () => {
  const server = await start();
  const before = await post(server, { query: QUERY });
  const release = releaseOf(before);
  const ask = () => post(server, { query: QUERY }, { release });
  expect((await ask()).text).toBe(before.text);
  await importOne();
  expect([(await ask()).text, (await ask()).text]).toEqual([before.text, before.text]);
  expect(logged.at(-1)).toMatchObject({ repeated: true });
  await saveReport(store(), { ...makeReport({ edition, readerVersion: 99 }), title: 'read anew' }, REFERENCE);
  expect((await ask()).status).toBe(400);
});

test.each([
  ['has errors', { query: '{ compare(input: { metrics: [{}] }) { id } metrics { key } }' }],
  ['reads what others asked', { query: '{ comparison(id: "unknown") { id } metrics { key } }' }],
])('an answer is made anew that %s', async (_what, body) => {
  const server = await start();
  await post(server, body);
  await post(server, body);
  expect(logged.map(({ repeated }) => repeated)).toEqual([undefined, undefined]);
});

test('a comparison that nobody had asked for is found by its id when somebody has', async () => {
  const server = await start();
  const compare = { query: '{ compare(input: { metrics: [{ key: EXPENDITURE }], years: [1999] }) { id } }' };
  const id = (
    JSON.parse((await post(await start({ store: store() }), compare)).text) as { data: { compare: { id: string } } }
  ).data.compare.id;
  await store().client.$executeRaw`DELETE FROM "Question" WHERE "id" = ${id}`;
  const recall = () => post(server, { query: `{ comparison(id: "${id}") { id } }` });
  expect((await recall()).text).toContain('"comparison":null');
  await store().client.$executeRaw`INSERT INTO "Question" ("id", "input", "createdAt")
    VALUES (${id}, ${'{"metrics":[{"key":"EXPENDITURE"}],"years":[1999]}'}, now())`;
  expect((await recall()).text).toContain(`"comparison":{"id":"${id}"}`);
});

test('nothing is kept where the operator wants it so', async () => {
  const server = await start({ cacheSize: 0 });
  const ask = () => post(server, { query: QUERY });
  await ask();
  expect(await countStatements(store(), ask)).toBeGreaterThan(0);
});

test('who asks at once what another asks waits for his answer, and gets his own where the other goes away', async () => {
  const server = await start();
  const query = '{ departments { nodes { id name reports { id } } } }';
  const alone = await countStatements(store(), () => post(server, { query: query.replace('id name', 'name id') }));
  const together = await countStatements(store(), () => Promise.all([1, 2, 3].map(() => post(server, { query }))));
  expect(together).toBe(alone);
  const body = JSON.stringify({ query: `${query} # again` });
  const going = request(`${server.url}/graphql`, { method: 'POST', headers: JSON_TYPE }).on('error', () => undefined);
  going.end(body);
  const waiting = send(`${server.url}/graphql`, 'POST', JSON_TYPE, body);
  going.destroy();
  expect([(await waiting).status, (await waiting).text.includes('"errors"')]).toEqual([200, false]);
});

describe('the form of an answer', () => {
  test('is compressed as the client likes it, and the bytes are the same', async () => {
    const server = await start();
    const query = '{ metrics { key name nameEn definition unit } }';
    const forms = await Promise.all(
      ['identity', 'br', 'gzip;q=0.5, br;q=0.1', 'zstd'].map((accept) =>
        get(server, { query }, { 'accept-encoding': accept }),
      ),
    );
    expect(forms.map(({ headers }) => headers['content-encoding'])).toEqual([undefined, 'br', 'gzip', undefined]);
    const [plain, br, gzip] = forms as [Reply, Reply, Reply];
    expect(brotliDecompressSync(br.bytes).equals(plain.bytes)).toBe(true);
    expect(gunzipSync(gzip.bytes).equals(plain.bytes)).toBe(true);
    expect(br.bytes.length).toBeLessThan(plain.bytes.length / 2);
    expect(new Set(forms.map(({ headers }) => headers.etag)).size).toBe(3);
    const small = await get(server, { query: '{ __typename }' }, { 'accept-encoding': 'br' });
    expect(small.headers['content-encoding']).toBeUndefined();
  });

  test('is application/json, or graphql-response+json for who accepts that, whoever asked before', async () => {
    const server = await start();
    const types = ['*/*', 'application/graphql-response+json', 'application/json'].map(
      async (accept) => (await post(server, { query: QUERY }, { accept })).headers['content-type'],
    );
    expect(await Promise.all(types)).toEqual([
      'application/json; charset=utf-8',
      'application/graphql-response+json; charset=utf-8',
      'application/json; charset=utf-8',
    ]);
    expect((await post(server, { query: QUERY }, { accept: 'image/png' })).status).toBe(406);
  });
});

describe('GET', () => {
  test('tells who has the bytes that they are the same: 304', async () => {
    const server = await start();
    const { headers } = await get(server, { query: QUERY });
    const etag = headers.etag ?? '';
    expect(etag).toMatch(/^"[\w-]{43}"$/);
    for (const known of [etag, `"other", W/${etag}`, '*']) {
      const again = await get(server, { query: QUERY }, { 'if-none-match': known });
      expect([known, again.status, again.text, again.headers.etag]).toEqual([known, 304, '', etag]);
    }
    expect((await get(server, { query: QUERY }, { 'if-none-match': '"other"' })).status).toBe(200);
    const posted = await post(server, { query: QUERY }, { 'if-none-match': '*' });
    expect([posted.status, posted.headers.etag]).toEqual([200, undefined]);
    await importOne();
    expect((await get(server, { query: QUERY }, { 'if-none-match': etag })).status).toBe(200);
  });

  test('lets proxies keep for a day what comes from a named release, and ask for the rest', async () => {
    const server = await start();
    const newest = await get(server, { query: QUERY });
    const release = releaseOf(newest);
    const keeping = async (reply: Promise<Reply>) => (await reply).headers['cache-control'];
    expect(newest.headers['cache-control']).toBe('no-cache');
    expect(await keeping(get(server, { query: QUERY, release }))).toBe('public, max-age=86400');
    expect(await keeping(get(server, { query: QUERY }, { release }))).toBe('public, max-age=86400');
    expect(await keeping(get(server, { query: '{ comparison(id: "x") { id } }', release }))).toBe('no-cache');
    expect(await keeping(get(server, { query: '{ nonsense }', release }))).toBe('no-cache');
    expect(await keeping(post(server, { query: QUERY }, { release }))).toBe('no-cache');
    for (const name of ['accept', 'accept-encoding', 'release'])
      expect(newest.headers.vary?.split(', ')).toContain(name);
  });

  test('needs to be meant, also where the answer is there already', async () => {
    const server = await start();
    expect((await get(server, { query: QUERY })).status).toBe(200);
    const unmeant = await send(`${server.url}/graphql?${new URLSearchParams({ query: QUERY }).toString()}`, 'GET', {});
    expect([unmeant.status, unmeant.text]).toEqual([400, expect.stringContaining('CSRF')]);
  });

  test('takes persisted queries, which are made known by asking once with the text', async () => {
    const server = await start();
    const sha256Hash = createHash('sha256').update(QUERY).digest('hex');
    const extensions = JSON.stringify({ persistedQuery: { version: 1, sha256Hash } });
    expect((await get(server, { extensions })).text).toContain('PERSISTED_QUERY_NOT_FOUND');
    const taught = [await get(server, { query: QUERY, extensions }), await get(server, { query: QUERY, extensions })];
    const known = [await get(server, { extensions }), await get(server, { extensions })];
    expect(new Set([...taught, ...known].map(({ text }) => text)).size).toBe(1);
    // What teaches is done each time.
    expect(logged.map(({ repeated }) => repeated)).toEqual([undefined, undefined, undefined, undefined, true]);
  });
});

describe('bodies that few clients send', () => {
  const body = JSON.stringify({ query: '{ metrics { key } }' });
  test.each([
    ['compressed', { ...JSON_TYPE, 'content-encoding': 'gzip' }, gzipSync(body)],
    ['in UTF-16', { 'content-type': 'application/json; charset=utf-16le' }, Buffer.from(body, 'utf16le')],
    ['with a mark of UTF-8', JSON_TYPE, Buffer.from(`\ufeff${body}`)],
  ])('are read: %s', async (_what, headers, bytes) => {
    const { status, text } = await send(`${(await start()).url}/graphql`, 'POST', headers, bytes);
    expect([status, text]).toEqual([200, expect.stringContaining('"key":"EXPENDITURE"')]);
  });

  test.each([
    ['"text"', 400, 'expected a body of JSON, got: no object: "text"'],
    ['', 400, 'POST body missing'],
  ])('are refused: %s', async (text, status, message) => {
    const reply = await send(`${(await start()).url}/graphql`, 'POST', JSON_TYPE, text);
    const { errors } = JSON.parse(reply.text) as { errors: { message: string }[] };
    expect([reply.status, errors[0]?.message]).toEqual([status, expect.stringContaining(message)]);
  });

  test('of which more comes than a megabyte, though they did not say so, are refused', async () => {
    const reply = await send(
      `${(await start()).url}/graphql`,
      'POST',
      { ...JSON_TYPE, 'transfer-encoding': 'chunked' },
      Buffer.alloc(1_100_000, ' '),
    );
    expect([reply.status, reply.text]).toEqual([
      413,
      expect.stringContaining('expected a body of at most 1048576 bytes, got more'),
    ]);
  });
});

test('a question that something was imported under is answered anew', async () => {
  const server = await start({ store: interrupt(store(), 2, importOne) });
  const query = '{ departments { nodes { name reports { id title lineItems(first: 3) { nodes { amount } } } } } }';
  const reply = await post(server, { query });
  expect([reply.status, reply.text.includes('STORE_BUSY')]).toEqual([200, false]);
  expect(reply.text).toBe((await post(server, { query })).text);
});
