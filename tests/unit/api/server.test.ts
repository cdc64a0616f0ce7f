import { EXAMPLES } from '../../../src/api/examples/examples.js';
import { startServer } from '../../../src/api/server.js';
import type { RunningServer } from '../../../src/api/server.js';
import { FOUR_REPORTS } from '../../support/fillings.js';
import { logInto } from '../../support/log-into.js';
import { REFERENCE } from '../../support/reference.js';
import { EMBEDDED, useTestStore } from '../../support/test-stores.js';

afterAll(() => server.close());
const store = useTestStore(EMBEDDED, FOUR_REPORTS);
const logged: Record<string, unknown>[] = [];
let server: RunningServer;
beforeAll(async () => {
  server = await startServer({ store: store(), reference: REFERENCE, port: 0, logger: logInto(logged) });
});

const post = (body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
interface Body {
  data?: Record<string, unknown> | null;
  errors?: { message: string; extensions: { code: string } }[];
  extensions?: { release: string; hints?: string[] };
}
const askFor = async (query: string, variables = {}) => (await (await post({ query, variables })).json()) as Body;

test('every answer names its release, errors too', async () => {
  const { data, extensions } = await askFor('{ release { id } districts { code } }');
  expect(extensions?.release).toBe((data?.['release'] as { id: string }).id);
  const refused = await askFor('{ lineItems(first: 501) { totalCount } }');
  expect(refused.extensions?.release).toBe(extensions?.release);
  expect(refused.errors?.[0]).toMatchObject({
    message: 'expected first between 0 and 500, got 501',
    extensions: { code: 'BAD_USER_INPUT' },
  });
});

test('a request that names a release is answered from it, or refused', async () => {
  const query = '{ districts { code } }';
  const { extensions } = await askFor(query);
  const pinned = await post({ query }, { release: extensions!.release });
  expect(pinned.status).toBe(200);
  const refused = await post({ query }, { release: 'another' });
  expect(refused.status).toBe(400);
  expect(((await refused.json()) as Body).errors?.[0]).toEqual({
    message: 'expected a release that is kept, got another',
    extensions: { code: 'BAD_USER_INPUT' },
  });
  const byGet = await fetch(`${server.url}/graphql?query=${encodeURIComponent(query)}&release=another`, {
    headers: { 'apollo-require-preflight': 'yes' },
  });
  expect(byGet.status).toBe(400);
});

test('GET answers a query too; a browser gets the playground', async () => {
  const answer = await fetch(`${server.url}/graphql?query=${encodeURIComponent('{ metrics { key } }')}`, {
    headers: { 'apollo-require-preflight': 'yes' },
  });
  expect(((await answer.json()) as Body).data?.['metrics']).toHaveLength(39);
  const page = await fetch(`${server.url}/graphql`, { headers: { accept: 'text/html,*/*;q=0.8' } });
  expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  expect(await page.text()).toContain('/playground/main.js');
  expect(await (await fetch(`${server.url}/playground/main.js`)).text()).toContain('graphql');
});

test('a form of another site cannot ask: CSRF prevention', async () => {
  const answer = await fetch(`${server.url}/graphql?query=${encodeURIComponent('{ metrics { key } }')}`);
  expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining('CSRF')]);
});

test('the root says where things are, healthz that it lives, other paths that nothing is there', async () => {
  expect(await (await fetch(server.url)).json()).toMatchObject({ graphql: 'POST /graphql' });
  expect(await (await fetch(`${server.url}/healthz`)).json()).toEqual({ status: 'ok' });
  expect(await (await fetch(`${server.url}/readyz`)).json()).toEqual({ status: 'ready' });
  const nowhere = await fetch(`${server.url}/nowhere`);
  const message = 'expected /, /graphql, /export/line-items.csv, /healthz or /readyz, got /nowhere';
  expect([nowhere.status, await nowhere.json()]).toEqual([
    404,
    { errors: [{ message, extensions: { code: 'NOT_FOUND' } }] },
  ]);
});

