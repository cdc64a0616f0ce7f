import { ACCOUNT_KEYS } from '../domain/account-keys.js';
import type { AccountRow, Division } from '../domain/reference-tables.js';
import type { Reference } from '../domain/reference.js';
import type { NearDepartment } from '../store/borne-names.js';
import type { Named } from './named.js';
import { findNearCodes, findNearNames } from './near.js';

/** What sentences are made from. */
export interface HintMatter {
  readonly reference: Reference;
  /** Those near to the names asked for. */
  readonly departments: readonly NearDepartment[];
  /** Accounts of the store near to the codes asked for. */
  readonly accounts: readonly NamedAccount[];
  /** Years with reports, ascending. */
  readonly years: readonly number[];
}

interface NamedAccount {
  /** Null: a row without a code. */
  readonly code: string | null;
  readonly name: string;
}

/** A sentence for each name that nothing bears; one for all years together. */
export function phraseHints(names: readonly Named[], matter: HintMatter): string[] {
  const years = names.filter(({ kind }) => kind === 'YEAR').map(({ value }) => value);
  const sentences = names.map((name) => (name.kind === 'YEAR' ? phraseYears(years, matter) : phraseName(name, matter)));
  return [...new Set(sentences)];
}

function phraseName({ kind, value, years = [] }: Named, matter: HintMatter): string {
  switch (kind) {
    case 'DIVISION':
      return phraseDivision(value, matter, ({ level }) => (level === 'COUNTY' ? '' : ' itself'));
    case 'DISTRICT':
      return phraseDivision(value, matter, ({ level }) => (level === 'COUNTY' ? '' : ' or of a division below'));
    case 'DISTRICT_NAME':
      return phraseDistrictName(value, matter);
    case 'DEPARTMENT':
      return phraseDepartment(value, matter);
    case 'DEPARTMENT_NAME':
      return `no department has the name ${quote(value)}${near(departmentsLike(value, matter).map(({ name }) => name))}`;
    case 'BODY':
      return `no body has the name ${quote(value)}${near(departmentsLike(value, matter).map(({ name }) => name))}`;
    case 'ACCOUNT':
      return phraseAccount(value, years, matter);
    case 'TITLE':
      return `no account has the name ${quote(value)}${near(accountsLike(value, [...codedNames(matter), ...UNCODED]).map(nameAccount))}`;
    case 'REPORT':
    case 'RELEASE':
    case 'COMPARISON':
      return `no ${kind.toLowerCase()} has the id ${quote(value)}`;
    case 'RULE':
      return `no rule has the id ${quote(value)}; the query rules lists them`;
    case 'YEAR':
      return phraseYears([value], matter);
  }
}

const MOST_SHOWN = 60;

function quote(value: string): string {
  return JSON.stringify(value.length > MOST_SHOWN ? `${value.slice(0, MOST_SHOWN)}…` : value);
}

function near(names: readonly string[]): string {
  return names.length === 0 ? '' : `; near: ${[...new Set(names)].join(', ')}`;
}

function phraseDivision(code: string, matter: HintMatter, reachOf: (known: Division) => string): string {
  const { reference } = matter;
  const known = reference.division(code);
  if (known) return `no report of ${nameDivision(known)}${reachOf(known)} is here${nameSuccessors(known, reference)}`;
  const isCode = /^\d+$/.test(code);
  const found = isCode ? findNearCodes(code, today(reference), ({ code: own }) => own) : divisionsLike(code, reference);
  return `no division has the code ${quote(code)}${near(found.map(nameDivision))}`;
}

function phraseDistrictName(name: string, { reference }: HintMatter): string {
  const known = reference.findDivisions(name).filter((division) => division.name === name);
  const [first] = known;
  if (!first) return `no division has the name ${quote(name)}${near(divisionsLike(name, reference).map(nameDivision))}`;
  const names = known.map(nameDivision).join(' or ');
  return `no report of ${names} or of a division below is here${nameSuccessors(first, reference)}`;
}

/** Of a division that is no more, those that have its name, or nearly. */
function nameSuccessors({ name, until }: Division, reference: Reference): string {
  return until === null ? '' : near(divisionsLike(name, reference).map(nameDivision));
}

