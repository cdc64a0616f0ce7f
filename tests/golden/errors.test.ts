import { API_CODES } from '../../src/api/errors.js';
import { startServer } from '../../src/api/server.js';
import type { RunningServer } from '../../src/api/server.js';
import { ERROR_CODES } from '../../src/domain/app-error.js';
import { saveReport } from '../../src/store/save-report.js';
import { makeReports } from '../support/make-report.js';
import { logInto } from '../support/log-into.js';
import { REFERENCE } from '../support/reference.js';
import { EMBEDDED, useTestStore } from '../support/test-stores.js';

afterAll(() => server.close());
const store = useTestStore(EMBEDDED, async (own) => {
  for (const report of makeReports(2, [2019])) await saveReport(own, report, REFERENCE);
});
const logged: Record<string, unknown>[] = [];
let server: RunningServer;
beforeAll(async () => {
  server = await startServer({ store: store(), reference: REFERENCE, port: 0, logger: logInto(logged) });
});

interface ErrorBody {
  readonly message: string;
  readonly locations?: unknown;
  readonly path?: readonly (string | number)[];
  readonly extensions: { readonly code: string };
}
interface Reply {
  readonly status: number;
  readonly data: Record<string, unknown> | null | undefined;
  readonly errors: readonly ErrorBody[];
}

const JSON_TYPE = { 'content-type': 'application/json' };
const SHAPE = new Set(['message', 'locations', 'path', 'extensions']);
const CODES: readonly string[] = [...ERROR_CODES, ...API_CODES];

/** Sends a request, and sees that every error has the one shape and a code of the list. */
async function send(init: RequestInit, search = ''): Promise<Reply> {
  const response = await fetch(`${server.url}/graphql${search}`, init);
  const { data, errors = [] } = (await response.json()) as { data?: Reply['data']; errors?: ErrorBody[] };
  for (const error of errors) {
    expect(Object.keys(error).filter((key) => !SHAPE.has(key))).toEqual([]);
    expect(CODES).toContain(error.extensions.code);
  }
  return { status: response.status, data, errors };
}

const post = (body: unknown): Promise<Reply> =>
  send({ method: 'POST', headers: JSON_TYPE, body: typeof body === 'string' ? body : JSON.stringify(body) });
const summarise = ({ status, errors }: Reply) => [status, errors[0]?.extensions.code, errors[0]?.message];

test.each([
  ['{ metrics { key }', 400, 'GRAPHQL_PARSE_FAILED', 'Syntax Error: Expected Name, found <EOF>.'],
  [
    '{ metrics { nam } }',
    400,
    'GRAPHQL_VALIDATION_FAILED',
    'Cannot query field "nam" on type "Metric". Did you mean "name"?',
  ],
  [
    '{ reports(frist: 1) { totalCount } }',
    400,
    'GRAPHQL_VALIDATION_FAILED',
    'Unknown argument "frist" on field "Query.reports". Did you mean "first"?',
  ],
  [
    '{ reports(first: "1") { totalCount } }',
    400,
    'GRAPHQL_VALIDATION_FAILED',
    'Int cannot represent non-integer value: "1"',
  ],
  [
    '{ lineItems(where: { stage: [OUTTURNS] }) { totalCount } }',
    400,
    'GRAPHQL_VALIDATION_FAILED',
    'Value "OUTTURNS" does not exist in "Stage" enum. Did you mean the enum value "OUTTURN"?',
  ],
  [
    '{ lineItems(where: { stage: ["OUTTURN"] }) { totalCount } }',
    400,
    'GRAPHQL_VALIDATION_FAILED',
    'Enum "Stage" cannot represent non-enum value: "OUTTURN". Did you mean the enum value "OUTTURN"?',
  ],
  [
    '{ metrics }',
    400,
    'GRAPHQL_VALIDATION_FAILED',
    'Field "metrics" of type "[Metric!]!" must have a selection of subfields. Did you mean "metrics { ... }"?',
  ],
  [
    '{ lineItems(where: { amount: { gte: "1,316.18" } }) { totalCount } }',
    400,
    'BAD_USER_INPUT',
    'expected a decimal as a string ("1316.18") or an integer, got "1,316.18"',
  ],
  [
    '{ lineItems(where: { amount: { gte: 1.5 } }) { totalCount } }',
    400,
    'BAD_USER_INPUT',
    'expected a decimal as a string ("1316.18") or an integer, got 1.5',
  ],
  ['{ reports(first: 501) { totalCount } }', 400, 'BAD_USER_INPUT', 'expected first between 0 and 500, got 501'],
  ['{ reports(first: -1) { totalCount } }', 400, 'BAD_USER_INPUT', 'expected first between 0 and 500, got -1'],
  [
    '{ compare(input: { metrics: [{ key: REVENUE }], years: [20190] }) { id } }',
    200,
    'BAD_USER_INPUT',
    'expected years between 0 and 9999, got 20190',
  ],
  [
    'mutation { importReport { id } }',
    400,
    'BAD_USER_INPUT',
    'expected a query, got a mutation: nothing can be changed through the API',
  ],
  [
    'subscription { releases { id } }',
    400,
    'BAD_USER_INPUT',
    'expected a query, got a subscription: nothing can be changed through the API',
  ],
  [
    '{ departments(first: 500) { nodes { reports { lineItems(first: 500) { nodes { account { name } } } } } } }',
    400,
    'TOO_COSTLY',
    'expected at most 200000 objects in an answer, got 5010501',
  ],
  [
    'query A { metrics { key } } query B { metrics { name } }',
    400,
    'OPERATION_RESOLUTION_FAILURE',
    'Must provide operation name if query contains multiple operations.',
  ],
])('%s is answered with status %i, %s: %s', async (query, status, code, message) => {
  expect(summarise(await post({ query }))).toEqual([status, code, message]);
});

