import { coerceInput } from './coerce-input.js';
import { makeSchema } from './schema.js';

/**
 * A value as the API takes it for a variable of this type, see `coerceInput`.
 * @throws AppError BAD_USER_INPUT
 */
export async function readInput<T>(name: string, typeName: string, value: unknown): Promise<T> {
  return coerceInput(await makeSchema(), name, typeName, value);
}
