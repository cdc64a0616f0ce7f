import { GraphQLError, GraphQLScalarType, Kind, print } from 'graphql';
import type { ValueNode } from 'graphql';
import { AppError } from '../domain/app-error.js';

const DECIMAL = /^[+-]?\d+(?:\.\d+)?$/;

/** Exact decimals as text, both ways: never a float. */
export const Decimal = new GraphQLScalarType<string, string>({
  name: 'Decimal',
  description:
    'An exact decimal as a string ("1316.18", "0.4744"); as input a string or an integer; a JSON number up to 9007199254740991 only, beyond it digits are lost. Money has at least two decimals and as many more as it needs; computed ratios are rounded half up, once, at 8 decimals, without trailing zeros.',
  serialize: (value) => {
    if (typeof value === 'string' && DECIMAL.test(value)) return value;
    throw new Error(`expected exact decimal text, got ${typeof value} ${String(value)}`);
  },
  parseValue: (value) => {
    if (typeof value === 'string' && DECIMAL.test(value)) return value;
    if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value);
    if (typeof value === 'number' && Math.abs(value) > Number.MAX_SAFE_INTEGER) throw refuseRounded(value);
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
  return refuseInput(`expected a decimal as a string ("1316.18") or an integer, got ${shown}`, node);
}

/** So large a number of JSON has lost digits before anyone here sees it; one beyond all doubles is Infinity by then. */
function refuseRounded(value: number): GraphQLError {
  const expected = `a number beyond ${Number.MAX_SAFE_INTEGER} as a string ("9007199254740993")`;
  return refuseInput(`expected ${expected}, got one as a JSON number, which loses digits: it reads as ${value}`);
}

function refuseInput(message: string, node?: ValueNode): GraphQLError {
  return new GraphQLError(message, { nodes: node, originalError: new AppError('BAD_USER_INPUT', message) });
}
