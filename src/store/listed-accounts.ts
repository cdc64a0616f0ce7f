import { levelOfCode, parentCode } from '../domain/account.js';
import type { AccountRef } from '../domain/account.js';
import type { Account } from '../domain/records.js';
import type { AccountRow } from '../domain/reference-tables.js';
import type { Reference } from '../domain/reference.js';
import { accountIdOf, parentOf } from './account-rows.js';

const made = new WeakMap<Reference, ReadonlyMap<string, Account>>();

/**
 * The accounts of the official lists by the id that they have, or would have, in a store: for those that no report printed.
 * Their only name is the official one.
 */
export function listAccounts(reference: Reference): ReadonlyMap<string, Account> {
  const known = made.get(reference);
  if (known) return known;
  const accounts = new Map(
    reference.accounts.map((row) => {
      const account = toAccount(row, reference);
      return [account.id, account];
    }),
  );
  made.set(reference, accounts);
  return accounts;
}

function toAccount(row: AccountRow, reference: Reference): Account {
  const { classification, code, edition, lastYear, name } = row;
  const level = levelOfCode(code);
  const account: AccountRef = {
    ...{ classification, code, key: code, parentKey: parentCode(code) },
    name,
    level,
    edition,
  };
  const parent = parentOf(account, reference);
  const parentId = parent && accountIdOf(parent);
  const id = accountIdOf(account);
  return { id, classification, code, key: code, name, variants: [], level, edition, lastYear, parentId };
}
