import { Kind, parse } from 'graphql';
import { makeContext } from '../../../src/api/context.js';
import { EXAMPLES } from '../../../src/api/examples/examples.js';
import { makeCompiler } from '../../../src/api/lean/compile.js';
import type { CompiledOperation, Compiler } from '../../../src/api/lean/compile.js';
import { makeSchema } from '../../../src/api/schema.js';
import type { Store } from '../../../src/store/store.js';
import { REFERENCE } from '../../support/reference.js';

let compile: Compiler;
beforeAll(async () => {
  compile = makeCompiler(await makeSchema());
});

function compileText(query: string): CompiledOperation | null {
  const document = parse(query);
  const operation = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  if (!operation) throw new Error(`expected an operation, got ${query}`);
  return compile(document, operation);
}

/** What is run here reads nothing. */
const contextOf = () =>
  makeContext({ store: { client: {}, writes: { pending: 0, done: 0 } } as unknown as Store, reference: REFERENCE });

test('every example is compiled, but for those that ask about the schema', () => {
  const plain = EXAMPLES.filter(({ query }) => compileText(query) === null);
  expect(plain.map(({ query }) => /\b__(?:type|schema)\b/.test(query))).toEqual(plain.map(() => true));
  expect(plain.length).toBeLessThan(5);
});

test.each([
  ['what is skipped', '{ metrics { key @skip(if: false) } }'],
  ['the schema', '{ __schema { queryType { name } } }'],
  ['more than 500 fields', `{ metrics { ${Array.from({ length: 500 }, (_, place) => `a${place}: key`).join(' ')} } }`],
])('not compiled: %s', (_what, query) => {
  expect(compileText(query)).toBeNull();
});

test('the function answers with data, and leaves to graphql-js what it does otherwise', async () => {
  const metrics = await compileText('{ metrics { key } }')?.run(contextOf(), {});
  expect(metrics).toEqual({ data: { metrics: expect.arrayContaining([{ key: 'EXPENDITURE' }]) } });
  const withVariables = compileText(`query ($key: MetricKey, $first: Int) {
    compare(input: { metrics: [{ key: $key, name: "" }] }) { id } metrics { key } }`);
  expect(withVariables).not.toBeNull();
  for (const variables of [{}, { key: null }, { key: 'HAPPINESS' }, { key: 'REVENUE', first: 'x' }])
    expect([variables, await withVariables?.run(contextOf(), variables)]).toEqual([variables, null]);
});

test('one field of the query that is refused is said as graphql-js says it', async () => {
  const answer = await compileText('{ compare(input: { metrics: [{}] }) { id } metrics { key } }')?.run(
    contextOf(),
    {},
  );
  expect(answer).toMatchObject({
    data: { compare: null, metrics: expect.any(Array) },
    errors: [
      {
        message: 'expected exactly one of key and account, got none',
        locations: [{ line: 1, column: 3 }],
        path: ['compare'],
        extensions: { code: 'BAD_USER_INPUT' },
      },
    ],
  });
  const two = compileText(
    '{ a: compare(input: { metrics: [{}] }) { id } b: compare(input: { metrics: [{}] }) { id } }',
  );
  expect(await two?.run(contextOf(), {})).toBeNull();
});
