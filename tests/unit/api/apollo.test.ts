import { Socket } from 'node:net';
import { jest } from '@jest/globals';
import { makeApollo } from '../../../src/api/apollo.js';
import { makeContext } from '../../../src/api/context.js';
import type { Store } from '../../../src/store/store.js';
import { logInto } from '../../support/log-into.js';
import { REFERENCE } from '../../support/reference.js';

const KEYS = {
  APOLLO_KEY: 'service:duizhao:0123456789',
  APOLLO_GRAPH_REF: 'duizhao@current',
  APOLLO_SCHEMA_REPORTING: 'true',
} as const;

const A_MINUTE = 60_000;

afterEach(() => {
  jest.restoreAllMocks();
  for (const name of Object.keys(KEYS)) Reflect.deleteProperty(process.env, name);
});

test('nothing is reported to anyone, whatever keys the environment has', async () => {
  Object.assign(process.env, KEYS);
  jest.useFakeTimers();
  const asked = jest.spyOn(globalThis, 'fetch').mockResolvedValue(new Response());
  const connected = jest.spyOn(Socket.prototype, 'connect');
  const apollo = await makeApollo(logInto([]));
  const contextValue = makeContext({
    store: { client: {}, writes: { pending: 0, done: 0 } } as unknown as Store,
    reference: REFERENCE,
  });
  const { body } = await apollo.executeOperation({ query: '{ metrics { key } }' }, { contextValue });
  await jest.advanceTimersByTimeAsync(A_MINUTE); // reports are sent now and then, and at the end
  jest.useRealTimers();
  await apollo.stop();
  expect(body).toMatchObject({ kind: 'single', singleResult: { data: { metrics: expect.any(Array) } } });
  expect([asked.mock.calls.length, connected.mock.calls.length]).toEqual([0, 0]);
});
