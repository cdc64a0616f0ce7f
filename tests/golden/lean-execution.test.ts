import type { ApolloServer } from '@apollo/server';
import { makeApollo } from '../../src/api/apollo.js';
import { makeContext } from '../../src/api/context.js';
import type { Context } from '../../src/api/context.js';
import { EXAMPLES } from '../../src/api/examples/examples.js';
import { FIVE_REPORTS } from '../support/fillings.js';
import { logInto } from '../support/log-into.js';
import { REFERENCE } from '../support/reference.js';
import { EMBEDDED, useTestStore } from '../support/test-stores.js';

const store = useTestStore(EMBEDDED, FIVE_REPORTS);
let plain: ApolloServer<Context>;
let compiled: ApolloServer<Context>;
beforeAll(async () => {
  plain = await makeApollo(logInto([]), { execution: 'graphql-js' });
  compiled = await makeApollo(logInto([]), { execution: 'compiled' });
});

type Variables = Readonly<Record<string, unknown>>;

/** What clients get, to the byte. */
async function ask(apollo: ApolloServer<Context>, query: string, variables: Variables): Promise<string> {
  const contextValue = makeContext({ store: store(), reference: REFERENCE }, 'one');
  const { body, http } = await apollo.executeOperation({ query, variables }, { contextValue });
  if (body.kind !== 'single') throw new Error('expected one answer');
  const { errors, data, extensions } = body.singleResult;
  return JSON.stringify({ status: http.status ?? 200, errors, data, extensions });
}

async function expectSame(query: string, variables: Variables = {}): Promise<string> {
  const expected = await ask(plain, query, variables);
  expect([variables, await ask(compiled, query, variables)]).toEqual([variables, expected]);
  return expected;
}

test.each(EXAMPLES)('compiled or not, the answer is the same: $title', async ({ query, variables = {} }) => {
  await expectSame(query, variables);
});

test.each(EXAMPLES.filter(({ variables }) => variables))(
  'and where a variable is null, absent or of another type: $title',
  async ({ query, variables = {} }) => {
    for (const name of Object.keys(variables)) {
      const { [name]: _absent, ...others } = variables;
      for (const own of [others, { ...others, [name]: null }, { ...others, [name]: [{}] }])
        await expectSame(query, own);
    }
  },
);

const CELL = 'cells { year value district { name } }';

test.each([
  // one thing refused, and several
  `{ compare(input: { metrics: [{}] }) { id } metrics { key } }`,
  `{ a: compare(input: { metrics: [{}] }) { id } b: compare(input: { metrics: [{}] }) { id } metrics { key } }`,
  '{ reports(first: 501) { totalCount } }',
  '{ reports(first: 501) { totalCount } districts { departments { reports { lineItems(first: 501) { totalCount } } } } }',
  '{ districts { name departments { name reports { lineItems(after: "x") { totalCount } } } } }',
  '{ departments(first: 2, after: "x") { totalCount } report(id: "x") { id } }',
  // names, fragments, several types
  '{ metrics { a: key b: key key } again: metrics { ...Own } } fragment Own on Metric { key name ...More } fragment More on Metric { unit key }',
  `{ __typename compare(input: { metrics: [{ key: EXPENDITURE }] }) { __typename ${CELL} cells { sources {
      __typename id ... on LineItem { amount label account { name } } ... on ReportedFact { value report { title } } report { id } } } } }`,
  'query A { metrics { key } } query B { metrics { name } }',
  // what stays with graphql-js
  '{ metrics @skip(if: true) { key } districts { ...Own @include(if: false) code ...Own } } fragment Own on District { name }',
  '{ __schema { queryType { name } types { name } } __type(name: "Printed") { possibleTypes { name } } }',
  // literals and defaults
  '{ lineItems(where: { amount: { gte: "1000.50" }, stage: OUTTURN }, first: 3) { totalCount nodes { amount(unit: YUAN) } } }',
  '{ lineItems(where: null, first: 1) { totalCount } reports(where: { superseded: null }, first: 0) { totalCount } }',
])('made-up questions have the same answers: %s', async (query) => {
  await expectSame(query);
});

test.each([
  [{}],
  [{ year: 2019 }],
  [{ year: null }],
  [{ year: '2019' }],
  [{ years: [2017, 2019] }],
  [{ years: 2019, first: 1 }],
  [{ superseded: null }],
  [{ superseded: true, first: null }],
])('variables inside literals are as they are given, absent or null: %j', async (variables) => {
  const query = `query ($year: Int, $years: [Int!], $superseded: Boolean = false, $first: Int = 2) {
    reports(where: { year: { eq: $year, in: $years }, superseded: $superseded }, first: $first) { totalCount nodes { year } } }`;
  await expectSame(query, variables);
});

test('a question that holds itself is compiled: a metric over another', async () => {
  const query = `query ($input: CompareInput!) { compare(input: $input) { ${CELL} } }`;
  const input = { metrics: [{ key: 'EXPENDITURE', over: { key: 'REVENUE' } }], years: [2019] };
  expect(await expectSame(query, { input })).toContain('"value":"0.');
});
