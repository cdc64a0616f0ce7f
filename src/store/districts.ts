import type { DistrictFilter } from '../domain/filters.js';
import type { District } from '../domain/records.js';
import type { Store } from './store.js';

/** Districts that the store knows (those with departments, and all above them), by code. */
export async function findDistricts(_store: Store, _filter?: DistrictFilter | null): Promise<readonly District[]> {
  throw new Error('not built yet');
}

export async function findDistrictsByCodes(
  _store: Store,
  _codes: readonly string[],
): Promise<ReadonlyMap<string, District>> {
  throw new Error('not built yet');
}
