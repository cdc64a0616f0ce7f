import { CONFIDENCES, MAPPING_KINDS, METRIC_KEYS } from './closed-lists.js';
import type { Confidence, MappingKind, MetricKey } from './closed-lists.js';
import { STATISTIC_COLUMNS, findMisfits, makeStatistic } from './statistic-rows.js';
import type { StatisticCells } from './statistic-rows.js';
import type { Statistic } from './statistics.js';
import { parseRows, readOneOf, readOptionalYear, readText, readYear, refuse } from './tab-separated.js';
import type { Row } from './tab-separated.js';

/**
 * The reference tables of `seeds/reference` as text, parsed strictly: tab-separated, one heading line, no quoting.
 * A row that does not fit throws an Error that names file, line, what was expected and what came.
 */
export const REFERENCE_FILES = {
  divisions: 'divisions.tsv',
  accounts: 'accounts.tsv',
  accountNames: 'account-names.tsv',
  accountChanges: 'account-changes.tsv',
  departmentNames: 'department-names.tsv',
  annotations: 'annotations.tsv',
  statistics: 'statistics.tsv',
} as const;

/** The whole text of each file. */
export type ReferenceTexts = Readonly<Record<keyof typeof REFERENCE_FILES, string>>;

export const DIVISION_LEVELS = ['PROVINCE', 'PREFECTURE', 'COUNTY', 'RESERVED'] as const;
/** 省级 / 地级 / 县级, and the one reserved row for names that can't be placed. */
export type DivisionLevel = (typeof DIVISION_LEVELS)[number];

export const CODED_CLASSIFICATIONS = ['FUNCTIONAL', 'ECONOMIC'] as const;
/** The classifications that have codes. */
export type CodedClassification = (typeof CODED_CLASSIFICATIONS)[number];

export const NAME_KINDS = ['OFFICIAL', 'VARIANT'] as const;
export type NameKind = (typeof NAME_KINDS)[number];

/** An administrative division of China (GB/T 2260). */
export interface Division {
  /** Six digits. */
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  /** Null for provinces and the reserved row. */
  readonly parentCode: string | null;
  readonly level: DivisionLevel;
  /** Last year in whose list the division stands; null: still. */
  readonly until: number | null;
  /** Names the same code had before. */
  readonly formerNames: readonly string[];
}

/** One meaning of a code. */
export interface AccountRow {
  readonly classification: CodedClassification;
  readonly code: string;
  /** First fiscal year in which the code has this meaning; 2007 where no change is known. */
  readonly edition: number;
  /** Last fiscal year of this meaning; null: still. */
  readonly lastYear: number | null;
  /** The official name in the last year of the edition. */
  readonly name: string;
  readonly source: string;
}

/** A further name of an account: a former official one or a spelling met in print. */
export interface AccountNameRow {
  readonly classification: CodedClassification;
  readonly code: string;
  readonly edition: number;
  readonly name: string;
  /** First and last fiscal year of the name; null: not known. */
  readonly fromYear: number | null;
  readonly toYear: number | null;
  readonly kind: NameKind;
  readonly source: string;
}

/** A code with the edition in which it is meant. */
export interface AccountEdition {
  readonly code: string;
  readonly edition: number;
}

/** One line of the break list. `from` is null where an account was added, `to` where one was removed. */
export interface AccountChange {
  readonly classification: CodedClassification;
  /** First fiscal year of the new state. */
  readonly year: number;
  readonly kind: MappingKind;
  readonly from: AccountEdition | null;
  readonly to: AccountEdition | null;
  readonly confidence: Confidence;
  readonly note: string;
  readonly source: string;
}

/** A body that goes on under another name. */
export interface DepartmentRename {
  readonly districtCode: string;
  readonly formerName: string;
  readonly name: string;
  /** First year of the new name. */
  readonly year: number;
  readonly source: string;
}

/** Something noted of a figure that makes it unlike others, with its source. */
export interface Annotation {
  readonly districtCode: string;
  /** The department's name today. */
  readonly department: string;
  readonly year: number;
  /** Exactly one of the two. */
  readonly metric: MetricKey | null;
  readonly account: { readonly classification: CodedClassification; readonly code: string } | null;
  readonly note: string;
  readonly source: string;
}

export interface ReferenceTables {
  readonly divisions: readonly Division[];
  readonly accounts: readonly AccountRow[];
  readonly accountNames: readonly AccountNameRow[];
  readonly accountChanges: readonly AccountChange[];
  readonly departmentNames: readonly DepartmentRename[];
  readonly annotations: readonly Annotation[];
  readonly statistics: readonly Statistic[];
}

/**
 * All tables.
 * @throws Error with file, line, what was expected and what came.
 */
export function parseReferenceTables(texts: ReferenceTexts): ReferenceTables {
  return {
    divisions: parseRows(REFERENCE_FILES.divisions, texts.divisions, DIVISION_COLUMNS, toDivision),
    accounts: parseRows(REFERENCE_FILES.accounts, texts.accounts, ACCOUNT_COLUMNS, toAccount),
    accountNames: parseRows(REFERENCE_FILES.accountNames, texts.accountNames, NAME_COLUMNS, toAccountName),
    accountChanges: parseRows(REFERENCE_FILES.accountChanges, texts.accountChanges, CHANGE_COLUMNS, toAccountChange),
    departmentNames: parseRows(REFERENCE_FILES.departmentNames, texts.departmentNames, RENAME_COLUMNS, toRename),
    annotations: parseRows(REFERENCE_FILES.annotations, texts.annotations, ANNOTATION_COLUMNS, toAnnotation),
    statistics: parseRows(REFERENCE_FILES.statistics, texts.statistics, STATISTIC_COLUMNS, toStatistic),
  };
}

