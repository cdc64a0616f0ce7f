import { getNamedType, isLeafType, isObjectType, parse, validate } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import { ASSUMED_SIZES, estimateCost, isCostOfVariables } from '../../../src/api/limits/cost.js';
import type { Cost } from '../../../src/api/limits/cost.js';
import { LIMITS } from '../../../src/api/limits/limits.js';
import { makeSchema } from '../../../src/api/schema.js';

let schema: GraphQLSchema;
beforeAll(async () => {
  schema = await makeSchema();
});

function estimate(query: string, variables = {}, operationName?: string): Cost {
  const document = parse(query);
  expect(validate(schema, document)).toEqual([]);
  return estimateCost({ schema, document, operationName, variables });
}

test.each([
  // a list of which nothing is known has ten objects, a leaf is none; one whose unit can be chosen is five values
  ['{ metrics { key name } }', 10, 20],
  ['{ districts { parent { code } } }', 10 * (1 + 1), 10],
  // a page: the connection, and each row that was asked for
  ['{ departments(first: 3) { nodes { name } } }', 1 + 3, 3],
  ['{ departments { nodes { name } } }', 1 + 50, 50],
  ['{ departments(first: null) { nodes { name } } }', 1 + 50, 50],
  ['{ departments(first: 0) { nodes { name district { code } } } }', 1, 0],
  ['{ departments(first: 3) { edges { cursor node { name } } } }', 1 + 3 * 2, 6],
  ['{ departments(first: 3) { nodes { name } edges { cursor } } }', 1 + 3 * 2, 6],
  ['{ departments(first: 3) { totalCount } }', 1, 0],
  ['{ departments(first: 3) { totalCount pageInfo { hasNextPage endCursor } nodes { name } } }', 1 + 3, 3],
  // a page that is read though none of its rows is asked for
  ['{ departments(first: 3) { pageInfo { endCursor } } }', 1 + 3, 3],
  ['{ departments(first: 3) { nodes { reports { lineItems(first: 4) { totalCount } } } } }', 1 + 3 * (1 + 10 * 2), 0],
  [
    '{ departments(first: 3) { nodes { reports { lineItems(first: 4) { nodes { amount account { name } } } } } } }',
    1 + 3 * (1 + 10 * (1 + 1 + 4 * 2)),
    3 * 10 * 4 * (5 + 1),
  ],
  // sums are a page too; what stands once beside the rows is not multiplied, but for the release, which leads to lists
  [
    '{ aggregate(where: {}, groupBy: [], first: 3) { nodes { sum district { name } } total verdict warnings { code } release { id } } }',
    1 + 3 * 2,
    3 * (2 + 1),
  ],
  // out of bounds: refused by the page itself
  ['{ departments(first: 501) { nodes { name } } }', 1 + 500, 500],
  ['{ departments(first: -1) { nodes { name } } }', 1, 0],
])('%s: %i objects, %i values', (query, objects, values) => {
  expect(estimate(query)).toEqual({ objects, values });
});

test.each([
  ['metrics: [{ key: REVENUE }] districts: ["1", "2", "3"] years: [2019, 2020]', 3 * 2],
  ['metrics: [{ key: REVENUE }, { key: EXPENDITURE }] departments: ["1"] years: [2019]', 2],
  ['metrics: [{ key: REVENUE }] districts: ["1"] years: [2019] stages: [OUTTURN, ORIGINAL_BUDGET]', 2],
  ['metrics: [{ key: REVENUE }] districts: ["1"]', 10],
  ['metrics: [{ key: REVENUE }] years: [2019]', 20],
  ['metrics: [{ key: REVENUE }] districts: []', 0],
])('compare(input: { %s }) has %i cells', (input, cells) => {
  const ask = (selection: string) => estimate(`{ compare(input: { ${input} }) { ${selection} } }`);
  expect(ask('cells { value year }')).toEqual({ objects: 1 + cells, values: cells * 2 });
  expect(ask('cells { district { code } sources { id } }').objects).toBe(1 + cells * (1 + 1 + 3));
  // what stands once beside the cells is not multiplied, and cells that nobody looks at are computed all the same
  expect(ask('verdict warnings { message } release { id } cells { value }').objects).toBe(1 + cells);
  expect(ask('verdict').objects).toBe(1 + cells);
});

