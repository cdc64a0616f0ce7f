import { serverAudits } from 'graphql-http';
import { startServer } from '../../../../src/api/server.js';
import type { RunningServer } from '../../../../src/api/server.js';
import { REFERENCE } from '../../../support/reference.js';
import { EMBEDDED, useTestStore } from '../../../support/test-stores.js';

afterAll(() => server.close());
const store = useTestStore(EMBEDDED);
let server: RunningServer;
beforeAll(async () => {
  server = await startServer({ store: store(), reference: REFERENCE, port: 0 });
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
