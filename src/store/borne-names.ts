import { accountsAt } from './accounts.js';
import { allOf, texts } from './conditions.js';
import { Prisma } from './generated/client.js';
import { departmentIdOf } from './ids.js';
import { departmentsAt, matchReleased, matchStoredReport, matchThere } from './pinning.js';
import type { InMemory } from './report-presence.js';
import type { Store } from './store.js';

/** Where a name of each kind is borne, if by anything in the store: a column, as `value`, and the table that it is in. */
const BEARERS = {
  DIVISION: (store) => Prisma.sql`d."districtCode" AS value FROM ${departmentsAt(store, 'd')}`,
  DISTRICT: (store) => Prisma.sql`d."code" AS value FROM "District" d WHERE ${allOf(matchThere('d', store))}`,
  DISTRICT_NAME: (store) => Prisma.sql`d."name" AS value FROM "District" d WHERE ${allOf(matchThere('d', store))}`,
  DEPARTMENT: (store) => Prisma.sql`d."id" AS value FROM ${departmentsAt(store, 'd')}`,
  DEPARTMENT_NAME: (store) => Prisma.sql`d."name" AS value FROM ${departmentsAt(store, 'd')}`,
  BODY: (store) => Prisma.sql`d."body" AS value FROM ${departmentsAt(store, 'd')}`,
  // The key of what grows begins with the department.
  REPORT: (store, values) => Prisma.sql`r."id" AS value FROM "Report" r
    WHERE r."departmentId" = ANY(${texts(values.map(departmentIdOf))}) AND ${allOf(matchStoredReport('r', store))}`,
  RELEASE: (store) => Prisma.sql`r."id" AS value FROM "Release" r WHERE ${allOf(matchReleased('r', store))}`,
  COMPARISON: () => Prisma.sql`"id" AS value FROM "Question"`,
  YEAR: (store) => Prisma.sql`y."year"::text AS value FROM "FiscalYear" y WHERE ${allOf(matchThere('y', store))}`,
  ACCOUNT: (store) => Prisma.sql`a."code" AS value FROM "Account" a WHERE ${allOf(matchThere('a', store))}`,
  TITLE: (store) => Prisma.sql`a.shown AS value FROM ${accountsAt(store)}`,
} satisfies Readonly<Record<string, (store: Store, values: readonly string[]) => Prisma.Sql>>;

export interface BorneName {
  readonly kind: keyof typeof BEARERS;
  readonly value: string;
}

/** Those of the names that something in the store bears, by one statement; none where nothing is asked, or all are in memory. */
export async function findBorneNames(store: Store, names: readonly BorneName[]): Promise<readonly BorneName[]> {
  if (names.length === 0) return [];
  const inMemory = await store.inMemory?.();
  const isAtHand = ({ kind, value }: BorneName): boolean =>
    inMemory ? (BEARERS_IN_MEMORY[kind]?.(inMemory, value) ?? false) : false;
  const open = names.filter((name) => !isAtHand(name));
  return open.length === 0 ? names : [...names.filter(isAtHand), ...(await findInTables(store, open))];
}

/** Who is not among these may be in the tables yet: a department without a report that comparisons use. */
const BEARERS_IN_MEMORY: Readonly<Partial<Record<BorneName['kind'], (own: InMemory, value: string) => boolean>>> = {
  DIVISION: ({ presences }, code) => presences.departmentIdsOf(code).length > 0,
  DISTRICT: ({ districts }, code) => districts.has(code),
  DEPARTMENT: ({ presences }, id) => presences.departments.has(id),
  YEAR: ({ presences }, year) => presences.years.has(Number(year)),
};

async function findInTables(store: Store, names: readonly BorneName[]): Promise<readonly BorneName[]> {
  const kinds = [...new Set(names.map(({ kind }) => kind))];
  const parts = kinds.map((kind) => {
    const values = names.flatMap((name) => (name.kind === kind ? [name.value] : []));
    return Prisma.sql`
      SELECT DISTINCT ${kind}::text AS kind, value
      FROM (SELECT ${BEARERS[kind](store, values)}) own
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
      SELECT own."name", own."id" FROM ${departmentsAt(store, 'own')} ORDER BY ${UNLIKE}, own."name" LIMIT ${MOST_NEAR}::int
    ) near
    UNION ALL
    SELECT asked, near.name, NULL FROM unnest(${texts(bodies)}) AS asked CROSS JOIN LATERAL (
      SELECT own."name" FROM (SELECT DISTINCT d."body" AS "name" FROM ${departmentsAt(store, 'd')}) own
      ORDER BY ${UNLIKE}, own."name" LIMIT ${MOST_NEAR}::int
    ) near`;
}

/** How many characters one name has and the other has not, and the other way round. */
const UNLIKE = Prisma.raw(`length(translate(asked, own."name", '')) + length(translate(own."name", asked, ''))`);
