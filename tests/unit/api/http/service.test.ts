import { connect } from 'node:net';
import { serverAudits } from 'graphql-http';
import { startServer } from '../../../../src/api/server.js';
import type { RunningServer } from '../../../../src/api/server.js';
import { saveReport } from '../../../../src/store/save-report.js';
import { logInto } from '../../../support/log-into.js';
import { makeReport } from '../../../support/make-report.js';
import { REFERENCE } from '../../../support/reference.js';
import { EMBEDDED, useTestStore } from '../../../support/test-stores.js';

afterAll(() => server.close());
const store = useTestStore(EMBEDDED, (own) => saveReport(own, makeReport(), REFERENCE));
const logged: Record<string, unknown>[] = [];
let server: RunningServer;
beforeAll(async () => {
  const origins = ['https://bi.example.org'];
  server = await startServer({
    store: store(),
    reference: REFERENCE,
    port: 0,
    origins,
    logger: logInto(logged, 'info'),
  });
});
beforeEach(() => void logged.splice(0));

const JSON_TYPE = { 'content-type': 'application/json' };
const call = (path: string, options: RequestInit = {}) => fetch(`${server.url}${path}`, options);
const post = (body: string, headers: Record<string, string> = JSON_TYPE) =>
  call('/graphql', { method: 'POST', headers, body });

interface Refusal {
  errors: { message: string; extensions: { code: string } }[];
}
const refusalOf = async (answer: Response): Promise<[number, string, string]> => {
  const { errors } = (await answer.json()) as Refusal;
  return [answer.status, errors[0]?.extensions.code ?? '', errors[0]?.message ?? ''];
};

/** What is sent before one can say anything in HTTP. */
function send(text: string): Promise<string> {
  const { hostname, port } = new URL(server.url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(text));
    let answer = '';
    socket.on('data', (chunk) => (answer += chunk.toString()));
    socket.once('end', () => resolve(answer));
    socket.once('error', reject);
  });
}

