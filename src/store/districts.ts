import type { DistrictFilter } from '../domain/filters.js';
import type { District } from '../domain/records.js';
import { allOf, matchText, texts } from './conditions.js';
import { keyRows } from './group-rows.js';
import type { Store } from './store.js';

/** Districts that the store knows (those with departments, and all above them), by code. */
export async function findDistricts(store: Store, filter?: DistrictFilter | null): Promise<readonly District[]> {
  const conditions = [...matchText('"code"', filter?.code), ...matchText('"name"', filter?.name)];
  return store.client.$queryRaw<District[]>`
    SELECT "code", "name", "nameEn", "parentCode" FROM "District" WHERE ${allOf(conditions)} ORDER BY "code"`;
}

export async function findDistrictsByCodes(
  store: Store,
  codes: readonly string[],
): Promise<ReadonlyMap<string, District>> {
  const rows = await store.client.$queryRaw<District[]>`
    SELECT "code", "name", "nameEn", "parentCode" FROM "District" WHERE "code" = ANY(${texts(codes)})`;
  return keyRows(rows, ({ code }) => code);
}