const DIVISION_COLUMNS = ['code', 'name', 'nameEn', 'parent', 'level', 'until', 'formerNames'];
const ACCOUNT_COLUMNS = ['classification', 'code', 'edition', 'lastYear', 'name', 'source'];
const NAME_COLUMNS = ['classification', 'code', 'edition', 'name', 'fromYear', 'toYear', 'kind', 'source'];
const CHANGE_COLUMNS = [
  ...['classification', 'year', 'kind', 'fromCode', 'fromEdition', 'toCode', 'toEdition'],
  ...['confidence', 'note', 'source'],
];
const RENAME_COLUMNS = ['district', 'formerName', 'name', 'year', 'source'];

const ANNOTATION_COLUMNS = ['district', 'department', 'year', 'metric', 'classification', 'code', 'note', 'source'];

const DIVISION_CODE = /^\d{6}$/;
const ACCOUNT_CODES: Readonly<Record<CodedClassification, RegExp>> = {
  FUNCTIONAL: /^2\d{2}(\d{2}){0,2}$/,
  ECONOMIC: /^3\d{2}(\d{2})?$/,
};

function readCode(row: Row, column: string, pattern: RegExp): string {
  const text = row.cells[column] ?? '';
  if (!pattern.test(text)) throw refuse(row, `a code as ${column}`, text);
  return text;
}

function readEdition(
  row: Row,
  classification: CodedClassification,
  code: string,
  edition: string,
): AccountEdition | null {
  if (row.cells[code] === '' && row.cells[edition] === '') return null;
  return { code: readCode(row, code, ACCOUNT_CODES[classification]), edition: readYear(row, edition) };
}

function toDivision(row: Row): Division {
  return {
    code: readCode(row, 'code', DIVISION_CODE),
    name: readText(row, 'name'),
    nameEn: readText(row, 'nameEn'),
    parentCode: row.cells['parent'] === '' ? null : readCode(row, 'parent', DIVISION_CODE),
    level: readOneOf(row, 'level', DIVISION_LEVELS),
    until: readOptionalYear(row, 'until'),
    formerNames: (row.cells['formerNames'] ?? '').split('|').filter((name) => name !== ''),
  };
}

function toAccount(row: Row): AccountRow {
  const classification = readOneOf(row, 'classification', CODED_CLASSIFICATIONS);
  const code = readCode(row, 'code', ACCOUNT_CODES[classification]);
  const edition = readYear(row, 'edition');
  const lastYear = readOptionalYear(row, 'lastYear');
  if (lastYear !== null && lastYear < edition) throw refuse(row, `lastYear not before ${edition}`, String(lastYear));
  return { classification, code, edition, lastYear, name: readText(row, 'name'), source: readText(row, 'source') };
}

function toAccountName(row: Row): AccountNameRow {
  const classification = readOneOf(row, 'classification', CODED_CLASSIFICATIONS);
  const kind = readOneOf(row, 'kind', NAME_KINDS);
  const read = kind === 'OFFICIAL' ? readYear : readOptionalYear;
  return {
    classification,
    code: readCode(row, 'code', ACCOUNT_CODES[classification]),
    edition: readYear(row, 'edition'),
    name: readText(row, 'name'),
    fromYear: read(row, 'fromYear'),
    toYear: read(row, 'toYear'),
    kind,
    source: readText(row, 'source'),
  };
}

function toAccountChange(row: Row): AccountChange {
  const classification = readOneOf(row, 'classification', CODED_CLASSIFICATIONS);
  const kind = readOneOf(row, 'kind', MAPPING_KINDS);
  const from = readEdition(row, classification, 'fromCode', 'fromEdition');
  const to = readEdition(row, classification, 'toCode', 'toEdition');
  if ((from === null) !== (kind === 'ADDED')) throw refuse(row, 'fromCode empty exactly where ADDED', from?.code ?? '');
  if ((to === null) !== (kind === 'REMOVED')) throw refuse(row, 'toCode empty exactly where REMOVED', to?.code ?? '');
  return {
    classification,
    year: readYear(row, 'year'),
    kind,
    from,
    to,
    confidence: readOneOf(row, 'confidence', CONFIDENCES),
    note: readText(row, 'note'),
    source: readText(row, 'source'),
  };
}

function toRename(row: Row): DepartmentRename {
  return {
    districtCode: readCode(row, 'district', DIVISION_CODE),
    formerName: readText(row, 'formerName'),
    name: readText(row, 'name'),
    year: readYear(row, 'year'),
    source: readText(row, 'source'),
  };
}

function toAnnotation(row: Row): Annotation {
  const metric = row.cells['metric'] === '' ? null : readOneOf(row, 'metric', METRIC_KEYS);
  const classification =
    row.cells['classification'] === '' ? null : readOneOf(row, 'classification', CODED_CLASSIFICATIONS);
  if ((metric === null) === (classification === null))
    throw refuse(row, 'a metric or an account', row.cells['metric'] ?? '');
  const account = classification && { classification, code: readCode(row, 'code', ACCOUNT_CODES[classification]) };
  const place = { districtCode: readCode(row, 'district', DIVISION_CODE), department: readText(row, 'department') };
  const [note, source] = [readText(row, 'note'), readText(row, 'source')];
  return { ...place, year: readYear(row, 'year'), metric, account, note, source };
}

function toStatistic(row: Row): Statistic {
  const cells = row.cells as StatisticCells;
  const [misfit] = findMisfits(cells);
  if (misfit) throw refuse(row, `${misfit.column} to be ${misfit.expected}`, misfit.got);
  return makeStatistic(cells);
}