describe('what can not be read is refused in the shape of all errors', () => {
  test('a body that is no JSON', async () => {
    expect(await refusalOf(await post('{"query": '))).toEqual([
      400,
      'BAD_USER_INPUT',
      expect.stringMatching(/^expected a body of JSON, got: /),
    ]);
  });

  test('a body of more than a megabyte, with both sizes', async () => {
    const body = JSON.stringify({ query: '{ metrics { key } }', variables: { text: 'x'.repeat(1_048_576) } });
    const message = `expected a body of at most 1048576 bytes, got ${body.length}`;
    expect(await refusalOf(await post(body))).toEqual([413, 'TOO_LARGE', message]);
  });

  test.each([
    [{ 'content-type': 'text/plain' }, 400],
    [{ 'content-type': 'application/x-www-form-urlencoded' }, 400],
    [{ ...JSON_TYPE, 'content-encoding': 'snappy' }, 415],
  ])('a body with %j', async (headers, status) => {
    const answer = await post('{"query":"{ metrics { key } }"}', headers as Record<string, string>);
    expect(await refusalOf(answer)).toEqual([status, expect.stringMatching(/^BAD_/), expect.any(String)]);
  });

  test.each([
    ['/%', 404, 'NOT_FOUND'],
    ['/export/%E0%A4%A', 400, 'BAD_USER_INPUT'],
    ['/export/nothing.csv', 404, 'NOT_FOUND'],
    ['/playground/nothing.js', 404, 'NOT_FOUND'],
    ['/playground/../../package.json', 404, 'NOT_FOUND'],
    ['/playground/%2e%2e%2f%2e%2e%2fpackage.json', 404, 'NOT_FOUND'],
  ])('GET %s: %i %s', async (path, status, code) => {
    expect((await refusalOf(await call(path))).slice(0, 2)).toEqual([status, code]);
  });

  test.each([
    '/graphql/',
    '/graphql/x',
    '/GRAPHQL',
    '/export/line-items.csv/',
    '/Export/line-items.csv',
    '/healthz/',
    '/Readyz',
    '/Playground/',
    '/playground/examples.json/',
    '/playground/main.js/',
    '/reports/',
    '/boards/three-official/',
  ])('an address with a slash more, or in other letters, is none: %s', async (path) => {
    const headers = { 'apollo-require-preflight': 'yes' };
    const answer = await call(`${path}?query=${encodeURIComponent('{ metrics { key } }')}`, { headers });
    expect(await refusalOf(answer)).toEqual([404, 'NOT_FOUND', expect.stringMatching(new RegExp(`, got ${path}$`))]);
  });

  test('methods that nothing answers', async () => {
    expect((await refusalOf(await call('/graphql', { method: 'PUT', headers: JSON_TYPE })))[0]).toBe(405);
    const message = expect.stringMatching(/, got POST \/healthz$/);
    expect(await refusalOf(await call('/healthz', { method: 'POST' }))).toEqual([404, 'NOT_FOUND', message]);
  });

  test('what is no HTTP gets an answer without a word of ours', async () => {
    expect(await send('nonsense\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
  });
});

test('the playground is at /playground and /playground/', async () => {
  const pages = await Promise.all(['/playground', '/playground/', '/playground?example=x'].map((path) => call(path)));
  expect(pages.map(({ status }) => status)).toEqual([200, 200, 200]);
  for (const page of pages) expect(await page.text()).toContain('/playground/main.js');
});

const HTML = { accept: 'text/html' };

test('every view of the page is the page, for browsers', async () => {
  const views = ['/', '/reports', '/reports/a.b', '/boards', '/boards/x', '/take-away', '/comparisons/x'];
  const pages = await Promise.all(views.map(async (path) => (await call(path, { headers: HTML })).text()));
  expect(new Set(pages).size).toBe(1);
  expect(pages[0]).toMatch(/<script type="module"[^>]* src="\/assets\/[\w-]+\.js">/);
});

test('a program is told where things are, and that views are none of them', async () => {
  expect(await (await call('/')).json()).toMatchObject({ graphql: 'POST /graphql' });
  expect((await refusalOf(await call('/reports'))).slice(0, 2)).toEqual([404, 'NOT_FOUND']);
});

test('files of the page are compressed as the browser can take them, and kept for good: their names change with them', async () => {
  const page = await (await call('/', { headers: HTML })).text();
  const [, script = ''] = /src="(\/assets\/[\w-]+\.js)"/.exec(page) ?? [];
  for (const [taken, sent] of [
    ['br', 'br'],
    ['gzip', 'gzip'],
    ['identity', null],
  ] as const) {
    const answer = await call(script, { headers: { 'accept-encoding': taken } });
    await answer.arrayBuffer();
    expect([taken, answer.headers.get('content-encoding')]).toEqual([taken, sent]);
    expect(answer.headers.get('vary')).toMatch(/accept-encoding/i);
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  }
});

test('styles may stand in the playground, whose editor writes them, and nowhere else', async () => {
  const policyOf = async (path: string) => (await call(path, { headers: HTML })).headers.get('content-security-policy');
  expect(await policyOf('/')).toContain("style-src 'self';");
  expect(await policyOf('/graphql')).toContain("style-src 'self' 'unsafe-inline';");
  expect(await policyOf('/playground')).toContain("style-src 'self' 'unsafe-inline';");
});

test('browsers are told to run scripts from here alone, and to show no page of ours in a frame', async () => {
  const { headers } = await call('/', { headers: { accept: 'text/html' } });
  const policy = headers.get('content-security-policy') ?? '';
  expect(policy).toContain("script-src 'self';");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toMatch(/https?:|unsafe-eval|upgrade-insecure/);
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('referrer-policy')).toBe('no-referrer');
  expect([headers.get('x-powered-by'), headers.get('strict-transport-security')]).toEqual([null, null]);
});

test('nobody takes an old answer or file for a new one: who kept it asks whether it is the same', async () => {
  const answer = await call('/playground/main.js');
  await answer.text();
  expect(answer.headers.get('cache-control')).toBe('no-cache');
  const kept = { 'if-none-match': answer.headers.get('etag') ?? '', 'cache-control': 'max-age=0' };
  const again = await call('/playground/main.js', { headers: kept });
  expect(again.status).toBe(304);
  for (const path of ['/graphql?query={__typename}', '/export/line-items.csv'])
    expect((await call(path, { method: 'HEAD' })).headers.get('vary')).toMatch(/\brelease\b/i);
  for (const path of ['/', '/readyz']) expect((await call(path)).headers.get('cache-control')).toBe('no-cache');
  const exported = await call('/export/line-items.csv');
  await exported.text();
  expect(exported.headers.get('cache-control')).toBe('no-store');
});

describe('pages of other sites', () => {
  const ask = (origin: string) => post('{"query":"{ release { id } }"}', { ...JSON_TYPE, origin });

  test('that the operator named may read answers and what stands in their headers', async () => {
    const { headers } = await ask('https://bi.example.org');
    expect(headers.get('access-control-allow-origin')).toBe('https://bi.example.org');
    expect(headers.get('access-control-expose-headers')).toContain('x-request-id');
    expect(headers.get('access-control-allow-credentials')).toBeNull();
    const preflight = await call('/graphql', {
      method: 'OPTIONS',
      headers: {
        origin: 'https://bi.example.org',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type,release',
      },
    });
    expect([preflight.status, preflight.headers.get('access-control-max-age')]).toEqual([204, '86400']);
    expect(preflight.headers.get('access-control-allow-headers')).toBe('content-type,release');
  });

  test('that nobody named may not', async () => {
    expect((await ask('https://evil.example.org')).headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('the log', () => {
  const QUESTION = 'query Years($years: [Int!]) { reports(where: { year: { in: $years } }) { totalCount } }';

  test('has a line for each request, with the name of the question and not what was asked', async () => {
    const variables = { years: [2019] };
    const answer = await post(JSON.stringify({ query: QUESTION, variables, operationName: 'Years' }), {
      ...JSON_TYPE,
      'x-request-id': 'from-the-proxy:1',
    });
    const body = await answer.text();
    expect(answer.headers.get('x-request-id')).toBe('from-the-proxy:1');
    expect(logged).toEqual([
      {
        level: 30,
        requestId: 'from-the-proxy:1',
        method: 'POST',
        path: '/graphql',
        status: 200,
        milliseconds: expect.any(Number),
        bytes: expect.any(Number),
        remote: expect.stringContaining('127.0.0.1'),
        operation: 'Years',
      },
    ]);
    expect(logged[0]?.['bytes']).toBeGreaterThan(body.length);
  });

  test('never has what stands behind the question mark', async () => {
    await call(`/graphql?query=${encodeURIComponent('{ release { id } }')}&secret=1`);
    expect(JSON.stringify(logged)).toContain('"path":"/graphql"');
    expect(JSON.stringify(logged)).not.toContain('secret');
  });

  test('takes no id from a caller that is not plain', async () => {
    const { headers } = await call('/', { headers: { 'x-request-id': 'a b' } });
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('says nothing of those who look whether the server lives', async () => {
    await call('/healthz');
    await call('/readyz');
    expect(logged).toEqual([]);
  });
});

const NO_SIMPLE_GET = 'a GET that any page can make needs a header that shows that it is meant: CSRF prevention';
const SAYS_400 = 'what is refused whole answers 400 whatever the client accepts: proxies and logs see that it failed';

/** What GraphQL over HTTP leaves open or recommends, and we do otherwise: `level id` and why. */
const OTHERWISE: Readonly<Record<string, string>> = {
  'notice 5A70': NO_SIMPLE_GET,
  'notice 6A70': NO_SIMPLE_GET,
  'notice D6D5': NO_SIMPLE_GET,
  'warn 572B': SAYS_400,
  'warn 7B9B': SAYS_400,
  'warn FDE2': SAYS_400,
};

test('GraphQL over HTTP: nothing required is missing, and what is recommended is done or has its reason', async () => {
  const results = await Promise.all(
    serverAudits({ url: `${server.url}/graphql`, fetchFn: fetch }).map((audit) => audit.fn()),
  );
  expect(results).toHaveLength(60);
  const otherwise = results.filter(({ status }) => status !== 'ok').map(({ status, id }) => `${status} ${id}`);
  expect(otherwise.sort()).toEqual(Object.keys(OTHERWISE).sort());
});
