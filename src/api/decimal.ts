import { GraphQLError, GraphQLScalarType, Kind, print } from 'graphql';
import type { ValueNode } from 'graphql';
import { AppError } from '../domain/app-error.js';

const DECIMAL = /^[+-]?\d+(?:\.\d+)?$/;

/** Exact decimals as text, both ways: never a float. */
export const Decimal = new GraphQLScalarType<string, string>({
  name: 'Decimal',
  description:
    'An exact decimal as a string ("1316.18", "0.4744"); as input a string or an integer. Money has at least two decimals and as many more as it needs; computed ratios are rounded half up, once, at 8 decimals, without trailing zeros.',
  serialize: (value) => {
    if (typeof value === 'string' && DECIMAL.test(value)) return value;
    throw new Error(`expected exact decimal text, got ${typeof value} ${String(value)}`);
  },
  parseValue: (value) => {
    if (typeof value === 'string' && DECIMAL.test(value)) return value;
    if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value);
    throw refuse(JSON.stringify(value));
  },
  parseLiteral: (node) => {
    if (node.kind === Kind.STRING && DECIMAL.test(node.value)) return node.value;
    if (node.kind === Kind.INT) return node.value;
    throw refuse(print(node), node);
  },
});

const LONGEST = 100;

/** Literals are refused like variables: as bad input, where validation of a query would have a code of its own. */
function refuse(got: string, node?: ValueNode): GraphQLError {
  const shown = got.length > LONGEST ? `${got.slice(0, LONGEST)}…` : got;
  const message = `expected a decimal as a string ("1316.18") or an integer, got ${shown}`;
  return new GraphQLError(message, { nodes: node, originalError: new AppError('BAD_USER_INPUT', message) });
}
