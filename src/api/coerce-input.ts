import { GraphQLNonNull, coerceInputValue, isInputType, isNullableType } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import type { CompareRequest } from '../app/compare-request.js';
import { AppError } from '../domain/app-error.js';

/**
 * A value as the API takes it for a variable of this type of the schema (null is none), with the API's defaults filled in.
 * @throws AppError BAD_USER_INPUT with the place of each thing that does not fit, in the API's own words
 */
export function coerceInput<T>(schema: GraphQLSchema, name: string, typeName: string, value: unknown): T {
  const type = schema.getType(typeName);
  if (!isInputType(type) || !isNullableType(type))
    throw new Error(`expected an input type of the schema, got ${typeName}`);
  const refusals: string[] = [];
  const coerced: unknown = coerceInputValue(value, new GraphQLNonNull(type), (path, _value, { message }) =>
    refusals.push(`${formatPath([name, ...path])}: ${message}`),
  );
  if (refusals.length > 0) throw new AppError('BAD_USER_INPUT', refusals.join('; '));
  return coerced as T;
}

/**
 * A question that was kept, as JSON, read as a fresh one.
 * @throws AppError BAD_USER_INPUT where this version can't be asked it any more
 */
export function readQuestion(schema: GraphQLSchema, question: string): CompareRequest {
  return coerceInput(schema, 'question', 'CompareInput', parseJson('the question', question));
}

/**
 * @throws AppError BAD_USER_INPUT where it is no JSON
 */
export function parseJson(name: string, json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    throw new AppError('BAD_USER_INPUT', `expected ${name} to be JSON, got: ${(error as Error).message}`);
  }
}

/** As the API's messages spell a place: `where.year.in[0]`. */
function formatPath(path: readonly (string | number)[]): string {
  return path.map((key, place) => (typeof key === 'number' ? `[${key}]` : place === 0 ? key : `.${key}`)).join('');
}
