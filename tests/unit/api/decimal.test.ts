import { GraphQLObjectType, GraphQLSchema, graphql } from 'graphql';
import { Decimal } from '../../../src/api/decimal.js';

const schema = new GraphQLSchema({
  query: new GraphQLObjectType({
    name: 'Query',
    fields: {
      echo: { type: Decimal, args: { of: { type: Decimal } }, resolve: (_root, { of }: { of: unknown }) => of },
    },
  }),
});
const ask = async (source: string, variableValues = {}) => {
  const { data, errors } = await graphql({ schema, source, variableValues });
  return data?.['echo'] ?? errors?.[0]?.message;
};

test('decimals are strings, as input integers too', async () => {
  expect(await ask('{ echo(of: "1316.18") }')).toBe('1316.18');
  expect(await ask('{ echo(of: -3) }')).toBe('-3');
  expect(await ask('{ echo(of: 99999999999999999999) }')).toBe('99999999999999999999');
  expect(await ask('query ($of: Decimal) { echo(of: $of) }', { of: '0.00' })).toBe('0.00');
  expect(await ask('query ($of: Decimal) { echo(of: $of) }', { of: 12 })).toBe('12');
});

test('a float is refused, as it is not exact', async () => {
  expect(await ask('{ echo(of: 1.5) }')).toContain('expected a decimal as a string ("1316.18") or an integer, got');
  expect(await ask('query ($of: Decimal) { echo(of: $of) }', { of: 1.5 })).toContain('got 1.5');
  expect(await ask('{ echo(of: "1,316.18") }')).toContain('got "1,316.18"');
});

describe('a JSON number beyond 2^53', () => {
  const LOST =
    'expected a number beyond 9007199254740991 as a string ("9007199254740993"), got one as a JSON number, which loses digits: it ';

  test.each([
    ['9007199254740993', 'reads as 9007199254740992'],
    ['-9007199254740993', 'reads as -9007199254740992'],
    ['1e21', 'reads as 1e+21'],
    ['1e999', 'reads as Infinity'],
    ['-1e999', 'reads as -Infinity'],
  ])('has lost digits before it is read: %s is refused, and the sentence says what to do', async (json, reads) => {
    const variables = JSON.parse(`{ "of": ${json} }`) as object;
    expect(await ask('query ($of: Decimal) { echo(of: $of) }', variables)).toContain(LOST + reads);
  });

  test('is exact up to there, as a string, and as a literal', async () => {
    const asVariable = (of: unknown) => ask('query ($of: Decimal) { echo(of: $of) }', { of });
    expect(await asVariable(JSON.parse('9007199254740991'))).toBe('9007199254740991');
    expect(await asVariable(JSON.parse('-9007199254740991'))).toBe('-9007199254740991');
    expect(await asVariable('9007199254740993')).toBe('9007199254740993');
    expect(await ask('{ echo(of: 9007199254740993) }')).toBe('9007199254740993');
  });
});
