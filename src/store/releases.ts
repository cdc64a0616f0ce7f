import type { Page, PageRequest } from '../domain/filters.js';
import type { Release } from '../domain/records.js';
import { allOf } from './conditions.js';
import { Prisma } from './generated/client.js';
import { cursorKeyOf, isAfter, limitOf, orderBy, toPage } from './paging.js';
import type { Keyed, Order } from './paging.js';
import { toStorable } from './storable.js';
import type { Store } from './store.js';

export const RELEASE_LIST: Order = { name: 'releases', keys: [{ sql: '(-"number")', type: 'integer' }] };
const COLUMNS = Prisma.raw('"id", "number", "createdAt", "reports", "lineItems"');

/** What is stored now; a store without any report has a release too (of nothing, number 0). */
export async function findLatestRelease(store: Store): Promise<Release> {
  const [release] = await store.client.$queryRaw<Release[]>`
    SELECT ${COLUMNS} FROM "Release" ORDER BY "number" DESC LIMIT 1`;
  if (!release) throw new Error('expected the release of the empty store, which the first migration adds, got none');
  return release;
}

export async function findReleaseById(store: Store, id: string): Promise<Release | undefined> {
  const [release] = await store.client.$queryRaw<Release[]>`
    SELECT ${COLUMNS} FROM "Release" WHERE "id" = ${toStorable(id)}`;
  return release;
}

/** All releases that the store was in, the newest first; that of nothing comes last. */
export async function findReleases(store: Store, page: PageRequest): Promise<Page<Release>> {
  const rows = await store.client.$queryRaw<Keyed<Release>[]>`
    SELECT ${COLUMNS}, ${cursorKeyOf(RELEASE_LIST)} FROM "Release" WHERE ${allOf(isAfter(RELEASE_LIST, page))}
    ORDER BY ${orderBy(RELEASE_LIST)} LIMIT ${limitOf(page)}::int`;
  return toPage(RELEASE_LIST, page, rows, toRelease);
}

export async function countReleases(store: Store): Promise<number> {
  const [found] = await store.client.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count FROM "Release"`;
  return found?.count ?? 0;
}

function toRelease({ id, number, createdAt, reports, lineItems }: Release): Release {
  return { id, number, createdAt, reports, lineItems };
}
