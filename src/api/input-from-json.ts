import { GraphQLNonNull, coerceInputValue, isNullableType, isInputType } from 'graphql';
import { AppError } from '../domain/app-error.js';
import { makeSchema } from './schema.js';

/**
 * A value as the API takes it for a variable of this type of the schema (null is none), with the API's defaults filled in.
 * @throws AppError BAD_USER_INPUT with the place of each thing that does not fit, in the API's own words
 */
export async function readInput<T>(name: string, typeName: string, value: unknown): Promise<T> {
  const type = (await makeSchema()).getType(typeName);
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