test('examples are served, and each runs without an error that it is not meant to show', async () => {
  const examples = (await (await fetch(`${server.url}/playground/examples.json`)).json()) as typeof EXAMPLES;
  expect(examples).toEqual(EXAMPLES);
  for (const { title, query, variables, errorCodes = [] } of examples) {
    expect(query).toMatch(/^# [^\n]*[\u4e00-\u9fff][^\n]*\n# [A-Z]/);
    const { errors = [] } = await askFor(query, variables);
    expect([title, errors.map(({ extensions }) => extensions.code)]).toEqual([title, errorCodes]);
  }
});

test('a port in use is a clear error', async () => {
  const port = Number(new URL(server.url).port);
  await expect(startServer({ store: store(), reference: REFERENCE, port })).rejects.toMatchObject({
    code: 'PORT_BUSY',
    message: `expected port ${port} to be free, got one that is in use`,
  });
});

test('one refused root field leaves the others standing', async () => {
  const { data, errors } = await askFor(
    '{ compare(input: { metrics: [{ key: EXPENDITURE, account: { classification: FUNCTIONAL, code: "201" } }] }) { id } metrics { key } }',
  );
  expect(errors?.map(({ message, extensions }) => [message, extensions.code])).toEqual([
    ['expected exactly one of key and account, got both', 'BAD_USER_INPUT'],
  ]);
  expect(data).toMatchObject({ compare: null, metrics: expect.any(Array) });
});

test.each([
  ['{ metrics: [{}] }', 'expected exactly one of key and account, got none'],
  [
    '{ metrics: [{ account: { classification: BALANCE, code: "1" } }] }',
    'expected an account that has a code (FUNCTIONAL or ECONOMIC), got BALANCE',
  ],
  ['{ metrics: [], districts: [], departments: [] }', 'expected districts or departments, got both'],
  ['{ metrics: [], normalise: REAL_TERMS }', 'expected baseYear with normalise: REAL_TERMS, got none'],
  [
    '{ metrics: [], baseline: {} }',
    'expected baseline: at least one of district, department, average, year, previousYear, stages, edition, got none',
  ],
  [
    '{ metrics: [], baseline: { year: 2019, previousYear: true } }',
    'expected baseline: year or previousYear, got both',
  ],
])('compare(input: %s) is refused: %s', async (input, message) => {
  const { errors } = await askFor(`{ compare(input: ${input}) { id } }`);
  expect(errors?.map((error) => [error.message, error.extensions.code])).toEqual([[message, 'BAD_USER_INPUT']]);
});

test('a comparison of more than 20,000 cells is refused with the count', async () => {
  const years = Array.from({ length: 2_600 }, (_, index) => index);
  const query =
    'query ($years: [Int!]) { compare(input: { metrics: [{ key: EXPENDITURE }, { key: REVENUE }], years: $years }) { id } }';
  const { errors } = await askFor(query, { years });
  expect(errors?.[0]?.message).toBe('expected a comparison of at most 20000 cells, got 20800');
});

test('an unknown district is left out, and a hint says so', async () => {
  const query =
    '{ compare(input: { metrics: [{ key: EXPENDITURE }], districts: ["999999"], years: [2019] }) { cells { value } verdict } }';
  const { data, extensions } = await askFor(query);
  expect(data?.['compare']).toEqual({ cells: [], verdict: 'NOT_COMPARABLE' });
  expect(extensions?.hints).toEqual(['no division has the code "999999"']);
});

test('a district of which nothing is here has no cells unless a year is asked for, and a hint says so', async () => {
  const ask = (years: string) =>
    askFor(
      `{ compare(input: { metrics: [{ key: EXPENDITURE }], districts: ["110101"] ${years} }) { cells { missing } } }`,
    );
  const open = await ask('');
  expect(open.data?.['compare']).toEqual({ cells: [] });
  expect(open.extensions?.hints).toEqual(['no report of 110101 东城区 is here']);
  const dated = await ask('years: [2019]');
  expect(dated.data?.['compare']).toEqual({ cells: [{ missing: 'NOT_COVERED' }] });
});

test('an empty list matches nothing', async () => {
  const { data } = await askFor(
    '{ compare(input: { metrics: [{ key: EXPENDITURE }], districts: [] }) { cells { value } } }',
  );
  expect(data?.['compare']).toEqual({ cells: [] });
});

test('the same question has the same id, whichever defaults are spelled out', async () => {
  const ids = ['', ', normalise: NONE', ', unit: WAN_YUAN, of: DISTRICT, stages: null'].map(async (more) => {
    const { data } = await askFor(
      `{ compare(input: { metrics: [{ key: EXPENDITURE }], years: [2019]${more} }) { id } }`,
    );
    return (data?.['compare'] as { id: string }).id;
  });
  expect(new Set(await Promise.all(ids)).size).toBe(1);
});

test('a cursor that is none is refused', async () => {
  const { errors } = await askFor('{ departments(first: 1, after: "not a cursor") { nodes { id } } }');
  expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  expect(logged).toEqual([]);
});

test('closing lets what is under way finish, and does not wait for idle connections', async () => {
  const own = await startServer({ store: store(), reference: REFERENCE, port: 0, cacheSize: 0 });
  const ask = () =>
    fetch(`${own.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ reports { nodes { lineItems { nodes { account { name } } } } } }' }),
    });
  await (await ask()).text();
  const reached = new Promise<string>((resolve) => store().listeners.add(resolve));
  const underWay = ask();
  await reached;
  const started = performance.now();
  await own.close();
  expect(performance.now() - started).toBeLessThan(5_000);
  const answer = await underWay;
  expect([answer.status, (await answer.text()).startsWith('{"data":{"reports"')]).toEqual([200, true]);
  await expect(ask()).rejects.toThrow();
});
