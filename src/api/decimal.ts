import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

const DECIMAL = /^[+-]?\d+(?:\.\d+)?$/;

function parse(value: unknown): string {
  if (typeof value === 'string' && DECIMAL.test(value)) return value;
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value);
  throw new GraphQLError(`expected a decimal as a string ("1316.18") or an integer, got ${JSON.stringify(value)}`);
}

/** Exact decimals as text, both ways: never a float. */
export const Decimal = new GraphQLScalarType<string, string>({
  name: 'Decimal',
  description:
    'An exact decimal as a string ("1316.18", "0.4744"); as input a string or an integer. Money has at least two decimals and as many more as it needs; computed ratios are rounded half up, once, at 8 decimals, without trailing zeros.',
  serialize: (value) => {
    if (typeof value === 'string' && DECIMAL.test(value)) return value;
    throw new Error(`expected exact decimal text, got ${typeof value} ${String(value)}`);
  },
  parseValue: parse,
  parseLiteral: (node) => {
    if (node.kind === Kind.STRING) return parse(node.value);
    if (node.kind === Kind.INT) return node.value;
    throw new GraphQLError(`expected a decimal as a string ("1316.18") or an integer, got ${node.kind}`, {
      nodes: node,
    });
  },
});