test.each([
  ['Int', 'reports(first: $own)', '"x"', '', 'Int cannot represent non-integer value: "x"'],
  ['Int', 'reports(first: $own)', '1.5', '', 'Int cannot represent non-integer value: 1.5'],
  [
    'Int',
    'reports(first: $own)',
    '1000000000000',
    '',
    'Int cannot represent non 32-bit signed integer value: 1000000000000',
  ],
  [
    'LineItemFilter',
    'lineItems(where: $own)',
    '{"amount":{"gte":"1,316.18"}}',
    ' at "own.amount.gte"',
    'expected a decimal as a string ("1316.18") or an integer, got "1,316.18"',
  ],
  [
    'LineItemFilter',
    'lineItems(where: $own)',
    '{"stage":["OUTTURNS"]}',
    ' at "own.stage[0]"',
    'Value "OUTTURNS" does not exist in "Stage" enum. Did you mean the enum value "OUTTURN"?',
  ],
  [
    'ReportFilter',
    'reports(where: $own)',
    '{"years":{"eq":2019}}',
    '',
    'Field "years" is not defined by type "ReportFilter". Did you mean "year"?',
  ],
])('a variable of type %s that %s can not take is named: %s', async (type, field, value, place, expected) => {
  const reply = await post(
    `{"query":${JSON.stringify(`query ($own: ${type}) { ${field} { totalCount } }`)},"variables":{"own":${value}}}`,
  );
  const [status, code, message] = summarise(reply);
  expect([status, code]).toEqual([400, 'BAD_USER_INPUT']);
  expect(message).toMatch(/^Variable "\$own" got invalid value /);
  expect(message).toContain(`${place}; ${expected}`);
  expect(reply.data).toBeUndefined();
});

test('a variable that has to be there is asked for by its name', async () => {
  const query = 'query ($id: ID!) { report(id: $id) { title } }';
  const expected = [400, 'BAD_USER_INPUT', 'Variable "$id" of required type "ID!" was not provided.'];
  expect(summarise(await post({ query }))).toEqual(expected);
  expect(summarise(await post({ query, variables: {} }))).toEqual(expected);
});

test('a refused field that may be null leaves the others standing, with status 200', async () => {
  const { status, data, errors } = await post({
    query: '{ compare(input: { metrics: [{}] }) { id } metrics { key } }',
  });
  expect([status, data?.['compare'], (data?.['metrics'] as unknown[]).length > 0]).toEqual([200, null, true]);
  expect(errors).toMatchObject([
    {
      message: 'expected exactly one of key and account, got none',
      locations: [{ line: 1, column: 3 }],
      path: ['compare'],
      extensions: { code: 'BAD_USER_INPUT' },
    },
  ]);
});

