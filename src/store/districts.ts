import type { DistrictFilter } from '../domain/filters.js';
import type { District } from '../domain/records.js';
import { allOf, matchText, texts } from './conditions.js';
import { Prisma } from './generated/client.js';
import { keyRows } from './key-rows.js';
import { matchThere } from './pinning.js';
import type { Store } from './store.js';

const COLUMNS = Prisma.raw('d."code", d."name", d."nameEn", d."parentCode"');

/** Districts that the store knows (those with departments, and all above them), by code. */
export async function findDistricts(store: Store, filter?: DistrictFilter | null): Promise<readonly District[]> {
  const conditions = [
    ...matchText('d."code"', filter?.code),
    ...matchText('d."name"', filter?.name),
    ...matchThere('d', store),
  ];
  return store.client.$queryRaw<District[]>`
    SELECT ${COLUMNS} FROM "District" d WHERE ${allOf(conditions)} ORDER BY d."code"`;
}

export async function findDistrictsByCodes(
  store: Store,
  codes: readonly string[],
): Promise<ReadonlyMap<string, District>> {
  const inMemory = await store.inMemory?.();
  if (inMemory) return inMemory.districts;
  const rows = await store.client.$queryRaw<District[]>`
    SELECT ${COLUMNS} FROM "District" d
    WHERE ${allOf([Prisma.sql`d."code" = ANY(${texts(codes)})`, ...matchThere('d', store)])}`;
  return keyRows(rows, ({ code }) => code);
}

/** All that the store knows, by code. */
export async function findAllDistricts(store: Store): Promise<ReadonlyMap<string, District>> {
  const rows = await store.client.$queryRaw<District[]>`
    SELECT ${COLUMNS} FROM "District" d WHERE ${allOf(matchThere('d', store))}`;
  return keyRows(rows, ({ code }) => code);
}
