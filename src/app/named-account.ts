import { FIRST_EDITION } from '../domain/account.js';
import type { CodedClassification } from '../domain/reference-tables.js';
import type { Reference } from '../domain/reference.js';
import { accountIdOf } from '../store/account-rows.js';

/** An account with the name that it has in one year. */
export interface NamedAccount {
  readonly accountId: string;
  /** Null: the account's own. */
  readonly name: string | null;
}

interface CodedAccount {
  readonly classification: CodedClassification;
  readonly code: string;
}

/** The account that a code is in one year. */
export function nameAccount(reference: Reference, { classification, code }: CodedAccount, year: number): NamedAccount {
  const edition = reference.editionOf(classification, code, year);
  return {
    accountId: idOfCode({ classification, code }, edition),
    name: reference.officialName(classification, code, year) ?? null,
  };
}

/** Its id in an edition; of an account on no list the first. */
export function idOfCode({ classification, code }: CodedAccount, edition = FIRST_EDITION): string {
  return accountIdOf({ classification, code, key: code, parentKey: null, name: code, level: null, edition });
}
