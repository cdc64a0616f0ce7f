import { setTimeout } from 'node:timers/promises';
import { collectCodes } from './driver-errors.js';

/** Deadlock, serialization failure, connection lost, server stopped, a distributed node gone. */
const PASSING = /^(?:40P01|40001|08006|08003|57P01|P2034|ECONNRESET)$/;
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
