import { setTimeout } from 'node:timers/promises';

/** Deadlock, serialization failure, connection lost, server stopped, a distributed node gone. */
const PASSING = /^(?:40P01|40001|08006|08003|57P01|P2034)$/;
const PASSING_KINDS = /^(?:TransactionWriteConflict|ConnectionClosed)$/;
const ATTEMPTS = 5;

/**
 * Runs `work` again where it failed for a reason that passes. A commit whose answer got lost may have succeeded, so `work` must do no
 * harm when it runs twice.
 */
export async function retry<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt === ATTEMPTS || !isPassing(error)) throw error;
      await setTimeout(20 * 2 ** attempt * (0.5 + Math.random()));
    }
  }
}

function isPassing(error: unknown): boolean {
  const codes = collectCodes(error);
  if (codes.some((code) => PASSING.test(code) || PASSING_KINDS.test(code))) return true;
  return codes.includes('XX000') && /server closed the connection/i.test(String((error as Error).message));
}

/** All codes that an error and its causes bear: Prisma wraps what the driver says, and the driver adapter in between too. */
export function collectCodes(error: unknown): string[] {
  if (typeof error !== 'object' || error === null) return [];
  const { code, kind, originalCode, cause, meta, driverAdapterError } = error as Readonly<Record<string, unknown>>;
  const own = [code, kind, originalCode].filter((value): value is string => typeof value === 'string');
  return [...own, ...[cause, meta, driverAdapterError].flatMap(collectCodes)];
}
