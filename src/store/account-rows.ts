import { levelOfCode, parentCode } from '../domain/account.js';
import type { AccountRef } from '../domain/account.js';
import { normaliseName } from '../domain/account-path.js';
import { bareLabel, squeeze } from '../domain/label.js';
import type { Reference } from '../domain/reference.js';
import { makeSearchText } from '../domain/search-text.js';
import type { LineItem } from '../domain/report.js';
import { makeAccountId, makeSpellingId } from './ids.js';
import { toKey, toStorable } from './storable.js';

export interface AccountRow {
  readonly id: string;
  readonly classification: string;
  readonly edition: number;
  readonly key: string;
  readonly code: string | null;
  readonly level: string | null;
  readonly lastYear: number | null;
  readonly name: string | null;
  readonly parentId: string | null;
  readonly searchText: string;
}

export interface SpellingRow {
  readonly id: string;
  readonly accountId: string;
  readonly name: string;
  readonly uncertain: boolean;
}

export function accountIdOf({ classification, edition, key }: AccountRef): string {
  return makeAccountId(classification, edition, toKey(key));
}

/** Rows that reports asked for before: they name the same accounts again and again, and to spell them in pinyin takes its time. */
const madeRows = new WeakMap<Reference, Map<string, AccountRow>>();
/** Far more than there are; who names others in every report must not fill the memory. */
const MOST_ROWS = 20_000;

/** The row of an account, made once. */
function rowOf(id: string, account: AccountRef, parentId: string | null, reference: Reference): AccountRow {
  const known = madeRows.get(reference) ?? new Map<string, AccountRow>();
  madeRows.set(reference, known);
  const key = JSON.stringify([id, account.code === null ? account.name : null, parentId]);
  const before = known.get(key);
  if (before) return before;
  if (known.size >= MOST_ROWS) known.clear();
  const row = toRow(id, account, parentId, reference);
  known.set(key, row);
  return row;
}

/** The accounts of a report with all above them, by id. What a row says depends on the account and the reference alone. */
export function accountRowsOf(items: readonly Pick<LineItem, 'account'>[], reference: Reference): AccountRow[] {
  const printed = new Map(items.map(({ account }) => [accountIdOf(account), account]));
  const rows = new Map<string, AccountRow>();
  const add = (id: string, account: AccountRef): void => {
    if (rows.has(id)) return;
    const parent = parentOf(account, reference);
    const parentId = parent && accountIdOf(parent);
    rows.set(id, rowOf(id, account, parentId, reference));
    if (parent && parentId) add(parentId, printed.get(parentId) ?? parent);
  };
  printed.forEach((account, id) => add(id, account));
  return [...rows.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function toRow(id: string, account: AccountRef, parentId: string | null, reference: Reference): AccountRow {
  const { classification, edition, key, code } = account;
  const official = officialOf(account, reference);
  return {
    id,
    classification,
    edition,
    key: toKey(key),
    code: code === null ? null : toStorable(code),
    level: code === null ? null : levelOfCode(code),
    lastYear: official?.lastYear ?? null,
    name: code === null ? toStorable(account.name) : (official?.name ?? null),
    parentId,
    searchText: searchTextOf(account, reference),
  };
}

/** What an account is found by, former names and other known spellings included. */
export function searchTextOf(
  { classification, code, edition, name }: Pick<AccountRef, 'classification' | 'code' | 'edition' | 'name'>,
  reference: Reference,
): string {
  if (code === null) return makeSearchText(null, [toStorable(name)]);
  const isListed = classification === 'FUNCTIONAL' || classification === 'ECONOMIC';
  return makeSearchText(toStorable(code), isListed ? reference.namesOf(classification, code, edition) : []);
}

function officialOf(
  { classification, code, edition }: AccountRef,
  reference: Reference,
): { name: string; lastYear: number | null } | undefined {
  if (code === null || (classification !== 'FUNCTIONAL' && classification !== 'ECONOMIC')) return undefined;
  const own = reference.account(classification, code, edition);
  if (own?.edition !== edition) return undefined;
  // Without a year the name is that of the last one in which the edition holds.
  const [name = own.name] = reference.namesOf(classification, code, edition);
  return { name, lastYear: own.lastYear };
}

/** The account above, in the edition that it has in the last year of this one. */
export function parentOf(account: AccountRef, reference: Reference): AccountRef | null {
  const { classification, code, edition, parentKey } = account;
  if (code === null || (classification !== 'FUNCTIONAL' && classification !== 'ECONOMIC'))
    return parentKey === null ? null : pathAbove(account, parentKey);
  const above = levelOfCode(code) === null ? null : parentCode(code);
  if (above === null) return null;
  const lastYear = reference.account(classification, code, edition)?.lastYear ?? LAST_OF_ALL;
  return {
    classification,
    code: above,
    key: above,
    parentKey: parentCode(above),
    name: above,
    level: levelOfCode(above),
    edition: reference.editionOf(classification, above, lastYear),
  };
}

const LAST_OF_ALL = 9999;

/** A row without a code that others stand below; its own parent is told by the path, if it is one. */
function pathAbove(account: AccountRef, key: string): AccountRef {
  const names = key.split('/');
  return { ...account, key, code: null, level: null, name: names.at(-1) ?? key, parentKey: null };
}

/** The names under which a report prints its accounts, where they are more than the account's own, by id. */
export function spellingRowsOf(items: readonly LineItem[], accounts: readonly AccountRow[]): SpellingRow[] {
  const byId = new Map(accounts.map((account) => [account.id, account]));
  const printed = new Map(
    items.map((item) => [
      `${item.account.classification} ${item.account.key} ${item.labelUncertain} ${item.label}`,
      item,
    ]),
  );
  const rows = new Map<string, SpellingRow>();
  for (const item of printed.values()) {
    const account = byId.get(accountIdOf(item.account));
    const row = account && spellingRowOf(item, account);
    if (row) rows.set(row.id, row);
  }
  return [...rows.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The spelling that one printed row adds to its account; null for none. */
export function spellingRowOf(
  item: Pick<LineItem, 'label' | 'labelUncertain'>,
  account: Pick<AccountRow, 'id' | 'code' | 'name'>,
): SpellingRow | null {
  const name = spellingOf(item, account);
  if (name === null) return null;
  const id = makeSpellingId(account.id, name, item.labelUncertain);
  return { id, accountId: account.id, name, uncertain: item.labelUncertain };
}

/** Numbering, blanks and a sum's 合计 are no part of a name; of a torn label is kept what the account has no other name for. */
function spellingOf(
  { label, labelUncertain }: Pick<LineItem, 'label' | 'labelUncertain'>,
  account: Pick<AccountRow, 'code' | 'name'>,
): string | null {
  if (labelUncertain && account.name !== null) return null;
  const bare = toStorable(bareLabel(label));
  if (account.code === null) {
    // Units and projects share an account and are no names of it; nor are the heads 合计 and 小计.
    if (normaliseName(label) !== account.name || bare === account.name) return null;
    return bare;
  }
  const name = bare.replace(/(?:合计|小计)$/, '');
  return name === '' || (account.name !== null && squeeze(account.name) === squeeze(name)) ? null : name;
}
