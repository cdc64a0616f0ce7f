import type { ApolloServer } from '@apollo/server';
import { getIntrospectionQuery } from 'graphql';
import { makeApollo } from '../../../src/api/apollo.js';
import { makeContext } from '../../../src/api/context.js';
import type { Context } from '../../../src/api/context.js';
import type { Store } from '../../../src/store/store.js';
import { logInto } from '../../support/log-into.js';
import { REFERENCE } from '../../support/reference.js';

/** Nothing may be read before a query is known to be within the limits. */
const client = new Proxy(
  {},
  {
    get: () => {
      throw new Error('expected a store that is left alone');
    },
  },
);
const untouched = { client, writes: { pending: 0, done: 0 } } as Store;

interface Refusal {
  readonly status: number | undefined;
  readonly message: string;
  readonly extensions: Record<string, unknown> | undefined;
}

let apollo: ApolloServer<Context>;
beforeAll(async () => {
  apollo = await makeApollo(logInto([]));
});

/** The first thing that is refused; null where all is answered. */
async function refuse(query: string, variables = {}, server = apollo): Promise<Refusal | null> {
  const contextValue: Context = {
    ...makeContext({ store: untouched, reference: REFERENCE }),
    release: () => Promise.reject(new Error('no store')),
  };
  const { body, http } = await server.executeOperation({ query, variables }, { contextValue });
  const [error] = body.kind === 'single' ? (body.singleResult.errors ?? []) : [];
  return error ? { status: http.status, message: error.message, extensions: error.extensions } : null;
}

const repeat = (count: number, text: string | ((index: number) => string)): string =>
  Array.from({ length: count }, (_, index) => (typeof text === 'string' ? text : text(index))).join(' ');

/** Valid, and not executed. */
const skipped = (where: string): string => `{ __typename accounts(where: ${where}) @skip(if: true) { totalCount } }`;

/** Spread, it makes 68 selections: itself, 33 spreads of a field, a field. */
const FRAGMENTS = `fragment Many on Query { ${repeat(33, '...One')} __typename } fragment One on Query { __typename }`;

const QUERIES = {
  depth: (levels: number) => `{ __type(name: "x") { ${repeat(levels - 2, 'ofType {')} name ${repeat(levels, '}')}`,
  aliases: (count: number) => `{ ${repeat(count, (index) => `a${index}: __typename`)} }`,
  directives: (count: number) => `{ ${repeat(count, (index) => `a${index}: __typename @include(if: true)`)} }`,
  tokens: (count: number) => skipped(`{ code: { in: [${repeat(count - 28, '"1"')}] } }`),
  characters: (length: number) => `{ __typename } #${'x'.repeat(length - 16)}`,
  text: (length: number) => skipped(`{ name: { eq: "${'预'.repeat(length)}" } }`),
  selections: (count: number) =>
    `{ ${repeat(Math.floor(count / 68), '...Many')} ${repeat(count % 68, '__typename')} } ${FRAGMENTS}`,
} as const;

test.each([
  ['depth', 15, 'levels in a query'],
  ['aliases', 200, 'aliases in a query'],
  ['directives', 100, 'directives in a query'],
  ['selections', 10_000, 'fields and fragments in a query'],
  ['tokens', 5_000, 'tokens in a query'],
  ['characters', 100_000, 'characters in a query or its variables'],
  ['text', 2_000, 'characters in a text'],
] as const)('%s: %i pass, one more is refused with both numbers', async (measure, limit, of) => {
  expect(await refuse(QUERIES[measure](limit))).toBeNull();
  expect(await refuse(QUERIES[measure](limit + 1))).toEqual({
    status: 400,
    message: `expected at most ${limit} ${of}, got ${limit + 1}`,
    extensions: { code: 'TOO_COSTLY', measure, limit, actual: limit + 1 },
  });
});

