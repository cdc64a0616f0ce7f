import { FIRST_EDITION, levelOfCode, parentCode } from './account.js';
import type { AccountLevel } from './closed-lists.js';
import { buildCrosswalk } from './crosswalk.js';
import type { Crosswalk } from './crosswalk.js';
import { bareLabel, squeeze } from './label.js';
import { checkReferenceTables } from './reference-checks.js';
import { parseReferenceTables } from './reference-tables.js';
import type {
  Annotation,
  AccountChange,
  AccountNameRow,
  AccountRow,
  CodedClassification,
  DepartmentRename,
  Division,
  ReferenceTables,
  ReferenceTexts,
} from './reference-tables.js';
import type { Statistic } from './statistics.js';

/** The reserved division of names that can't be placed. */
export const UNIDENTIFIED_DIVISION = '000000';

/** One meaning of an account code, as asked for one fiscal year. */
export interface OfficialAccount {
  readonly code: string;
  /** First fiscal year of this meaning. */
  readonly edition: number;
  /** Last fiscal year of this meaning; null: still. */
  readonly lastYear: number | null;
  /** The official name in the year asked for. */
  readonly name: string;
  readonly level: AccountLevel;
  /** The code one level up; null for a 类. */
  readonly parentCode: string | null;
}

/**
 * What is known apart from the reports: divisions, account codes with their editions and names, the break list, and what
 * bodies were called before. Unknown codes and names give undefined (lookups) or an empty list (searches), never an error.
 */
export interface Reference extends Crosswalk {
  readonly divisions: readonly Division[];
  /** All meanings of all codes, by classification, code and edition. */
  readonly accounts: readonly AccountRow[];
  division(code: string): Division | undefined;
  /** Divisions that have or had exactly this name; abolished ones included, the reserved one not. */
  findDivisions(name: string): readonly Division[];
  /** The division and those above it, itself first. */
  lineage(code: string): readonly Division[];
  /**
   * The edition whose years cover `year`; 2007 for codes that are not in the list. A year between two editions belongs to the
   * earlier one, a year before the first to the first, a year after the last to the last.
   */
  editionOf(classification: CodedClassification, code: string, year: number): number;
  account(classification: CodedClassification, code: string, year: number): OfficialAccount | undefined;
  officialName(classification: CodedClassification, code: string, year: number): string | undefined;
  /** The name of the last year first, then former official names, then variants. */
  namesOf(classification: CodedClassification, code: string, edition: number): readonly string[];
  /**
   * The functional 类 of a printed name. Numbering, blanks, width, a final 合计 and the suffix 支出 don't matter; former and later
   * names resolve in every year. A name of several 类 is decided by the year, else undefined.
   */
  categoryByName(name: string, year: number): string | undefined;
  /** The economic 类 of a printed name, as `categoryByName`. */
  economicCategoryByName(name: string, year: number): string | undefined;
  /** All changes from or to the code, by year. */
  changes(classification: CodedClassification, code: string): readonly AccountChange[];
  /** Those that lie between two fiscal years (in any order): first year of the new state after the earlier, not after the later. */
  changesBetween(
    classification: CodedClassification,
    code: string,
    fromYear: number,
    toYear: number,
  ): readonly AccountChange[];
  /** The name the body bears now, following renames; the name itself where none is known. */
  bodyOf(districtCode: string, name: string): string;
  /** Renames that ended in this name, the latest first. */
  renamesTo(districtCode: string, name: string): readonly DepartmentRename[];
  /** Districts of which some department was renamed. */
  readonly renamedDistricts: ReadonlySet<string>;
  /** All renames of departments. */
  readonly renames: readonly DepartmentRename[];
  /** All that is noted of figures. */
  readonly annotations: readonly Annotation[];
  /** Districts of whose departments something is noted. */
  readonly annotatedDistricts: ReadonlySet<string>;
  /** What is noted of figures of that department and year. */
  annotationsOf(districtCode: string, department: string, year: number): readonly Annotation[];
  /** Figures to normalise by, of all vintages. */
  readonly statistics: readonly Statistic[];
}

/**
 * The reference from the texts of its tables.
 * @throws Error with file, line, what was expected and what came.
 */
