import { FIRST_EDITION } from '../domain/account.js';
import type { Classification, Confidence, MappingKind } from '../domain/closed-lists.js';
import type { AccountEdition, CodedClassification } from '../domain/reference-tables.js';
import type { Reference } from '../domain/reference.js';
import { findAccountsByIds } from '../store/accounts.js';
import type { Store } from '../store/store.js';
import { checkYears } from './check-years.js';
import { findHints } from './hints.js';
import { idOfCode } from './named-account.js';
import type { NamedAccount } from './named-account.js';

export interface CrosswalkRequest {
  readonly classification: Classification;
  readonly code: string;
  readonly fromYear: number;
  readonly toYear: number;
}

export interface NamedMapping {
  /** Null: ADDED. */
  readonly from: NamedAccount | null;
  /** Null: REMOVED. */
  readonly to: NamedAccount | null;
  readonly kind: MappingKind;
  readonly confidence: Confidence;
  readonly note: string | null;
}

export interface CrosswalkAnswer {
  readonly mappings: readonly NamedMapping[];
  /** Why there is none. */
  readonly hints: readonly string[];
}

/**
 * What a code of one year is in another. No statement where a list has the code; else one looks whether a report prints it, which then is
 * the same in every year as far as is known.
 * @throws AppError BAD_USER_INPUT
 */
export async function readCrosswalk(
  store: Store,
  reference: Reference,
  request: CrosswalkRequest,
): Promise<CrosswalkAnswer> {
  const { classification, code, fromYear, toYear } = request;
  checkYears([fromYear, toYear]);
  if (classification !== 'FUNCTIONAL' && classification !== 'ECONOMIC')
    return nothing(`${classification} accounts have no codes; FUNCTIONAL and ECONOMIC ones have`);
  if (Math.min(fromYear, toYear) < FIRST_EDITION)
    return nothing(`no list of accounts before ${FIRST_EDITION} is here, got ${fromYear} and ${toYear}`);
  const mappings = reference.crosswalk(classification, code, fromYear, toYear).map(({ from, to, ...mapping }) => ({
    ...mapping,
    from: from && nameIn(reference, classification, from, fromYear),
    to: to && nameIn(reference, classification, to, toYear),
  }));
  if (mappings.length > 0) return { mappings, hints: [] };
  if (isListed(reference, classification, code))
    return { mappings, hints: await explainNone(store, reference, request) };
  const accountId = idOfCode({ classification, code });
  const isPrinted = (await findAccountsByIds(store, [accountId])).has(accountId);
  return isPrinted
    ? { mappings: [unchanged({ accountId, name: null })], hints: [] }
    : { mappings, hints: await explainNone(store, reference, request) };
}

function nothing(hint: string): CrosswalkAnswer {
  return { mappings: [], hints: [hint] };
}

function nameIn(
  reference: Reference,
  classification: CodedClassification,
  { code, edition }: AccountEdition,
  year: number,
): NamedAccount {
  const accountId = idOfCode({ classification, code }, edition);
  return { accountId, name: reference.officialName(classification, code, year) ?? null };
}

function isListed({ accounts }: Reference, classification: CodedClassification, code: string): boolean {
  return accounts.some((row) => row.classification === classification && row.code === code);
}

function unchanged(account: NamedAccount): NamedMapping {
  const note = 'printed in a report, on no list that is here: no change of it is known';
  return { from: account, to: account, kind: 'SAME', confidence: 'LOW', note };
}

async function explainNone(
  store: Store,
  reference: Reference,
  { classification, code, fromYear, toYear }: CrosswalkRequest,
): Promise<readonly string[]> {
  const hints = await findHints(store, reference, [{ kind: 'ACCOUNT', value: code, years: [fromYear] }]);
  const isTurned =
    (classification === 'FUNCTIONAL' || classification === 'ECONOMIC') &&
    reference.crosswalk(classification, code, toYear, fromYear).length > 0;
  const turned = `ask from ${toYear} to ${fromYear} for what ${code} of ${toYear} was in ${fromYear}`;
  const own = [...hints, ...(isTurned ? [turned] : [])];
  return own.length > 0 ? own : [`no ${classification} account has the code ${JSON.stringify(code)}`];
}
