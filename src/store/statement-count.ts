import type { Store } from './store.js';

/**
 * Runs `work` and counts the SQL statements that the store's database was sent meanwhile, whoever sent them; BEGIN, COMMIT and the like
 * are not counted.
 */
export async function withStatementCount<T>(
  _store: Store,
  _work: () => Promise<T>,
): Promise<{ readonly result: T; readonly statements: number; readonly sql: readonly string[] }> {
  throw new Error('not built yet');
}
