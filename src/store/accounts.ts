import type { AccountFilter, Page, PageRequest } from '../domain/filters.js';
import type { Account } from '../domain/records.js';
import type { Store } from './store.js';

/** Accounts by classification, key and edition. `search` is looked for in code, name and variants. */
export async function findAccounts(
  _store: Store,
  _filter: AccountFilter | null | undefined,
  _search: string | null | undefined,
  _page: PageRequest,
): Promise<Page<Account>> {
  throw new Error('not built yet');
}

export async function countAccounts(
  _store: Store,
  _filter?: AccountFilter | null,
  _search?: string | null,
): Promise<number> {
  throw new Error('not built yet');
}

export async function findAccountsByIds(_store: Store, _ids: readonly string[]): Promise<ReadonlyMap<string, Account>> {
  throw new Error('not built yet');
}

/** The accounts right below each of these, by key; one without any is absent. */
export async function findAccountsByParentIds(
  _store: Store,
  _parentIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Account[]>> {
  throw new Error('not built yet');
}
