import { createHash } from 'node:crypto';
import type { Runner } from './store.js';

/** Waits for a lock of this name, held until the transaction ends. */
export async function acquireLock(runner: Runner, name: string): Promise<void> {
  await acquireLocks(runner, [name]);
}

/** Waits for one lock after the other, in this order; two who want some of the same must name these in one order. */
export async function acquireLocks(runner: Runner, names: readonly string[]): Promise<void> {
  await runner.$queryRaw`
    SELECT pg_advisory_xact_lock(hashtextextended(current_schema(), own.number))::text
    FROM unnest(${names.map((name) => String(numberOf(name)))}::text[]::bigint[]) AS own (number)`;
}

/**
 * Shared by all imports; held by one alone that writes the whole store anew. Comes before all other locks. Whoever has it may take as
 * long as it takes: a server may cancel statements after a time that is meant for questions.
 */
export async function lockWholeStore(runner: Runner, who: { readonly alone: boolean }): Promise<void> {
  await runner.$executeRaw`SET LOCAL statement_timeout TO 0`;
  await acquireSharedLock(runner, 'whole store', who);
}

/**
 * Shared by all imports, which only add to the tables that they share; held by one alone that takes something away, so that none
 * relies meanwhile on what goes.
 */
export async function lockReferenceTables(runner: Runner, who: { readonly alone: boolean }): Promise<void> {
  await acquireSharedLock(runner, 'reference tables', who);
}

async function acquireSharedLock(runner: Runner, name: string, { alone }: { readonly alone: boolean }): Promise<void> {
  if (alone) return acquireLock(runner, name);
  await runner.$queryRaw`
    SELECT pg_advisory_xact_lock_shared(hashtextextended(current_schema(), ${numberOf(name)}::bigint))::text`;
}

/** The locks of several departments, taken in one order by everyone. */
export async function lockDepartments(runner: Runner, departmentIds: readonly string[]): Promise<void> {
  await acquireLocks(
    runner,
    [...new Set(departmentIds)].sort().map((id) => `department ${id}`),
  );
}

function numberOf(name: string): bigint {
  return createHash('sha256').update(name).digest().readBigInt64BE();
}
