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
  expect(await ask('query ($of: Decimal) { echo(of: $of) }', { of: 2 ** 60 })).toContain('expected a decimal');
});
