import { AppError } from '../../domain/app-error.js';

/** The size of a page: where nothing is said, and the most. */
export const DEFAULT_FIRST = 50;
export const MOST_FIRST = 500;

/** What one request may ask for; docs/limits.md says why so much. */
export const LIMITS = {
  characters: { most: 100_000, of: 'characters in a query or its variables' },
  tokens: { most: 5_000, of: 'tokens in a query' },
  depth: { most: 15, of: 'levels in a query' },
  aliases: { most: 200, of: 'aliases in a query' },
  directives: { most: 100, of: 'directives in a query' },
  selections: { most: 10_000, of: 'fields and fragments in a query' },
  variables: { most: 5_000, of: 'values in the variables' },
  text: { most: 2_000, of: 'characters in a text' },
  objects: { most: 200_000, of: 'objects in an answer' },
  values: { most: 1_000_000, of: 'values in an answer' },
} as const;
export type Measure = keyof typeof LIMITS;

/** The refusal of what goes beyond a limit; its context has both numbers. */
export function refuseMore(measure: Measure, actual: number, limit: number = LIMITS[measure].most): AppError {
  const sentence = `expected at most ${limit} ${LIMITS[measure].of}, got ${actual}`;
  return new AppError('TOO_COSTLY', sentence, { measure, limit, actual });
}