test('what is no GraphQL request is a BAD_REQUEST', async () => {
  expect(summarise(await post({}))).toEqual([400, 'BAD_REQUEST', expect.stringContaining('POST body missing')]);
  expect(summarise(await post({ query: '' }))).toEqual([400, 'BAD_REQUEST', expect.stringContaining('non-empty')]);
  expect(summarise(await post({ query: 1 }))).toEqual([400, 'BAD_REQUEST', expect.stringContaining('strings')]);
  expect(summarise(await post([{ query: '{ metrics { key } }' }]))).toEqual([
    400,
    'BAD_REQUEST',
    'Operation batching disabled.',
  ]);
  const query = encodeURIComponent('{ metrics { key } }');
  const preflight = { 'apollo-require-preflight': 'yes' };
  expect(summarise(await send({}, `?query=${query}`))).toEqual([400, 'BAD_REQUEST', expect.stringContaining('CSRF')]);
  expect(summarise(await send({ headers: preflight }, `?query=${query}&query=${query}`))).toEqual([
    400,
    'BAD_REQUEST',
    "The 'query' search parameter may only be specified once.",
  ]);
  expect(summarise(await send({ method: 'PUT', headers: JSON_TYPE, body: '{"query":"{ metrics { key } }"}' }))).toEqual(
    [405, 'BAD_REQUEST', 'Apollo Server supports only GET/POST requests.'],
  );
});

test('a mutation is not had by GET either', async () => {
  const search = `?query=${encodeURIComponent('mutation { importReport { id } }')}`;
  const reply = await send({ headers: { 'apollo-require-preflight': 'yes' } }, search);
  expect(summarise(reply)).toEqual([400, 'BAD_USER_INPUT', expect.stringContaining('got a mutation')]);
});

test('a persisted query that is not known is asked for with its text, as clients expect: status 200', async () => {
  const sha256Hash = '0'.repeat(64);
  expect(summarise(await post({ extensions: { persistedQuery: { version: 1, sha256Hash } } }))).toEqual([
    200,
    'PERSISTED_QUERY_NOT_FOUND',
    'PersistedQueryNotFound',
  ]);
});

test('every answer says what it was expected to hold', async () => {
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: JSON_TYPE,
    body: JSON.stringify({ query: '{ reports(first: 2) { totalCount nodes { title kind } } }' }),
  });
  const { extensions } = (await response.json()) as { extensions: Record<string, unknown> };
  expect(extensions).toEqual({ release: expect.any(String), cost: { objects: 1 + 2, values: 2 * 2 } });
});

test('what a question costs does not depend on who asked it before: refused variables cost nothing, good ones the same each time', async () => {
  const costOf = async (variables: Record<string, unknown>): Promise<unknown> => {
    const query = 'query ($id: ID!) { report(id: $id) { title department { name } } }';
    const response = await fetch(`${server.url}/graphql`, {
      ...{ method: 'POST', headers: JSON_TYPE },
      body: JSON.stringify({ query, variables }),
    });
    return ((await response.json()) as { extensions: { cost: unknown } }).extensions.cost;
  };
  const [nothing, whole] = [
    { objects: 0, values: 0 },
    { objects: 2, values: 2 },
  ];
  const given = [{ id: {} }, { id: 'a' }, {}, { id: 'b' }, { id: {} }, { id: 'a', asked: 1 }];
  const costs = [];
  for (const variables of given) costs.push(await costOf(variables));
  expect(costs).toEqual([nothing, whole, nothing, whole, nothing, whole]);
});

test('a question that costs too much is refused, whoever asked it before with variables that leave most of it out', async () => {
  const askWith = async (name: string, id: string | null): Promise<readonly unknown[]> => {
    const rows = 'lineItems(first: 500) { nodes { report { lineItems(first: 500) { nodes { id label amount } } } } }';
    const query = `query ${name}($id: ID = "x") { release { id } report(id: $id) { ${rows} } }`;
    const response = await fetch(`${server.url}/graphql`, {
      ...{ method: 'POST', headers: JSON_TYPE },
      body: JSON.stringify({ query, variables: { id } }),
    });
    const { errors, extensions } = (await response.json()) as { errors: ErrorBody[]; extensions: { cost: unknown } };
    return [errors.map((own) => own.extensions.code), extensions.cost];
  };
  const [refused, leftOut] = [await askWith('First', 'a'), await askWith('Second', null)];
  expect(refused[0]).toEqual(['TOO_COSTLY']);
  expect(leftOut[0]).toEqual(['BAD_USER_INPUT']);
  expect([await askWith('Second', 'a'), await askWith('Second', null), await askWith('First', null)]).toEqual([
    ...[refused, leftOut, leftOut],
  ]);
});

test('none of these is the fault of this side: nothing was logged', () => {
  expect(logged).toEqual([]);
});
