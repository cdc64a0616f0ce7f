import { makeSearchText } from '../domain/search-text.js';
import { Prisma } from './generated/client.js';
import { insertRows, toArray } from './insert-rows.js';
import type { ColumnTypes } from './insert-rows.js';
import { NAMING_REPORT } from './pinning.js';
import type { StoredForm } from './stored-form.js';
import type { Runner } from './store.js';

const DISTRICT_COLUMNS = {
  code: 'text',
  name: 'text',
  nameEn: 'text',
  parentCode: 'text',
} as const satisfies ColumnTypes;
const DEPARTMENT_COLUMNS = {
  ...{ id: 'text', districtCode: 'text', name: 'text', body: 'text', formerNames: 'text[]' },
} as const satisfies ColumnTypes;
const YEAR_COLUMNS = { year: 'int' } as const satisfies ColumnTypes;
const ACCOUNT_COLUMNS = {
  ...{ id: 'text', classification: 'text', edition: 'int', key: 'text', code: 'text', level: 'text', lastYear: 'int' },
  ...{ name: 'text', parentId: 'text', searchText: 'text' },
} as const satisfies ColumnTypes;
const SPELLING_COLUMNS = {
  id: 'text',
  accountId: 'text',
  name: 'text',
  uncertain: 'boolean',
  searchText: 'text',
} as const satisfies ColumnTypes;

/** What reports need of the tables that all share, each row once, in the order of its key. */
interface ReferenceRows extends Pick<StoredForm, 'districts' | 'accounts' | 'spellings'> {
  readonly departments: readonly StoredForm['department'][];
  readonly years: readonly { readonly year: number }[];
}

/** A row of one key says the same whichever report needs it. Districts stay in their order: from the top. */
export function mergeReferenceRows(forms: readonly StoredForm[]): ReferenceRows {
  const sorted = <T>(rows: readonly T[], keyOf: (row: T) => string): T[] =>
    uniqueBy(rows, keyOf).sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  return {
    districts: uniqueBy(
      forms.flatMap(({ districts }) => districts),
      ({ code }) => code,
    ),
    departments: sorted(
      forms.map(({ department }) => department),
      ({ id }) => id,
    ),
    years: sorted(
      forms.map(({ row: { year } }) => ({ year })),
      ({ year }) => String(year),
    ),
    accounts: sorted(
      forms.flatMap(({ accounts }) => accounts),
      ({ id }) => id,
    ),
    spellings: sorted(
      forms.flatMap(({ spellings }) => spellings),
      ({ id }) => id,
    ),
  };
}

function uniqueBy<T>(rows: readonly T[], keyOf: (row: T) => string): T[] {
  return [...new Map(rows.map((row) => [keyOf(row), row])).values()];
}

/**
 * Adds what reports need of the tables that all share. Rows go in sorted, so that imports at once wait for each other in one order
 * and never in a circle; a row that is there is written only where the reference says something new. Returns whether one was.
 */
export async function upsertReferenceRows(runner: Runner, rows: ReferenceRows): Promise<boolean> {
  const orSkip = { orSkip: true };
  await insertRows(runner, 'District', DISTRICT_COLUMNS, rows.districts, orSkip);
  await insertRows(runner, 'Department', DEPARTMENT_COLUMNS, rows.departments.map(toDepartmentRow), orSkip);
  await insertRows(runner, 'FiscalYear', YEAR_COLUMNS, rows.years, orSkip);
  await insertRows(runner, 'Account', ACCOUNT_COLUMNS, rows.accounts, orSkip);
  const refreshed = await refreshAccounts(runner, rows.accounts);
  await insertRows(runner, 'AccountSpelling', SPELLING_COLUMNS, rows.spellings.map(toSpellingRow), orSkip);
  return refreshed > 0;
}

/** Says of what reports needed first that it is there since this release. Runs after all other writes. */
export async function markReferenceRows(runner: Runner, rows: ReferenceRows, release: number): Promise<void> {
  const keys: readonly (readonly [table: string, key: string, values: readonly string[]])[] = [
    ['"District"', '"code"', rows.districts.map(({ code }) => code)],
    ['"Department"', '"id"', rows.departments.map(({ id }) => id)],
    ['"FiscalYear"', '"year"::text', rows.years.map(({ year }) => String(year))],
    ['"Account"', '"id"', rows.accounts.map(({ id }) => id)],
    ['"AccountSpelling"', '"id"', rows.spellings.map(({ id }) => id)],
  ];
  for (const [table, key, values] of keys)
    await runner.$executeRaw`
      UPDATE ${Prisma.raw(table)} SET "sinceRelease" = ${release}::int
      WHERE "sinceRelease" IS NULL AND ${Prisma.raw(key)} = ANY(${values}::text[])`;
}

async function refreshAccounts(runner: Runner, accounts: StoredForm['accounts']): Promise<number> {
  return runner.$executeRaw`
    UPDATE "Account" a SET "name" = fresh."name", "lastYear" = fresh."lastYear"::int, "parentId" = fresh."parentId",
      "searchText" = fresh."searchText"
    FROM unnest(${accounts.map(({ id }) => id)}::text[], ${accounts.map(({ name }) => name)}::text[],
      ${accounts.map(({ lastYear }) => (lastYear === null ? null : String(lastYear)))}::text[],
      ${accounts.map(({ parentId }) => parentId)}::text[], ${accounts.map(({ searchText }) => searchText)}::text[])
      AS fresh ("id", "name", "lastYear", "parentId", "searchText")
    WHERE a."id" = fresh."id"
      AND (a."name", a."lastYear", a."parentId", a."searchText")
        IS DISTINCT FROM (fresh."name", fresh."lastYear"::int, fresh."parentId", fresh."searchText")`;
}

/**
 * Names each department as its newest report does (of one year: by the longest name), and forgets one without reports. The same
 * reports give the same names in whatever order they came. Needs the departments' locks.
 */
export async function refreshDepartmentNames(runner: Runner, departmentIds: readonly string[]): Promise<void> {
  await runner.$executeRaw`
    UPDATE "Department" d SET "name" = newest."departmentName"
    FROM (
      SELECT DISTINCT ON ("departmentId") "departmentId", "departmentName" FROM "Report"
      WHERE "departmentId" = ANY(${departmentIds}::text[])
      ORDER BY "departmentId", ${NAMING_REPORT}
    ) AS newest
    WHERE d."id" = newest."departmentId" AND d."name" <> newest."departmentName"`;
}

function toDepartmentRow({ formerNames, ...department }: StoredForm['department']) {
  return { ...department, formerNames: toArray(formerNames) };
}

function toSpellingRow(spelling: StoredForm['spellings'][number]) {
  return { ...spelling, searchText: makeSearchText(null, [spelling.name]) };
}
