import type { Release } from '../domain/records.js';
import { Prisma } from './generated/client.js';
import { toStorable } from './storable.js';
import type { Store } from './store.js';

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