function divisionsLike(name: string, reference: Reference): Division[] {
  return findNearNames(name, today(reference), ({ name: own, nameEn, formerNames }) => [own, nameEn, ...formerNames]);
}

function today({ divisions }: Reference): Division[] {
  return divisions.filter(({ until, level }) => until === null && level !== 'RESERVED');
}

function nameDivision({ code, name }: Division): string {
  return `${code} ${name}`;
}

function phraseDepartment(id: string, matter: HintMatter): string {
  const division = matter.reference.division(id);
  if (division) return `no department has the id ${quote(id)}; it is the code of ${division.name}, for \`district\``;
  const found = departmentsLike(id, matter).map((department) => `${department.id} ${department.name}`);
  return `no department has the id ${quote(id)}${near(found)}`;
}

function departmentsLike(name: string, { departments }: HintMatter): NearDepartment[] {
  const own = departments.filter(({ asked }) => asked === name);
  return findNearNames(name, own, (department) => [department.name]);
}

/** Whether a code means something in one of the years; codes that are on no list may mean anything. */
export function isMeantIn(code: string, years: readonly number[], reference: Reference): boolean {
  const editions = editionsOf(code, reference);
  if (editions.length === 0 || years.length === 0) return true;
  return years.some((year) =>
    editions.some(({ edition, lastYear }) => edition <= year && (lastYear === null || year <= lastYear)),
  );
}

function editionsOf(code: string, { accounts }: Reference): AccountRow[] {
  return accounts.filter((account) => account.code === code);
}

function phraseAccount(code: string, years: readonly number[], matter: HintMatter): string {
  const editions = editionsOf(code, matter.reference);
  if (!isMeantIn(code, years, matter.reference))
    return `${code} means nothing in ${years.join(', ')}, but ${editions.map(nameEdition).join(', ')}`;
  const last = editions.at(-1);
  if (last) return `no figure of ${nameAccount(last)} is here`;
  const found = /^\d+$/.test(code) ? accountsBeside(code, matter) : accountsLike(code, codedNames(matter));
  return `no account has the code ${quote(code)}${near(found.map(nameAccount))}`;
}

function nameEdition({ edition, lastYear, name }: AccountRow): string {
  return `${lastYear === null ? `from ${edition}` : `${edition}–${lastYear}`} ${name}`;
}

function nameAccount({ code, name }: NamedAccount): string {
  return [...(code === null ? [] : [code]), name].join(' ');
}

/** By code; of several editions the last. */
function accountsBeside(code: string, { reference, accounts }: HintMatter): NamedAccount[] {
  const all = [...accounts, ...reference.accounts].map((account): [string | null, NamedAccount] => [
    account.code,
    account,
  ]);
  const candidates = [...new Map(all).values()].filter((account) => account.code !== null);
  return findNearCodes(code, candidates, (account) => account.code ?? '');
}

interface AccountNames extends NamedAccount {
  /** Former and other spellings too. */
  readonly names: readonly string[];
}

function codedNames({ reference }: HintMatter): AccountNames[] {
  return reference.accounts.map(({ classification, code, edition, name }) => {
    return { code, name, names: reference.namesOf(classification, code, edition) };
  });
}

/** Rows without a code that reports usually have. */
const UNCODED: readonly AccountNames[] = Object.values(ACCOUNT_KEYS).map((key) => {
  const name = key.split('/').at(-1) ?? key;
  return { code: null, name, names: [name] };
});

function accountsLike(name: string, candidates: readonly AccountNames[]): AccountNames[] {
  return findNearNames(name, candidates, ({ names }) => names);
}

function phraseYears(asked: readonly string[], { years }: HintMatter): string {
  const some = years.length === 0 ? 'there are no reports' : `years with reports: ${joinYears(years)}`;
  return `no report of ${asked.join(', ')} is here; ${some}`;
}

/** 2017, 2019–2021 */
export function joinYears(years: readonly number[]): string {
  const spans: [number, number][] = [];
  for (const year of years) {
    const span = spans.at(-1);
    if (span && span[1] === year - 1) span[1] = year;
    else spans.push([year, year]);
  }
  return spans.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
}