export function buildReference(texts: ReferenceTexts): Reference {
  const tables = parseReferenceTables(texts);
  checkReferenceTables(tables);
  return {
    ...buildDivisions(tables),
    ...buildAccounts(tables),
    ...buildChanges(tables),
    ...buildCrosswalk(tables),
    ...buildRenames(tables),
    statistics: tables.statistics,
    renames: tables.departmentNames,
    annotations: tables.annotations,
    ...buildAnnotations(tables),
  };
}

type DivisionPart = Pick<Reference, 'divisions' | 'division' | 'findDivisions' | 'lineage'>;

function buildDivisions({ divisions }: ReferenceTables): DivisionPart {
  const byCode = new Map(divisions.map((division) => [division.code, division]));
  const byName = groupBy(
    divisions.filter(({ level }) => level !== 'RESERVED'),
    (division) => [division.name, ...division.formerNames],
  );
  const lineage = (code: string): Division[] => {
    const division = byCode.get(code);
    return division ? [division, ...(division.parentCode ? lineage(division.parentCode) : [])] : [];
  };
  return {
    divisions,
    division: (code) => byCode.get(code),
    findDivisions: (name) => byName.get(name) ?? [],
    lineage,
  };
}

type AccountPart = Pick<
  Reference,
  'accounts' | 'editionOf' | 'account' | 'officialName' | 'namesOf' | 'categoryByName' | 'economicCategoryByName'
>;

function buildAccounts({ accounts, accountNames }: ReferenceTables): AccountPart {
  const editions = groupBy(accounts, ({ classification, code }) => [keyOf(classification, code)]);
  const names = groupBy(accountNames, ({ classification, code, edition }) => [keyOf(classification, code, edition)]);
  const find = (classification: CodedClassification, code: string, year: number): AccountRow | undefined =>
    pickEdition(editions.get(keyOf(classification, code)) ?? [], year);
  const nameIn = (row: AccountRow, year: number): string =>
    officialNameIn(row, names.get(keyOf(row.classification, row.code, row.edition)) ?? [], year);
  const officialName: Reference['officialName'] = (classification, code, year) => {
    const row = find(classification, code, year);
    return row && nameIn(row, year);
  };
  return {
    accounts,
    editionOf: (classification, code, year) => find(classification, code, year)?.edition ?? FIRST_EDITION,
    account: (classification, code, year) => {
      const row = find(classification, code, year);
      return row && toOfficialAccount(row, nameIn(row, year));
    },
    officialName,
    namesOf: (classification, code, edition) => {
      const row = editions.get(keyOf(classification, code))?.find((candidate) => candidate.edition === edition);
      return row ? listNames(row, names.get(keyOf(classification, code, edition)) ?? []) : [];
    },
    categoryByName: buildCategoryIndex('FUNCTIONAL', accounts, accountNames),
    economicCategoryByName: buildCategoryIndex('ECONOMIC', accounts, accountNames),
  };
}

/** The edition of a code for a year: the last that has begun, else the first. */
function pickEdition(rows: readonly AccountRow[], year: number): AccountRow | undefined {
  const sorted = [...rows].sort((a, b) => a.edition - b.edition);
  return sorted.findLast(({ edition }) => edition <= year) ?? sorted[0];
}

function officialNameIn(row: AccountRow, names: readonly AccountNameRow[], year: number): string {
  const former = names.find((candidate) => candidate.kind === 'OFFICIAL' && covers(candidate, year));
  return former?.name ?? row.name;
}

function toOfficialAccount({ code, edition, lastYear }: AccountRow, name: string): OfficialAccount {
  const level = levelOfCode(code);
  if (level === null) throw new Error(`expected an account code of 3, 5 or 7 digits, got ${JSON.stringify(code)}`);
  return { code, edition, lastYear, name, level, parentCode: parentCode(code) };
}

function listNames(row: AccountRow, names: readonly AccountNameRow[]): string[] {
  const of = (kind: AccountNameRow['kind']): string[] =>
    names.filter((name) => name.kind === kind).map(({ name }) => name);
  return [...new Set([row.name, ...of('OFFICIAL'), ...of('VARIANT')])];
}

/** Whether a name, or an account, is valid in the year; unknown ends are open. */
function covers({ fromYear, toYear }: { fromYear: number | null; toYear: number | null }, year: number): boolean {
  return (fromYear === null || fromYear <= year) && (toYear === null || year <= toYear);
}

