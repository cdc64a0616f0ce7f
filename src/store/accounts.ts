import type { AccountFilter, IntFilter, Page, PageRequest } from '../domain/filters.js';
import type { Account } from '../domain/records.js';
import { makeSearch } from '../domain/search-text.js';
import { groupBy } from '../domain/group-by.js';
import { allOf, checkRange, escapeLike, matchOneOf, matchText, texts } from './conditions.js';
import type { Condition } from './conditions.js';
import { Prisma } from './generated/client.js';
import { keyRows } from './key-rows.js';
import { cursorKeyOf, isAfter, limitOf, orderBy, toPage } from './paging.js';
import type { Keyed, Order } from './paging.js';
import { matchThere } from './pinning.js';
import { toStorable } from './storable.js';
import type { Store } from './store.js';

/** `a`: the accounts that there are, with the name to show (official, else the best spelling) and all spellings; torn ones only where there are no others. */
export function accountsAt(store: Store): Prisma.Sql {
  return Prisma.sql`(
  SELECT a.*, coalesce(a."name", s.names[1], a."code", a."key") AS shown, coalesce(s.names, '{}') AS names
  FROM "Account" a LEFT JOIN (
    SELECT "accountId", coalesce(
      array_agg("name" ORDER BY length("name") DESC, "name") FILTER (WHERE NOT "uncertain"),
      array_agg("name" ORDER BY length("name") DESC, "name")) AS names
    FROM "AccountSpelling" own WHERE ${allOf(matchThere('own', store))} GROUP BY "accountId"
  ) s ON s."accountId" = a."id" WHERE ${allOf(matchThere('a', store))}
) a`;
}

/** The same name of `a`, an account, where few of many are wanted: spellings are looked at only where there is no official name. */
export function shownName(store: Store): Prisma.Sql {
  return Prisma.sql`coalesce(a."name", (
    SELECT s."name" FROM "AccountSpelling" s WHERE ${allOf([Prisma.sql`s."accountId" = a."id"`, ...matchThere('s', store)])}
    ORDER BY s."uncertain", length(s."name") DESC, s."name" LIMIT 1
  ), a."code", a."key")`;
}

const COLUMNS = Prisma.raw(
  ['id', 'classification', 'code', 'key', 'level', 'edition', 'lastYear', 'parentId']
    .map((name) => `a."${name}"`)
    .concat('a.shown', 'a.names')
    .join(', '),
);

export const ACCOUNT_LIST: Order = {
  name: 'accounts',
  keys: [
    { sql: 'a."classification"', type: 'text' },
    { sql: 'a."key"', type: 'text' },
    { sql: 'a."edition"', type: 'integer' },
  ],
};

interface AccountRow extends Omit<Account, 'name' | 'variants'> {
  readonly shown: string;
  readonly names: readonly string[];
}

function matchAccount(
  store: Store,
  filter: AccountFilter | null | undefined,
  search: string | null | undefined,
): Condition[] {
  return [
    ...matchOneOf('a."classification"', filter?.classification),
    ...matchText('a."code"', filter?.code),
    ...matchText('a.shown', filter?.name),
    ...matchOneOf('a."level"', filter?.level),
    ...matchYear(filter?.year),
    ...matchSearch(store, search),
  ];
}

function matchSearch(store: Store, search: string | null | undefined): Condition[] {
  const own = makeSearch(search ?? '');
  if (own === '') return [];
  const pattern = toStorable(`%${escapeLike(own)}%`);
  return [
    Prisma.sql`(a."searchText" LIKE ${pattern} OR EXISTS (
      SELECT FROM "AccountSpelling" s
      WHERE s."accountId" = a."id" AND s."searchText" LIKE ${pattern} AND ${allOf(matchThere('s', store))}))`,
  ];
}