test('variables hold 5,000 values at most, at any depth, and no text of more than 2,000 characters', async () => {
  const query = 'query ($where: AccountFilter) { accounts(where: $where) @skip(if: true) { totalCount } __typename }';
  const within = (list: unknown[]) => ({ where: { code: { in: list } } });
  expect(await refuse(query, within(Array(5_000).fill('1')))).toBeNull();
  expect(await refuse(query, within(Array(5_001).fill('1')))).toMatchObject({
    message: 'expected at most 5000 values in the variables, got 5001',
    extensions: { measure: 'variables', limit: 5_000, actual: 5_001 },
  });
  expect(await refuse(query, within(Array(5_001).fill([])))).toMatchObject({ extensions: { actual: 5_001 } });
  expect(await refuse(query, within(['预'.repeat(2_000)]))).toBeNull();
  expect(await refuse(query, within(['预'.repeat(2_001)]))).toMatchObject({
    message: 'expected at most 2000 characters in a text, got 2001',
  });
  expect(await refuse(query, within(Array(50).fill('预'.repeat(2_000))))).toBeNull();
  expect(await refuse(query, within([...Array(50).fill('预'.repeat(2_000)), '算']))).toMatchObject({
    message: 'expected at most 100000 characters in a query or its variables, got 100001',
  });
  let deep: unknown[] = [];
  for (let level = 0; level < 100_000; level += 1) deep = [deep];
  expect(await refuse(query, { unknown: deep })).toBeNull();
});

test('an answer holds as many objects as the server allows, and five values an object', async () => {
  const server = await makeApollo(logInto([]), { maxCost: 10 });
  expect(await refuse('{ metrics { key name nameEn definition unit } }', {}, server)).toBeNull();
  expect(await refuse('{ metrics { key name nameEn definition unit parent } }', {}, server)).toEqual({
    status: 400,
    message: 'expected at most 50 values in an answer, got 60',
    extensions: { code: 'TOO_COSTLY', measure: 'values', limit: 50, actual: 60 },
  });
  expect(await refuse('{ metrics { key } __schema { queryType { name } } }', {}, server)).toEqual({
    status: 400,
    message: 'expected at most 10 objects in an answer, got 12',
    extensions: { code: 'TOO_COSTLY', measure: 'objects', limit: 10, actual: 12 },
  });
});

test('what fragments expand to is counted without writing it out', async () => {
  const doubling = repeat(
    60,
    (index) => `fragment F${index} on Query { a: __typename ...F${index + 1} ...F${index + 1} }`,
  );
  expect(await refuse(`{ ...F0 } ${doubling} fragment F60 on Query { __typename }`)).toMatchObject({
    message: `expected at most 200 aliases in a query, got ${2 ** 60 - 1}`,
  });
  const cycle = await refuse('{ ...A } fragment A on Query { ...B } fragment B on Query { __typename ...A }');
  expect(cycle).toMatchObject({ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } });
});

test('the deepest nesting that fits into the tokens is refused with a sentence, wherever it stands', async () => {
  const nest = (open: string, within: string, close: string, times: number) =>
    `${open.repeat(times)}${within}${close.repeat(times)}`;
  for (const times of [50, 400, 700, 1_200, 1_600, 2_000, 2_400])
    for (const query of [
      `{ ...F0 } ${repeat(times, (index) => `fragment F${index} on Query { ...F${index + 1} }`)} fragment F${times} on Query { __typename }`,
      `{ districts { ${nest('parent{', 'code', '}', times)} } }`,
      `{ ${nest('...{', '__typename', '}', times)} }`,
      skipped(`{ code: { in: ${nest('[', '"1"', ']', times)} } }`),
      skipped(nest('{ code: ', '1', '}', times)),
      `query ($a: ${nest('[', 'Int', ']', times)}) { __typename }`,
    ]) {
      const refusal = await refuse(query);
      const code = String(refusal?.extensions?.['code'] ?? 'none');
      expect([times, query.slice(0, 40), code]).toEqual([
        times,
        query.slice(0, 40),
        expect.stringMatching(/^(none|TOO_COSTLY|GRAPHQL_VALIDATION_FAILED)$/),
      ]);
    }
});

test('fields repeated so often that comparing them takes long are refused', async () => {
  expect(await refuse(`{ metrics { ${repeat(4_900, 'key')} } }`)).toEqual({
    status: 400,
    message: 'expected each field once, got so many repetitions that comparing them takes too long',
    extensions: { code: 'TOO_COSTLY', measure: 'repetitions' },
  });
});

test('what tools ask to learn the schema passes', async () => {
  const everything = getIntrospectionQuery({
    descriptions: true,
    specifiedByUrl: true,
    directiveIsRepeatable: true,
    schemaDescription: true,
    inputValueDeprecation: true,
    oneOf: true,
  });
  expect(await refuse(everything)).toBeNull();
});

test.each(['mutation', 'subscription'])('a %s is refused, as nothing can be changed', async (operation) => {
  expect(await refuse(`${operation} { deleteReport(id: "1") { ok } }`)).toEqual({
    status: 400,
    message: `expected a query, got a ${operation}: nothing can be changed through the API`,
    extensions: { code: 'BAD_USER_INPUT' },
  });
});
