import { FIRST_EDITION, levelOfCode, parentCode } from '../../src/domain/account.js';
import type { AccountRef } from '../../src/domain/account.js';
import { normaliseName, pathKey } from '../../src/domain/account-path.js';
import type { Classification, Side, Statement } from '../../src/domain/closed-lists.js';
import type { CodedClassification } from '../../src/domain/reference-tables.js';
import type { Reference } from '../../src/domain/reference.js';
import { nameUnlisted } from './account-names.js';

/** The account of a code as the classification of a year has it, under its name of that year. */
export type AccountOf = (classification: CodedClassification, code: string) => AccountRef;

/** The accounts of one year. */
export function accountsOf(reference: Reference, year: number): AccountOf {
  const known = new Map<string, AccountRef>();
  return (classification, code) => {
    const before = known.get(code);
    if (before) return before;
    const account = makeAccount(reference, classification, code, year);
    known.set(code, account); // functional codes begin with 2, economic ones with 3
    return account;
  };
}

function makeAccount(
  reference: Reference,
  classification: CodedClassification,
  code: string,
  year: number,
): AccountRef {
  return {
    classification,
    code,
    key: code,
    parentKey: parentCode(code),
    name: reference.officialName(classification, code, year) ?? nameUnlisted(code),
    level: levelOfCode(code),
    edition: reference.editionOf(classification, code, year),
  };
}

/** The account of a row that prints no code, known by the path of its labels. */
export function accountOfRow(
  statement: Statement,
  side: Side | null,
  path: readonly string[],
  classification: Classification = 'BALANCE',
): AccountRef {
  const names = path.map(normaliseName);
  return {
    classification,
    code: null,
    key: pathKey(statement, side, names),
    parentKey: names.length > 1 ? pathKey(statement, side, names.slice(0, -1)) : null,
    name: names.at(-1) ?? '',
    level: null,
    edition: FIRST_EDITION,
  };
}
