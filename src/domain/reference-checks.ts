import { REFERENCE_FILES } from './reference-tables.js';
import type {
  AccountEdition,
  AccountRow,
  CodedClassification,
  DepartmentRename,
  Division,
  ReferenceTables,
} from './reference-tables.js';
import { keyOfStatistic } from './statistics.js';

/**
 * What must hold between rows: codes are unique, parents exist, editions of a code don't overlap, names and changes point to
 * an edition that exists, renames lead somewhere and not in a circle, statistics are of divisions and each stated once.
 * @throws Error with file, line, what was expected and what came.
 */
export function checkReferenceTables(tables: ReferenceTables): void {
  checkDivisions(tables.divisions);
  checkEditions(tables.accounts);
  const known = new Set(tables.accounts.map((row) => editionKey(row.classification, row)));
  tables.accountNames.forEach((row, index) =>
    requireEdition(known, REFERENCE_FILES.accountNames, index, row.classification, row),
  );
  tables.accountChanges.forEach(({ classification, from, to }, index) => {
    for (const end of [from, to]) {
      if (end) requireEdition(known, REFERENCE_FILES.accountChanges, index, classification, end);
    }
  });
  checkRenames(tables);
  checkStatistics(tables);
}

/** The heading is line 1, so row `index` stands in line index + 2. */
function refuse(file: string, index: number, expected: string, got: string): Error {
  return new Error(`${file}, line ${index + 2}: expected ${expected}, got ${JSON.stringify(got)}`);
}

function checkDivisions(divisions: readonly Division[]): void {
  const file = REFERENCE_FILES.divisions;
  const all = new Set(divisions.map(({ code }) => code));
  const seen = new Set<string>();
  divisions.forEach(({ code, parentCode }, index) => {
    if (seen.has(code)) throw refuse(file, index, 'each code once', code);
    seen.add(code);
    if (parentCode !== null && !all.has(parentCode)) throw refuse(file, index, 'a parent of the list', parentCode);
  });
}

function checkEditions(accounts: readonly AccountRow[]): void {
  accounts.forEach((row, index) => {
    const clash = accounts.find((other, place) => place < index && overlaps(row, other));
    if (clash) {
      const expected = `editions of ${row.code} that don't overlap (${clash.edition} to ${clash.lastYear ?? 'now'} is taken)`;
      throw refuse(REFERENCE_FILES.accounts, index, expected, String(row.edition));
    }
  });
}

function overlaps(a: AccountRow, b: AccountRow): boolean {
  if (a.classification !== b.classification || a.code !== b.code) return false;
  return a.edition <= (b.lastYear ?? Infinity) && b.edition <= (a.lastYear ?? Infinity);
}

function editionKey(classification: CodedClassification, { code, edition }: AccountEdition): string {
  return `${classification} ${code} (${edition})`;
}

function requireEdition(
  known: ReadonlySet<string>,
  file: string,
  index: number,
  classification: CodedClassification,
  edition: AccountEdition,
): void {
  const key = editionKey(classification, edition);
  if (!known.has(key)) throw refuse(file, index, `a code and edition of ${REFERENCE_FILES.accounts}`, key);
}

function checkRenames({ departmentNames, divisions }: ReferenceTables): void {
  const codes = new Set(divisions.map(({ code }) => code));
  const next = new Map<string, DepartmentRename>();
  departmentNames.forEach((row, index) => {
    const file = REFERENCE_FILES.departmentNames;
    if (!codes.has(row.districtCode)) throw refuse(file, index, 'a division of the list', row.districtCode);
    const key = `${row.districtCode} ${row.formerName}`;
    if (next.has(key)) throw refuse(file, index, 'one successor for each name', row.formerName);
    next.set(key, row);
    if (leadsBack(next, row)) throw refuse(file, index, 'names that lead to a present one', row.name);
  });
}

function leadsBack(next: ReadonlyMap<string, DepartmentRename>, start: DepartmentRename): boolean {
  let step: DepartmentRename | undefined = next.get(`${start.districtCode} ${start.name}`);
  while (step && step !== start) step = next.get(`${step.districtCode} ${step.name}`);
  return step === start;
}

function checkStatistics({ statistics, divisions }: ReferenceTables): void {
  const file = REFERENCE_FILES.statistics;
  const codes = new Set(divisions.map(({ code }) => code));
  const seen = new Set<string>();
  statistics.forEach((statistic, index) => {
    const { districtCode } = statistic;
    if (districtCode !== null && !codes.has(districtCode))
      throw refuse(file, index, 'a division of the list', districtCode);
    const key = keyOfStatistic(statistic);
    if (seen.has(key)) throw refuse(file, index, 'each kind, district, year and vintage once', key);
    seen.add(key);
  });
}
