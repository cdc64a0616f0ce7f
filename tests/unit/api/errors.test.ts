import { makeApollo } from '../../../src/api/apollo.js';
import { makeContext } from '../../../src/api/context.js';
import type { Store } from '../../../src/store/store.js';
import { REFERENCE } from '../../support/reference.js';

const broken = {
  client: {
    $queryRaw: () => Promise.reject(new Error('connection to postgres://user:secret@host lost')),
  },
} as unknown as Store;

test('what is not expected is masked outside, and logged in full with the id of the request', async () => {
  const logged: Record<string, unknown>[] = [];
  const apollo = await makeApollo((entry) => logged.push(entry));
  const contextValue = makeContext({ store: broken, reference: REFERENCE }, 'request-1');
  const { body } = await apollo.executeOperation(
    { query: 'query Broken { fiscalYears { year } }', operationName: 'Broken' },
    { contextValue },
  );
  const answer = JSON.stringify(body);
  expect(answer).not.toContain('secret');
  expect(answer).toContain('INTERNAL_SERVER_ERROR');
  expect(answer).toContain('x-request-id');
  expect(logged).toEqual([
    {
      ...{ level: 'error', requestId: 'request-1', operation: 'Broken', path: ['fiscalYears'] },
      message: 'connection to postgres://user:secret@host lost',
      stack: expect.stringContaining('errors.test'),
    },
  ]);
});

test('what parsing, validation and coercion refuse stays as it is, and is not logged', async () => {
  const logged: unknown[] = [];
  const apollo = await makeApollo((entry) => logged.push(entry));
  const ask = async (query: string, variables = {}) => {
    const contextValue = makeContext({ store: broken, reference: REFERENCE });
    const { body } = await apollo.executeOperation({ query, variables }, { contextValue });
    const [error] = body.kind === 'single' ? (body.singleResult.errors ?? []) : [];
    return [error?.extensions?.['code'], error?.message];
  };
  expect(await ask('{ metrics { key }')).toEqual(['GRAPHQL_PARSE_FAILED', expect.stringContaining('Syntax Error')]);
  expect(await ask('{ metrics { nothing } }')).toEqual([
    'GRAPHQL_VALIDATION_FAILED',
    expect.stringContaining('nothing'),
  ]);
  expect(await ask('query ($first: Int) { reports(first: $first) { totalCount } }', { first: 'x' })).toEqual([
    'BAD_USER_INPUT',
    expect.stringContaining('"$first"'),
  ]);
  expect(await ask('{ lineItems(where: { amount: { gte: 1.5 } }) { totalCount } }')).toEqual([
    'BAD_USER_INPUT',
    expect.stringContaining('expected a decimal as a string'),
  ]);
  expect(logged).toEqual([]);
});
