import { makeApollo } from '../../../src/api/apollo.js';
import { makeContext } from '../../../src/api/context.js';
import { AppError } from '../../../src/domain/app-error.js';
import type { ErrorCode } from '../../../src/domain/app-error.js';
import type { Store } from '../../../src/store/store.js';
import { logInto } from '../../support/log-into.js';
import { REFERENCE } from '../../support/reference.js';

interface Answer {
  readonly status: number | undefined;
  readonly data: unknown;
  readonly error: { message: string; path?: unknown; extensions?: Record<string, unknown> } | undefined;
  readonly logged: readonly Record<string, unknown>[];
}

/** Asks a store of which every statement fails with `error`. */
async function askBroken(error: Error, query: string): Promise<Answer> {
  const store = {
    client: { $queryRaw: () => Promise.reject(error) },
    writes: { pending: 0, done: 0 },
  } as unknown as Store;
  const logged: Record<string, unknown>[] = [];
  const apollo = await makeApollo(logInto(logged));
  const contextValue = makeContext({ store, reference: REFERENCE }, 'request-1');
  const { body, http } = await apollo.executeOperation({ query, operationName: 'Broken' }, { contextValue });
  if (body.kind !== 'single') throw new Error('expected one answer');
  const { data, errors } = JSON.parse(JSON.stringify(body.singleResult)) as {
    data: unknown;
    errors?: [Answer['error']];
  };
  return { status: http.status, data, error: errors?.[0], logged };
}

const YEARS = 'query Broken { fiscalYears { year } }';

test('what is not expected is masked outside, and logged in full with the id of the request', async () => {
  const { status, error, logged } = await askBroken(new Error('connection to postgres://user:secret@host lost'), YEARS);
  expect(JSON.stringify(error)).not.toContain('secret');
  expect([status, error]).toEqual([
    500,
    {
      message: expect.stringContaining('x-request-id'),
      locations: [{ line: 1, column: 16 }],
      path: ['fiscalYears'],
      extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: 'request-1' },
    },
  ]);
  expect(logged).toEqual([
    {
      ...{ level: 50, requestId: 'request-1', operation: 'Broken', path: ['fiscalYears'] },
      msg: 'connection to postgres://user:secret@host lost',
      stack: expect.stringContaining('errors.test'),
    },
  ]);
});

test.each([
  ['BAD_USER_INPUT', 400],
  ['TOO_COSTLY', 400],
  ['NOT_FOUND', 404],
] as const)('%s of a request that fails whole is status %i, with what a program can read', async (code, status) => {
  const answer = await askBroken(new AppError(code, 'expected this, got that', { limit: 1 }), YEARS);
  expect(answer).toMatchObject({
    ...{ status, data: null, logged: [] },
    error: { message: 'expected this, got that', extensions: { code, limit: 1 } },
  });
});

test.each<[ErrorCode, number]>([
  ['TIMEOUT', 504],
  ['TOO_BUSY', 503],
  ['STORE_BUSY', 503],
  ['STORE_UNAVAILABLE', 503],
])('%s is the fault of this side: status %i, logged, and the operator keeps the context', async (code, status) => {
  const answer = await askBroken(new AppError(code, 'expected this, got that', { folder: '/srv' }), YEARS);
  expect(answer.error?.extensions).toEqual({ code, requestId: 'request-1' });
  expect([answer.status, answer.error?.message]).toEqual([status, 'expected this, got that']);
  expect(answer.logged).toMatchObject([{ requestId: 'request-1', msg: 'expected this, got that' }]);
});

test('where other fields have an answer, the status is not that of the field that failed', async () => {
  const { status, data, error } = await askBroken(
    new AppError('TIMEOUT', 'expected an answer within 1 s, got none'),
    'query Broken { release { id } metrics { key } }',
  );
  expect(status).not.toBe(504);
  expect(data).toMatchObject({ release: null, metrics: expect.any(Array) });
  expect(error).toMatchObject({ path: ['release'], extensions: { code: 'TIMEOUT' } });
});

test('what fails many fields at once is logged once', async () => {
  const fields = Array.from({ length: 20 }, (_, index) => `a${index}: release { id }`).join(' ');
  const { logged } = await askBroken(new Error('lost'), `query Broken { ${fields} }`);
  expect(logged).toMatchObject([{ msg: 'lost', path: ['a0'] }]);
});
