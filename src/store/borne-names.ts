import { ACCOUNTS } from './accounts.js';
import { texts } from './conditions.js';
import { Prisma } from './generated/client.js';
import { departmentIdOf } from './ids.js';
import type { Store } from './store.js';

/** Where a name of each kind is borne, if by anything in the store: column and table. */
const BEARERS = {
  DIVISION: Prisma.sql`"districtCode" AS value FROM "Department"`,
  DISTRICT: Prisma.sql`"code" AS value FROM "District"`,
  DISTRICT_NAME: Prisma.sql`"name" AS value FROM "District"`,
  DEPARTMENT: Prisma.sql`"id" AS value FROM "Department"`,
  DEPARTMENT_NAME: Prisma.sql`"name" AS value FROM "Department"`,
  BODY: Prisma.sql`"body" AS value FROM "Department"`,
  REPORT: Prisma.sql`"id" AS value FROM "Report"`,
  RELEASE: Prisma.sql`"id" AS value FROM "Release"`,
  YEAR: Prisma.sql`"year"::text AS value FROM "FiscalYear"`,
  ACCOUNT: Prisma.sql`"code" AS value FROM "Account"`,
  TITLE: Prisma.sql`a.shown AS value FROM ${ACCOUNTS}`,
};

export interface BorneName {
  readonly kind: keyof typeof BEARERS;
  readonly value: string;
}

/** Those of the names that something in the store bears, by one statement; none where nothing is asked. */
export async function findBorneNames(store: Store, names: readonly BorneName[]): Promise<readonly BorneName[]> {
  const kinds = [...new Set(names.map(({ kind }) => kind))];
  if (kinds.length === 0) return [];
  const parts = kinds.map((kind) => {
    const values = names.flatMap((name) => (name.kind === kind ? [name.value] : []));
    // The key of what grows begins with the department.
    const owners = Prisma.sql`WHERE "departmentId" = ANY(${texts(values.map(departmentIdOf))})`;
    return Prisma.sql`
      SELECT DISTINCT ${kind}::text AS kind, value
      FROM (SELECT ${BEARERS[kind]} ${kind === 'REPORT' ? owners : Prisma.empty}) own
      WHERE value = ANY(${texts(values)})`;
  });
  return store.client.$queryRaw<BorneName[]>`${Prisma.join(parts, ' UNION ALL ')}`;
}

/** A department or a body, and the name asked for that it is near to. */
export interface NearDepartment {
  readonly asked: string;
  readonly name: string;
  /** Null: a body. */
  readonly id: string | null;
}

const MOST_NEAR = 8;

/** Of each name the departments whose names, or the bodies, that have most characters in common with it, by one statement. */
export async function findNearDepartments(
  store: Store,
  { names, bodies }: { readonly names: readonly string[]; readonly bodies: readonly string[] },
): Promise<readonly NearDepartment[]> {
  if (names.length + bodies.length === 0) return [];
  return store.client.$queryRaw<NearDepartment[]>`
    SELECT asked, near.name, near.id FROM unnest(${texts(names)}) AS asked CROSS JOIN LATERAL (
      SELECT own."name", own."id" FROM "Department" own ORDER BY ${UNLIKE}, own."name" LIMIT ${MOST_NEAR}::int
    ) near
    UNION ALL
    SELECT asked, near.name, NULL FROM unnest(${texts(bodies)}) AS asked CROSS JOIN LATERAL (
      SELECT own."name" FROM (SELECT DISTINCT "body" AS "name" FROM "Department") own
      ORDER BY ${UNLIKE}, own."name" LIMIT ${MOST_NEAR}::int
    ) near`;
}

/** How many characters one name has and the other has not, and the other way round. */
const UNLIKE = Prisma.raw(`length(translate(asked, own."name", '')) + length(translate(own."name", asked, ''))`);
