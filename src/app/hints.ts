import { levelOfCode } from '../domain/account.js';
import type { Reference } from '../domain/reference.js';
import { findAccountsBeside } from '../store/accounts.js';
import { findBorneNames, findNearDepartments } from '../store/borne-names.js';
import { findFiscalYears } from '../store/fiscal-years.js';
import type { Store } from '../store/store.js';
import { isMeantIn, phraseHints } from './hint-sentences.js';
import { isRule } from './list-rules.js';
import type { Named } from './named.js';

/** Sentences in one answer. */
export const MOST_HINTS = 10;

/**
 * A sentence for each name that nothing here bears, with near ones; at most ten. What the reference can tell
 * is asked of it alone; else a statement looks which names the store bears, and one more each finds years, near departments, near accounts.
 * @param held names of which the caller knows that something bears them
 */
export async function findHints(
  store: Store,
  reference: Reference,
  names: readonly Named[],
  held: readonly Named[] = [],
): Promise<string[]> {
  const known = new Set(held.map(keyOf));
  const asked = [...new Map(names.map((name) => [keyOf(name), name])).values()];
  const unknown = await dropBorne(
    store,
    reference,
    asked.filter((name) => !known.has(keyOf(name))),
  );
  const explained = unknown.slice(0, MOST_HINTS - 1);
  const sentences = phraseHints(explained, {
    reference,
    departments: await findNearDepartments(store, departmentNames(explained)),
    accounts: await findNearAccounts(store, reference, explained),
    years: explained.some(({ kind }) => kind === 'YEAR') ? await findFiscalYears(store) : [],
  });
  const more = unknown.length - explained.length;
  return more > 0 ? [...sentences, `and ${more} more that nothing here bears`] : sentences;
}

function keyOf({ kind, value }: Named): string {
  return `${kind} ${value}`;
}

async function dropBorne(store: Store, reference: Reference, names: readonly Named[]): Promise<Named[]> {
  const open = names.flatMap((name) =>
    name.kind !== 'RULE' && mayBeBorne(name, reference) ? [{ ...name, kind: name.kind }] : [],
  );
  const borne = new Set((await findBorneNames(store, open)).map(keyOf));
  return names.filter((name) => !borne.has(keyOf(name)) && !(name.kind === 'RULE' && isRule(name.value)));
}

/** Whether the store has to be asked: a division that is on no list has no reports, nor has an account where its code has no meaning. */
function mayBeBorne({ kind, value, years = [] }: Named, reference: Reference): boolean {
  if (kind === 'DIVISION' || kind === 'DISTRICT') return reference.division(value) !== undefined;
  return kind !== 'ACCOUNT' || isMeantIn(value, years, reference);
}

/** What nobody would call anything. */
const TOO_LONG = 100;
/** All departments are gone through for each name. */
const MOST_NAMES = 2;

function departmentNames(names: readonly Named[]): { readonly names: string[]; readonly bodies: string[] } {
  const valuesOf = (isOne: (name: Named) => boolean): string[] =>
    names.flatMap((name) => (isOne(name) && name.value.length <= TOO_LONG ? [name.value] : [])).slice(0, MOST_NAMES);
  return {
    names: valuesOf(
      ({ kind, value }) => kind === 'DEPARTMENT_NAME' || (kind === 'DEPARTMENT' && /\P{ASCII}/u.test(value)),
    ),
    bodies: valuesOf(({ kind }) => kind === 'BODY'),
  };
}

/** Codes that the store knows beside those that are on no list. */
async function findNearAccounts(
  store: Store,
  { accounts }: Reference,
  names: readonly Named[],
): ReturnType<typeof findAccountsBeside> {
  const codes = names.flatMap(({ kind, value }) => (kind === 'ACCOUNT' && levelOfCode(value) !== null ? [value] : []));
  const unlisted = codes.filter((code) => !accounts.some((account) => account.code === code));
  return unlisted.length === 0 ? [] : findAccountsBeside(store, unlisted);
}
