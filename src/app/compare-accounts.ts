import { keyOfAccount } from '../compare/evidence.js';
import type { CodedAccount } from '../compare/evidence.js';
import type { Measure } from '../compare/measure.js';
import { FIRST_EDITION } from '../domain/account.js';
import type { Classification } from '../domain/closed-lists.js';
import type { Reference } from '../domain/reference.js';
import { findAccounts } from '../store/accounts.js';
import { readBatches } from '../store/export-batches.js';
import type { Store } from '../store/store.js';

/**
 * The accounts of the measures that are on no official list and yet printed in some report, as `keyOfAccount` spells them. What stands
 * among what is printed is known; for the rest one statement asks whether the store has it.
 */
export async function findUnlistedAccounts(
  store: Store,
  reference: Reference,
  measures: readonly Measure[],
  printed: readonly CodedAccount[],
): Promise<ReadonlySet<string>> {
  const unlisted = measures
    .flatMap(({ account }) => account ?? [])
    .filter(({ classification, code }) => !reference.account(classification, code, FIRST_EDITION));
  if (unlisted.length === 0) return new Set();
  const own = new Set(printed.map(keyOfAccount));
  const open = unlisted.filter((account) => !own.has(keyOfAccount(account)));
  const stored = open.length === 0 ? [] : await findStored(store, [...new Set(open.map(({ code }) => code))]);
  return new Set([...own, ...stored]);
}

async function findStored(store: Store, codes: readonly string[]): Promise<string[]> {
  const stored: string[] = [];
  for await (const accounts of readBatches((page) => findAccounts(store, { code: { in: codes } }, null, page)))
    stored.push(...keysOf(accounts));
  return stored;
}

function keysOf(
  accounts: readonly { readonly classification: Classification; readonly code: string | null }[],
): Set<string> {
  return new Set(
    accounts.flatMap(({ classification, code }) => (code === null ? [] : keyOfAccount({ classification, code }))),
  );
}
