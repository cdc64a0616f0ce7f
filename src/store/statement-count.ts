import { LOOK } from './release-watch.js';
import type { Store } from './store.js';

const TRANSACTION_CONTROL = /^\s*(?:-- Implicit|BEGIN|COMMIT|ROLLBACK|START TRANSACTION|SAVEPOINT|RELEASE)\b/i;

export interface CountedStatements<T> {
  readonly result: T;
  readonly statements: number;
  readonly sql: readonly string[];
}

/**
 * Runs `work` and counts the SQL statements that the store's database is sent meanwhile, whoever sends them; BEGIN, COMMIT and the like
 * are not counted, nor are looks at the newest release, which requests share.
 */
export async function withStatementCount<T>(store: Store, work: () => Promise<T>): Promise<CountedStatements<T>> {
  const sql: string[] = [];
  const note = (statement: string): void => {
    if (!TRANSACTION_CONTROL.test(statement) && !statement.startsWith(LOOK)) sql.push(statement);
  };
  store.listeners.add(note);
  try {
    const result = await work();
    return { result, statements: sql.length, sql };
  } finally {
    store.listeners.delete(note);
  }
}
