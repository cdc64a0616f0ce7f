import { AppError } from '../domain/app-error.js';
import type { Page, PageRequest } from '../domain/filters.js';
import type { Release } from '../domain/records.js';
import { allOf } from './conditions.js';
import { Prisma } from './generated/client.js';
import { cursorKeyOf, isAfter, limitOf, orderBy, toPage } from './paging.js';
import type { Keyed, Order } from './paging.js';
import { matchReleased } from './pinning.js';
import { toStorable } from './storable.js';
import type { Store } from './store.js';

export const RELEASE_LIST: Order = { name: 'releases', keys: [{ sql: '(-r."number")', type: 'integer' }] };
const COLUMNS = Prisma.sql`
  r."id", r."number", r."createdAt", r."reports", r."lineItems", r."kept",
  (SELECT last."kept" FROM "Release" last WHERE last."number" < r."number" ORDER BY last."number" DESC LIMIT 1) AS "lastKept"`;

/** A release, and the state that the rows are in which it shows. */
export interface ReleaseState extends Release {
  /**
   * Another one as soon as rows are other ones, also where the release stays: which transaction wrote the release's row. Each that changes rows
   * writes those of the releases that show them (`add-release.ts`).
   */
  readonly state: string;
}

const STATE = Prisma.sql`concat_ws(':', r."id", r."number", r.xmin) AS "state"`;

/** Reads the newest release with its state. */
export const NEWEST_STATE = Prisma.sql`
  SELECT ${COLUMNS}, ${STATE} FROM "Release" r ORDER BY r."number" DESC LIMIT 1`;

/** What is stored now, or was in the release that is read; a store without any report has a release too (of nothing, number 0). */
export async function findLatestRelease(store: Store): Promise<Release> {
  const [release] = await store.client.$queryRaw<Release[]>`
    SELECT ${COLUMNS} FROM "Release" r WHERE ${allOf(matchReleased('r', store))} ORDER BY r."number" DESC LIMIT 1`;
  return expectRelease(release);
}

/** What is stored now; `statement` reads it by `NEWEST_STATE`. */
export async function findNewestState(
  { client }: Pick<Store, 'client'>,
  statement = NEWEST_STATE,
): Promise<ReleaseState> {
  const [release] = await client.$queryRaw<ReleaseState[]>(statement);
  return expectRelease(release);
}

function expectRelease<T extends Release>(release: T | undefined): T {
  if (!release) throw new Error('expected the release of the empty store, which the first migration adds, got none');
  return release;
}

/**
 * A release to read from, the state of its rows, and whether it is the newest.
 * @throws AppError BAD_USER_INPUT where there is no such release, or it is kept no longer
 */
export async function findKeptRelease(
  { client }: Store,
  id: string,
): Promise<{ readonly release: Release; readonly state: string; readonly isNewest: boolean }> {
  const [release] = await client.$queryRaw<(ReleaseState & { isNewest: boolean })[]>`
    SELECT ${COLUMNS}, ${STATE}, r."number" = (SELECT max("number") FROM "Release") AS "isNewest" FROM "Release" r
    WHERE r."id" = ${toStorable(id)}`;
  const got = `${id.slice(0, LONGEST_SHOWN)}${release ? ', which is kept no longer' : ''}`;
  if (!release?.kept) throw new AppError('BAD_USER_INPUT', `expected a release that is kept, got ${got}`);
  return { release: toRelease(release), state: release.state, isNewest: release.isNewest };
}

const LONGEST_SHOWN = 60;

export async function findReleaseById(store: Store, id: string): Promise<Release | undefined> {
  const [release] = await store.client.$queryRaw<Release[]>`
    SELECT ${COLUMNS} FROM "Release" r
    WHERE ${allOf([Prisma.sql`r."id" = ${toStorable(id)}`, ...matchReleased('r', store)])}`;
  return release;
}

/** All releases that the store was in, the newest first; that of nothing comes last. */
export async function findReleases(store: Store, page: PageRequest): Promise<Page<Release>> {
  const rows = await store.client.$queryRaw<Keyed<Release>[]>`
    SELECT ${COLUMNS}, ${cursorKeyOf(RELEASE_LIST)} FROM "Release" r
    WHERE ${allOf([...matchReleased('r', store), ...isAfter(RELEASE_LIST, page)])}
    ORDER BY ${orderBy(RELEASE_LIST)} LIMIT ${limitOf(page)}::int`;
  return toPage(RELEASE_LIST, page, rows, toRelease);
}

export async function countReleases(store: Store): Promise<number> {
  const [found] = await store.client.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM "Release" r WHERE ${allOf(matchReleased('r', store))}`;
  return found?.count ?? 0;
}

function toRelease({ id, number, createdAt, reports, lineItems, kept, lastKept }: Release): Release {
  return { id, number, createdAt, reports, lineItems, kept, lastKept };
}