/** Accounts that are valid in a year of which all operators hold. */
function matchYear(filter: IntFilter | null | undefined): Condition[] {
  if (!filter) return [];
  checkRange(filter);
  const { eq, gte, lte } = filter;
  const within = (year: number): boolean => year >= (gte ?? year) && year <= (lte ?? year);
  const list = filter.in ?? (eq === null || eq === undefined ? null : [eq]);
  if (list) {
    const years = list.filter((year) => within(year) && year === (eq ?? year)).map(String);
    return [
      Prisma.sql`EXISTS (SELECT FROM unnest(${years}::text[]) AS y
        WHERE a."edition" <= y::int AND (a."lastYear" IS NULL OR a."lastYear" >= y::int))`,
    ];
  }
  const isLate =
    gte === null || gte === undefined ? [] : [Prisma.sql`(a."lastYear" IS NULL OR a."lastYear" >= ${gte}::int)`];
  const isEarly = lte === null || lte === undefined ? [] : [Prisma.sql`a."edition" <= ${lte}::int`];
  return [...isLate, ...isEarly];
}

/**
 * Accounts by classification, key and edition. `search`: the beginning of a code, or part of a name (former, official or met in print), in
 * characters or in pinyin; empty: all.
 */
export async function findAccounts(
  store: Store,
  filter: AccountFilter | null | undefined,
  search: string | null | undefined,
  page: PageRequest,
): Promise<Page<Account>> {
  const rows = await store.client.$queryRaw<Keyed<AccountRow>[]>`
    SELECT ${COLUMNS}, ${cursorKeyOf(ACCOUNT_LIST)} FROM ${accountsAt(store)}
    WHERE ${allOf([...matchAccount(store, filter, search), ...isAfter(ACCOUNT_LIST, page)])}
    ORDER BY ${orderBy(ACCOUNT_LIST)} LIMIT ${limitOf(page)}::int`;
  return toPage(ACCOUNT_LIST, page, rows, toAccount);
}

export async function countAccounts(
  store: Store,
  filter?: AccountFilter | null,
  search?: string | null,
): Promise<number> {
  const [found] = await store.client.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM ${accountsAt(store)} WHERE ${allOf(matchAccount(store, filter, search))}`;
  return found?.count ?? 0;
}

export async function findAccountsByIds(store: Store, ids: readonly string[]): Promise<ReadonlyMap<string, Account>> {
  const inMemory = await store.inMemory?.();
  return inMemory ? inMemory.accounts(ids) : readAccounts(store, ids);
}

/** From the tables. */
export async function readAccounts(store: Store, ids: readonly string[]): Promise<ReadonlyMap<string, Account>> {
  const rows = await store.client.$queryRaw<AccountRow[]>`
    SELECT ${COLUMNS} FROM ${accountsAt(store)} WHERE a."id" = ANY(${texts(ids)})`;
  return keyRows(rows.map(toAccount), ({ id }) => id);
}

/** Code and name to show of all accounts with the same code above as one of these; of several editions the last. */
export async function findAccountsBeside(
  store: Store,
  codes: readonly string[],
): Promise<readonly { readonly code: string; readonly name: string }[]> {
  const patterns = codes.map((code) => `${escapeLike(code.slice(0, -2))}__`);
  return store.client.$queryRaw<{ code: string; name: string }[]>`
    SELECT DISTINCT ON (a."code") a."code", a.shown AS name FROM ${accountsAt(store)}
    WHERE a."code" LIKE ANY(${texts(patterns)}) ORDER BY a."code", a."edition" DESC`;
}

/** The accounts right below each of these, by key; one without any is absent. */
export async function findAccountsByParentIds(
  store: Store,
  parentIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Account[]>> {
  const rows = await store.client.$queryRaw<AccountRow[]>`
    SELECT ${COLUMNS} FROM ${accountsAt(store)} WHERE a."parentId" = ANY(${texts(parentIds)}) ORDER BY ${orderBy(ACCOUNT_LIST)}`;
  return groupBy(rows.map(toAccount), ({ parentId }) => parentId ?? '');
}

function toAccount(row: AccountRow): Account {
  const { id, classification, code, key, level, edition, lastYear, parentId, shown, names } = row;
  const variants = names.filter((name) => name !== shown);
  return { id, classification, code, key, name: shown, variants, level, edition, lastYear, parentId };
}
