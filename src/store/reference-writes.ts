import { makeSearchText } from '../domain/search-text.js';
import { Prisma } from './generated/client.js';
import { insertRows } from './insert-rows.js';
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

/**
 * Adds what a report needs of the tables that all share. Rows go in sorted, so that imports at once wait for each other in one order
 * and never in a circle; a row that is there is written only where the reference says something new. Returns whether one was.
 */
export async function upsertReferenceRows(runner: Runner, form: StoredForm): Promise<boolean> {
  const { districts, department, accounts, spellings, row } = form;
  await insertRows(runner, 'District', DISTRICT_COLUMNS, districts.map(pickDistrict), { orSkip: true });
  await runner.$executeRaw`
    INSERT INTO "Department" ("id", "districtCode", "name", "body", "formerNames")
    VALUES (${department.id}, ${department.districtCode}, ${department.name}, ${department.body},
      ${department.formerNames}::text[])
    ON CONFLICT DO NOTHING`;
  await runner.$executeRaw`INSERT INTO "FiscalYear" ("year") VALUES (${row.year}::int) ON CONFLICT DO NOTHING`;
  await insertRows(runner, 'Account', ACCOUNT_COLUMNS, accounts.map(pickAccount), { orSkip: true });
  const refreshed = await refreshAccounts(runner, accounts);
  await insertRows(runner, 'AccountSpelling', SPELLING_COLUMNS, spellings.map(pickSpelling), { orSkip: true });
  return refreshed > 0;
}

/** Says of what a report needed first that it is there since this release. Runs after all other writes. */
export async function markReferenceRows(runner: Runner, form: StoredForm, release: number): Promise<void> {
  const { districts, department, accounts, spellings, row } = form;
  const keys: readonly (readonly [table: string, key: string, values: readonly string[]])[] = [
    ['"District"', '"code"', districts.map(({ code }) => code)],
    ['"Department"', '"id"', [department.id]],
    ['"FiscalYear"', '"year"::text', [String(row.year)]],
    ['"Account"', '"id"', accounts.map(({ id }) => id)],
    ['"AccountSpelling"', '"id"', spellings.map(({ id }) => id)],
  ];
  for (const [table, key, values] of keys)
    await runner.$executeRaw`
      UPDATE ${Prisma.raw(table)} SET "sinceRelease" = ${release}::int
      WHERE "sinceRelease" IS NULL AND ${Prisma.raw(key)} = ANY(${[...values]}::text[])`;
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
 * Names the department as its newest report does (of one year: by the longest name), and forgets one without reports. The same
 * reports give the same name in whatever order they came. Needs the department's lock.
 */
export async function refreshDepartmentName(runner: Runner, departmentId: string): Promise<void> {
  await runner.$executeRaw`
    UPDATE "Department" d SET "name" = newest."departmentName"
    FROM (
      SELECT "departmentId", "departmentName" FROM "Report" WHERE "departmentId" = ${departmentId}
      ORDER BY ${NAMING_REPORT} LIMIT 1
    ) AS newest
    WHERE d."id" = newest."departmentId" AND d."name" <> newest."departmentName"`;
}

function pickDistrict({ code, name, nameEn, parentCode }: StoredForm['districts'][number]) {
  return { code, name, nameEn, parentCode };
}

function pickAccount({
  id,
  classification,
  edition,
  key,
  code,
  level,
  lastYear,
  name,
  parentId,
  searchText,
}: StoredForm['accounts'][number]) {
  return { id, classification, edition, key, code, level, lastYear, name, parentId, searchText };
}

function pickSpelling({ id, accountId, name, uncertain }: StoredForm['spellings'][number]) {
  return { id, accountId, name, uncertain, searchText: makeSearchText(null, [name]) };
}
