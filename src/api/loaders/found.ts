/** What is at hand, or comes. */
export type Soon<T> = T | Promise<T>;

/**
 * What must be there: the other end of a reference inside the store.
 * @throws Error where it is not
 */
export async function found<T>(row: Promise<T | null>, what: string): Promise<T> {
  const value = await row;
  if (value === null) throw new Error(`expected ${what}, got nothing`);
  return value;
}
