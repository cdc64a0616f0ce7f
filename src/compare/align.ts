import type { AccountMapping } from '../domain/crosswalk.js';
import { weakest } from '../domain/crosswalk.js';
import type { AccountEdition, CodedClassification } from '../domain/reference-tables.js';
import { once } from '../domain/once.js';
import type { Reference } from '../domain/reference.js';
import type { NamedAccount } from './words/named.js';
import type { Say } from './words/words.js';

export interface ListedAccount {
  readonly classification: CodedClassification;
  readonly code: string;
}

/**
 * How an account of one year is read in another. SAME: under its code, renamed or not. ALIGNED: under another code or as a group of codes,
 * every mapping on the way of high confidence; APPROXIMATE: likewise, but not of high confidence. UNALIGNED: under its code, which holds other
 * things there. REUSED: the code means something else there and is not read. NONE: there is nothing like it.
 */
export type Alignment = 'SAME' | 'ALIGNED' | 'APPROXIMATE' | 'UNALIGNED' | 'REUSED' | 'NONE';

export interface AlignedAccount {
  readonly alignment: Alignment;
  /** What is read, by code; more than one: a group whose shares are unknown, so that all of it is added. Empty: nothing. */
  readonly accounts: readonly AccountEdition[];
  /** What stands for what, and why; null: SAME, or nothing to be said. */
  readonly say: Say | null;
}

/**
 * Reads an account as meant in the year `edition` in another year. A group stands for it where the whole group, and nothing beside it, is
 * what the account was: shares of a split are never made up.
 */
export function alignAccount(
  account: ListedAccount,
  edition: number,
  year: number,
  reference: Reference,
): AlignedAccount {
  const { classification, code } = account;
  const mappings = reference.crosswalk(classification, code, edition, year);
  const own = mappings.find(({ from }) => from !== null)?.from ?? null;
  const nameIn = nameAccounts(account, reference);
  const parts = mappings.filter(({ from, kind }) => from !== null && kind !== 'REUSED');
  const joins = parts.flatMap((mapping) => (mapping.to ? [{ ...mapping, to: mapping.to }] : []));
  const accounts = joins.map(({ to }) => to);
  if (!own || joins.length === 0) {
    const isReused = mappings.some(({ kind }) => kind === 'REUSED');
    const reused: Say = (words) => words.reused(nameIn(code, edition), nameIn(code, year));
    return { alignment: isReused ? 'REUSED' : 'NONE', accounts: [], say: isReused ? reused : null };
  }
  const back = accounts.flatMap((to) =>
    reference.crosswalk(classification, to.code, year, edition).filter(({ kind }) => kind !== 'REUSED'),
  );
  const isWhole = joins.length === parts.length && back.every(({ to }) => to !== null && isSame(to, own));
  const why = once(() => listNotes(joins));
  const read = once(() => accounts.map((to) => nameIn(to.code, year)));
  if (isWhole) {
    if (joins.every(({ to, kind }) => to.code === code && (kind === 'SAME' || kind === 'RENAMED')))
      return { alignment: 'SAME', accounts, say: null };
    const isHigh = [...joins, ...back].map(({ confidence }) => confidence).reduce(weakest) === 'HIGH';
    const standsFor: Say = (words) => words.standsFor(nameIn(code, edition), read(), why());
    return { alignment: isHigh ? 'ALIGNED' : 'APPROXIMATE', accounts, say: standsFor };
  }
  const same = accounts.find((to) => to.code === code);
  const holdsOther: Say = (words) => words.holdsOther(nameIn(code, edition), year, why());
  if (same) return { alignment: 'UNALIGNED', accounts: [same], say: holdsOther };
  return { alignment: 'NONE', accounts: [], say: (words) => words.isPartOf(nameIn(code, edition), read(), why()) };
}

function nameAccounts({ classification }: ListedAccount, reference: Reference) {
  return (code: string, year: number): NamedAccount => {
    const name = [code, reference.officialName(classification, code, year)].filter(Boolean).join(' ');
    return { name, year };
  };
}

function listNotes(mappings: readonly Pick<AccountMapping, 'note'>[]): string {
  return [...new Set(mappings.flatMap(({ note }) => note ?? []))].join('; ');
}

function isSame(a: AccountEdition, b: AccountEdition): boolean {
  return a.code === b.code && a.edition === b.edition;
}

/** Whether some list gives the code a meaning in that year. */
export function isMeantIn({ classification, code }: ListedAccount, year: number, reference: Reference): boolean {
  const row = reference.account(classification, code, year);
  return row !== undefined && row.edition <= year && (row.lastYear === null || year <= row.lastYear);
}
