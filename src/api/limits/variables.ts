import { LIMITS, refuseMore } from './limits.js';

/**
 * Refuses variables that hold more than a query could spell out, and texts that nothing printed is as long as.
 * @throws AppError TOO_COSTLY
 */
export function checkVariables(variables: Readonly<Record<string, unknown>> = {}): void {
  const values = listValues(variables);
  if (values.length > LIMITS.variables.most) throw refuseMore('variables', values.length);
  const lengths = values.map((value) => (typeof value === 'string' ? value.length : 0));
  const longest = Math.max(0, ...lengths);
  if (longest > LIMITS.text.most) throw refuseMore('text', longest);
  const characters = lengths.reduce((sum, length) => sum + length, 0);
  if (characters > LIMITS.characters.most) throw refuseMore('characters', characters);
}

/** Values at any depth; an empty list or object is one. Without recursion: JSON can be nested deeper than the stack. */
function listValues(variables: object): unknown[] {
  const open: unknown[][] = [Object.values(variables)];
  const values: unknown[] = [];
  for (let siblings = open.pop(); siblings; siblings = open.pop())
    for (const value of siblings) {
      const within: unknown[] = typeof value === 'object' && value !== null ? Object.values(value) : [];
      if (within.length > 0) open.push(within);
      else values.push(value);
    }
  return values;
}
