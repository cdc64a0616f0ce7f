import { existsSync, readFileSync } from 'node:fs';
import { buildSchema, isEnumType, isInputObjectType, isInterfaceType, isObjectType, printSchema } from 'graphql';
import type { GraphQLArgument, GraphQLField, GraphQLInputField, GraphQLSchema } from 'graphql';
import { ENUM_LISTS } from '../../../src/api/enum-of.js';
import { makeSchema, printSchemaText } from '../../../src/api/schema.js';

const ROOT = new URL('../../../', import.meta.url);
const CONTRACT = new URL('../shared/contract.graphql', ROOT);

let schema: GraphQLSchema;
beforeAll(async () => {
  schema = await makeSchema();
});

type AnyField = GraphQLField<unknown, unknown> | GraphQLInputField;

function fieldsOf(type: unknown): AnyField[] {
  const hasFields = isObjectType(type) || isInterfaceType(type) || isInputObjectType(type);
  return hasFields ? Object.values<AnyField>(type.getFields()) : [];
}
const argsOf = (field: AnyField): readonly GraphQLArgument[] => ('args' in field ? field.args : []);
const ownTypes = (own: GraphQLSchema) => Object.values(own.getTypeMap()).filter(({ name }) => !name.startsWith('__'));

test('schema.graphql is the schema that the code makes', async () => {
  expect(readFileSync(new URL('schema.graphql', ROOT), 'utf8')).toBe(await printSchemaText());
});

test('every enum has exactly the values of its closed list', () => {
  const enums = ownTypes(schema).filter(isEnumType);
  expect(enums.map(({ name }) => name).sort()).toEqual([...ENUM_LISTS.keys()].sort());
  for (const type of enums) expect(type.getValues().map(({ name }) => name)).toEqual(ENUM_LISTS.get(type.name));
});

test('every type, field, argument and input says what it is', () => {
  const silent = ownTypes(schema).flatMap((type) => [
    ...(type.description || ['Query', 'String', 'Int', 'Boolean', 'ID'].includes(type.name) ? [] : [type.name]),
    ...fieldsOf(type)
      .flatMap((field) => [field, ...argsOf(field)])
      .filter(({ description }) => !description)
      .map(({ name }) => `${type.name}.${name}`),
  ]);
  expect(silent).toEqual([]);
});

const describeContract = existsSync(CONTRACT) ? describe : describe.skip;

describeContract('the contract of the clients', () => {
  const text = existsSync(CONTRACT) ? readFileSync(CONTRACT, 'utf8') : '';
  const connections = [...new Set([...text.matchAll(/\b(\w+)Connection\b/g)].map(([, name]) => name ?? ''))]
    .filter((name) => name !== 'X')
    .map(
      (name) =>
        `type ${name}Connection { edges: [${name}Edge!]! nodes: [${name}!]! pageInfo: PageInfo! totalCount: Int! } type ${name}Edge { cursor: String! node: ${name}! }`,
    );
  const contract = (): GraphQLSchema => buildSchema([text, ...connections].join('\n'));

  /** Every coordinate of a schema with its type: fields, arguments and defaults, values. */
  function coordinates(own: GraphQLSchema): Map<string, string> {
    const lines = ownTypes(own).flatMap((type): [string, string][] => [
      [type.name, type.constructor.name],
      ...(isObjectType(type)
        ? type.getInterfaces().map(({ name }): [string, string] => [`${type.name} implements ${name}`, ''])
        : []),
      ...(isEnumType(type) ? type.getValues().map(({ name }): [string, string] => [`${type.name}.${name}`, '']) : []),
      ...fieldsOf(type).flatMap((field): [string, string][] => [
        [`${type.name}.${field.name}`, describeField(field)],
        ...argsOf(field).map((arg): [string, string] => [
          `${type.name}.${field.name}(${arg.name}:)`,
          describeField(arg),
        ]),
      ]),
    ]);
    return new Map(lines);
  }
  const describeField = (field: AnyField | GraphQLArgument): string =>
    `${String(field.type)}${'defaultValue' in field && field.defaultValue !== undefined ? ` = ${JSON.stringify(field.defaultValue)}` : ''}`;

  test('what is served has the same types, arguments and defaults', () => {
    const [wanted, served] = [coordinates(contract()), coordinates(schema)];
    const differing = [...wanted].filter(([name, type]) => served.has(name) && served.get(name) !== type);
    expect(differing.map(([name, type]) => `${name}: expected ${type}, got ${served.get(name)}`)).toEqual([]);
  });

  test('nothing of it is missing', () => {
    const [wanted, served] = [coordinates(contract()), coordinates(schema)];
    expect([...wanted.keys()].filter((name) => !served.has(name))).toEqual([]);
  });

  test('nothing can be changed through the API', () => {
    expect(schema.getMutationType() ?? null).toBeNull();
    expect(printSchema(schema)).not.toContain('subscription');
  });
});
