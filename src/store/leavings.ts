import { spellingRowOf } from './account-rows.js';
import { isInPlace } from './stored-documents.js';
import type { StoredDocument } from './stored-documents.js';
import type { StoredForm } from './stored-form.js';
import type { Runner } from './store.js';

/** What only an older reader's report may have asked for: accounts, spellings of accounts, its department and year. */
export interface Leavings {
  readonly departmentId: string;
  readonly year: number;
  readonly accountIds: readonly string[];
  /** Their accounts, by id. */
  readonly spellings: ReadonlyMap<string, string>;
}

interface PrintedName {
  readonly accountId: string;
  readonly code: string | null;
  readonly name: string | null;
  readonly label: string;
  readonly labelUncertain: boolean;
}

/** What a stored report asked for and its new form does not; null where the report stays in its place and there is nothing. */
export async function findLeavings(runner: Runner, known: StoredDocument, form: StoredForm): Promise<Leavings | null> {
  const printed = await runner.$queryRaw<PrintedName[]>`
    SELECT DISTINCT l."accountId", a."code", a."name", l."label", l."labelUncertain"
    FROM "LineItem" l JOIN "Account" a ON a."id" = l."accountId"
    WHERE l."departmentId" = ${known.departmentId} AND l."reportId" = ${known.reportId}`;
  const kept = new Set([...form.accounts, ...form.spellings].map(({ id }) => id));
  const named = await runner.$queryRaw<{ accountId: string }[]>`
    SELECT DISTINCT "accountId" FROM "ReportedFact"
    WHERE "departmentId" = ${known.departmentId} AND "reportId" = ${known.reportId} AND "accountId" IS NOT NULL`;
  const asked = new Set([...printed, ...named].map(({ accountId }) => accountId));
  const accountIds = [...asked].filter((id) => !kept.has(id));
  const gone = [...spellingsOf(printed)].filter(([id]) => !kept.has(id));
  const { departmentId, year } = known;
  const something = accountIds.length > 0 || gone.length > 0;
  return something || !isInPlace(known, form) ? { departmentId, year, accountIds, spellings: new Map(gone) } : null;
}

/** Removes what no other report asks for either. Needs the lock of the reference tables alone, and the new rows in their place. */
export async function removeLeavings(runner: Runner, leavings: Leavings): Promise<void> {
  await removeSpellings(runner, leavings.spellings);
  for (let ids = leavings.accountIds; ids.length > 0;) ids = await removeUnused(runner, ids);
  await removeEmptyDepartment(runner, leavings.departmentId);
  await removeEmptyYear(runner, leavings.year);
}

async function removeSpellings(runner: Runner, spellings: Leavings['spellings']): Promise<void> {
  const printed = await runner.$queryRaw<PrintedName[]>`
    SELECT DISTINCT l."accountId", a."code", a."name", l."label", l."labelUncertain"
    FROM "LineItem" l JOIN "Account" a ON a."id" = l."accountId"
    WHERE l."accountId" = ANY(${[...new Set(spellings.values())]}::text[])`;
  const kept = spellingsOf(printed);
  const gone = [...spellings.keys()].filter((id) => !kept.has(id));
  await runner.$executeRaw`DELETE FROM "AccountSpelling" WHERE "id" = ANY(${gone}::text[])`;
}

/** Gives the accounts above those removed, which nothing may use any more either. */
async function removeUnused(runner: Runner, accountIds: readonly string[]): Promise<string[]> {
  const used = await runner.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT "accountId" AS id FROM "LineItem" WHERE "accountId" = ANY(${accountIds}::text[])
    UNION SELECT DISTINCT "accountId" FROM "ReportedFact" WHERE "accountId" = ANY(${accountIds}::text[])`;
  const unused = accountIds.filter((id) => !used.some((own) => own.id === id));
  const removed = await runner.$queryRaw<{ parentId: string | null }[]>`
    DELETE FROM "Account" a WHERE a."id" = ANY(${unused}::text[])
      AND NOT EXISTS (SELECT FROM "Account" child WHERE child."parentId" = a."id")
    RETURNING a."parentId"`;
  return [...new Set(removed.flatMap(({ parentId }) => (parentId === null ? [] : [parentId])))];
}

function spellingsOf(printed: readonly PrintedName[]): Map<string, string> {
  const rows = printed.flatMap(({ accountId, code, name, ...item }) => {
    const row = spellingRowOf(item, { id: accountId, code, name });
    return row ? [row] : [];
  });
  return new Map(rows.map(({ id, accountId }) => [id, accountId]));
}

/** With the districts that nothing lies in any more. */
async function removeEmptyDepartment(runner: Runner, departmentId: string): Promise<void> {
  const [gone] = await runner.$queryRaw<{ code: string }[]>`
    DELETE FROM "Department"
    WHERE "id" = ${departmentId} AND NOT EXISTS (SELECT FROM "Report" WHERE "departmentId" = ${departmentId})
    RETURNING "districtCode" AS code`;
  for (let code = gone?.code ?? null; code !== null;) {
    const [dropped] = await runner.$queryRaw<{ parentCode: string | null }[]>`
      DELETE FROM "District" d WHERE d."code" = ${code}
        AND NOT EXISTS (SELECT FROM "Department" WHERE "districtCode" = d."code")
        AND NOT EXISTS (SELECT FROM "District" WHERE "parentCode" = d."code")
      RETURNING d."parentCode"`;
    code = dropped?.parentCode ?? null;
  }
}

async function removeEmptyYear(runner: Runner, year: number): Promise<void> {
  const reports = await runner.$queryRaw<unknown[]>`SELECT 1 FROM "Report" WHERE "year" = ${year}::int LIMIT 1`;
  if (reports.length === 0) await runner.$executeRaw`DELETE FROM "FiscalYear" WHERE "year" = ${year}::int`;
}