interface CategoryName {
  readonly code: string;
  readonly name: string;
  readonly fromYear: number | null;
  readonly toYear: number | null;
}

function buildCategoryIndex(
  classification: CodedClassification,
  accounts: readonly AccountRow[],
  accountNames: readonly AccountNameRow[],
): (name: string, year: number) => string | undefined {
  const own = accounts.map(({ edition, lastYear, ...row }) => ({ ...row, fromYear: edition, toYear: lastYear }));
  const categories: CategoryName[] = [...own, ...accountNames].filter(
    (row) => row.classification === classification && levelOfCode(row.code) === 'CATEGORY',
  );
  const byName = groupBy(categories, ({ name }) => [categoryKey(name)]);
  return (name, year) => {
    const found = byName.get(categoryKey(name)) ?? [];
    return onlyCode(found) ?? onlyCode(found.filter((candidate) => covers(candidate, year)));
  };
}

/** The one code of all rows; undefined where there is none or more than one. */
function onlyCode(rows: readonly CategoryName[]): string | undefined {
  const codes = new Set(rows.map(({ code }) => code));
  return codes.size === 1 ? [...codes][0] : undefined;
}

/** What the spellings of one 类 share. 其他支出 keeps its suffix: 其他 alone is no name of a 类. */
function categoryKey(name: string): string {
  return bareLabel(name)
    .replace(/(?:合计|小计)$/, '')
    .replace(/(?<!^其他)支出$/, '');
}

function buildChanges({ accountChanges }: ReferenceTables): Pick<Reference, 'changes' | 'changesBetween'> {
  const sorted = [...accountChanges].sort((a, b) => a.year - b.year);
  const byCode = groupBy(sorted, ({ classification, from, to }) =>
    [from, to].flatMap((end) => (end ? [keyOf(classification, end.code)] : [])),
  );
  const changes: Reference['changes'] = (classification, code) => byCode.get(keyOf(classification, code)) ?? [];
  return {
    changes,
    changesBetween: (classification, code, fromYear, toYear) => {
      const [first, last] = fromYear <= toYear ? [fromYear, toYear] : [toYear, fromYear];
      return changes(classification, code).filter(({ year }) => first < year && year <= last);
    },
  };
}

function buildRenames({
  departmentNames,
}: ReferenceTables): Pick<Reference, 'bodyOf' | 'renamesTo' | 'renamedDistricts'> {
  const bodyKey = (districtCode: string, name: string): string => `${districtCode} ${squeeze(name)}`;
  const byFormer = new Map(departmentNames.map((row) => [bodyKey(row.districtCode, row.formerName), row]));
  const byName = groupBy(departmentNames, (row) => [bodyKey(row.districtCode, row.name)]);
  const bodyOf = (districtCode: string, name: string): string => {
    const rename = byFormer.get(bodyKey(districtCode, name));
    return rename ? bodyOf(districtCode, rename.name) : name;
  };
  const districts = new Set(departmentNames.map(({ districtCode }) => districtCode));
  const renamesTo = (districtCode: string, name: string): DepartmentRename[] =>
    districts.has(districtCode)
      ? (byName.get(bodyKey(districtCode, name)) ?? [])
          .flatMap((rename) => [rename, ...renamesTo(districtCode, rename.formerName)])
          .sort((a, b) => b.year - a.year)
      : [];
  return { bodyOf, renamesTo, renamedDistricts: districts };
}

function buildAnnotations({ annotations }: ReferenceTables): Pick<Reference, 'annotationsOf' | 'annotatedDistricts'> {
  const byDistrict = groupBy(annotations, ({ districtCode }) => [districtCode]);
  return {
    annotatedDistricts: new Set(byDistrict.keys()),
    annotationsOf: (districtCode, department, year) =>
      (byDistrict.get(districtCode) ?? []).filter((own) => own.department === department && own.year === year),
  };
}

function keyOf(...parts: readonly (string | number)[]): string {
  return parts.join(' ');
}

function groupBy<T>(rows: readonly T[], keysOf: (row: T) => readonly string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    for (const key of new Set(keysOf(row))) {
      const group = groups.get(key);
      if (group) group.push(row);
      else groups.set(key, [row]);
    }
  }
  return groups;
}