test('a comparison of 20,000 cells with districts and sources passes; every figure of 500 departments does not', () => {
  const years = Array.from({ length: 1_000 }, (_, index) => 1_500 + index);
  const compare = `query ($years: [Int!]) {
    compare(input: { metrics: [{ key: REVENUE }, { key: EXPENDITURE }], districts: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"], years: $years }) {
      verdict
      cells { metric year stage value unit status missing district { code name } warnings { code } sources { id ... on LineItem { amount } source { table line text } } }
    }
  }`;
  const { objects, values } = estimate(compare, { years });
  expect(objects).toBe(1 + 20_000 * (1 + 1 + 1 + 3 * 2));
  expect(objects).toBeLessThanOrEqual(LIMITS.objects.most);
  expect(values).toBeLessThanOrEqual(LIMITS.values.most);
  const all =
    '{ departments(first: 500) { nodes { reports { lineItems(first: 500) { nodes { account { name } } } } } } }';
  expect(estimate(all).objects).toBe(1 + 500 * (1 + 10 * (1 + 1 + 500 * 2)));
  expect(estimate(all).objects).toBeGreaterThan(LIMITS.objects.most);
});

test('variables, their defaults, @skip and @include are resolved', () => {
  const query = `query ($first: Int = 5, $with: Boolean = false, $without: Boolean!) {
    departments(first: $first) { nodes { district @include(if: $with) { code } reports @skip(if: $without) { id } } }
  }`;
  expect(estimate(query, { without: true }).objects).toBe(1 + 5);
  expect(estimate(query, { without: true, with: true, first: 7 }).objects).toBe(1 + 7 * 2);
  expect(estimate(query, { without: false, first: 0 }).objects).toBe(1);
  expect(estimate(query, { without: false, first: null }).objects).toBe(1 + 50 * 11);
});

test.each([
  ['query ($id: ID!) { report(id: $id) { title lineItems(first: 500) { nodes { label } } } }', false],
  ['query ($in: [String!]) { departments(first: 50, where: { district: { in: $in } }) { nodes { name } } }', false],
  ['query ($input: CompareInput!) { rank(by: VALUE, input: $input) { verdict } }', false],
  ['query ($input: CompareInput!) { compare(input: $input) { verdict } }', true],
  ['query ($years: [Int!]) { compare(input: { metrics: [], years: $years }) { verdict } }', true],
  ['query ($id: ID!) { comparison(id: $id) { verdict } }', true],
  [
    'query ($n: Int) { districts { ...own } } fragment own on District { departments { reports { lineItems(first: $n) { totalCount } } } }',
    true,
  ],
  ['query ($with: Boolean!) { metrics { key @include(if: $with) } }', true],
])('whether variables have a say in the cost: %s: %s', (query, expected) => {
  expect(isCostOfVariables(parse(query))).toBe(expected);
});

test('only the operation that is run counts', () => {
  const query = 'query A { metrics { key } } query B { departments(first: 3) { nodes { id } } }';
  expect([estimate(query, {}, 'A').objects, estimate(query, {}, 'B').objects]).toEqual([10, 4]);
});

test('a row is of one type: the dearest counts, with what all of them have', () => {
  const ask = (selection: string) =>
    estimate(`{ department(id: "1") { value(metric: REVENUE, year: 2019) { sources { ${selection} } } } }`).objects;
  expect(ask('id')).toBe(1 + 1 + 3);
  expect(ask('source { line } ... on LineItem { account { name } } ... on Evaluation { indicators { id } }')).toBe(
    1 + 1 + 3 * (1 + 1 + 10),
  );
});

test('an argument that fails takes nothing else with it', () => {
  const query =
    'query ($id: ID = "1") { department(id: $id) { id } departments(first: 500) { nodes { reports { id } } } }';
  expect(estimate(query, { id: null }).objects).toBe(1 + 500 * 11);
});

test('what is taken to be nothing leads to no list', () => {
  const free = Object.entries(ASSUMED_SIZES).filter(([, size]) => size < 1);
  for (const [name] of free) {
    const [field = '', typeName] = name.split('.').reverse();
    const types = Object.values(schema.getTypeMap()).filter(isObjectType);
    const fields = types
      .filter((type) => (typeName ?? type.name) === type.name)
      .flatMap((type) => type.getFields()[field] ?? []);
    expect(fields).not.toEqual([]);
    for (const { type } of fields) {
      const named = getNamedType(type);
      const within = isObjectType(named) ? Object.values(named.getFields()) : [];
      expect([name, within.filter((own) => !isLeafType(getNamedType(own.type)))]).toEqual([name, []]);
    }
  }
});
