import type { ReadyFigure, ReadyPlace, Scope } from '../domain/ready-figure.js';
import { touchReleases } from './add-release.js';
import { Prisma } from './generated/client.js';
import { insertRows } from './insert-rows.js';
import type { ColumnTypes } from './insert-rows.js';
import { acquireLocks, lockDepartments, lockReferenceTables, lockWholeStore } from './locks.js';
import { findReadyEvidence } from './ready-evidence.js';
import type { DepartmentEvidence } from './ready-evidence.js';
import { retry } from './retry.js';
import type { Runner, Store } from './store.js';
import { countWrite } from './writes.js';

/** How figures are made ready; the store keeps them and knows when they have to be made anew. */
export interface ReadyRules {
  /** Figures made by another version are made anew. */
  readonly version: number;
  /** The evidence is of the years of the places, of those before and of the next. */
  make(places: readonly ReadyPlace[], evidence: DepartmentEvidence): readonly ReadyFigure[];
}

const COLUMNS = {
  ...{ departmentId: 'text', year: 'int', stage: 'text', measure: 'text', districtCode: 'text' },
  ...{ fen: 'numeric', status: 'text', origin: 'text', scope: 'text', flaws: 'jsonb', previous: 'numeric' },
} as const satisfies ColumnTypes;

/** Departments, and the years whose reports came, changed or went. */
export interface Touched {
  readonly departmentIds: readonly string[];
  readonly years: readonly Pick<ReadyPlace, 'departmentId' | 'year'>[];
}

/**
 * Makes the figures anew that the reports of these departments and years are in: of these years, and of those before, of which texts
 * tell; all of a department that has none by these rules. Part of the transaction that writes the reports, after them; needs the
 * departments' locks.
 */
export async function refreshReadyFigures(
  runner: Runner,
  rules: ReadyRules,
  { departmentIds, years: touched }: Touched,
): Promise<void> {
  const places = await findPlaces(runner, rules.version, departmentIds, touched);
  const years = distinct(places.flatMap(({ year }) => [year - 1, year, year + 1]));
  const evidence = await findReadyEvidence({ client: runner, pinnedTo: null }, { departmentIds, years });
  const figures = rules.make(places, evidence);
  await lockDistricts(runner, places);
  await deleteFigures(runner, places);
  const previous = await findPrevious(runner, places, figures);
  const rows = figures.map((figure) => ({ ...toRow(figure), previous: previous(figure) }));
  await insertRows(runner, 'DepartmentFigure', COLUMNS, rows, { shared: { growth: growthOf('rows') } });
  await refreshGrowth(runner, placesBeside(places, 1));
  await refreshDistricts(runner, places);
  await runner.$executeRaw`
    INSERT INTO "ReadyDepartment" ("departmentId", "version")
    SELECT "id", ${rules.version}::int FROM "Department" WHERE "id" = ANY(${departmentIds}::text[]) ORDER BY "id"
    ON CONFLICT ("departmentId") DO UPDATE SET "version" = excluded."version"
      WHERE "ReadyDepartment"."version" <> excluded."version"`;
}

/** Whether some department has no figures by these rules. */
export async function lacksReadyFigures({ client }: Store, { version }: ReadyRules): Promise<boolean> {
  const [row] = await client.$queryRaw<{ lacking: boolean }[]>`
    SELECT EXISTS (
      SELECT FROM "Department" d LEFT JOIN "ReadyDepartment" y ON y."departmentId" = d."id"
      WHERE y."version" IS DISTINCT FROM ${version}::int
    ) AS lacking`;
  return row?.lacking ?? false;
}

/** Departments of one transaction. */
const BATCH = 20;
const PATIENCE = { maxWait: 120_000, timeout: 300_000 };

/** Makes the figures of some departments that have none by these rules, in a transaction of its own. */
export async function fillReadyFigures(store: Store, rules: ReadyRules): Promise<void> {
  const lacking = await store.client.$queryRaw<{ id: string }[]>`
    SELECT d."id" FROM "Department" d LEFT JOIN "ReadyDepartment" y ON y."departmentId" = d."id"
    WHERE y."version" IS DISTINCT FROM ${rules.version}::int ORDER BY d."districtCode", d."id" LIMIT ${BATCH}::int`;
  const departmentIds = lacking.map(({ id }) => id);
  await retry(() =>
    countWrite(store, (commits) =>
      store.client.$transaction(async (tx) => {
        await lockWholeStore(tx, { alone: false });
        await lockDepartments(tx, departmentIds);
        await lockReferenceTables(tx, { alone: false });
        await refreshReadyFigures(tx, rules, { departmentIds, years: [] });
        await touchReleases(tx);
        commits();
      }, PATIENCE),
    ),
  );
}

/** Takes the ready figures of departments away, where their reports are changed by one who does not know how they are made. */
export async function forgetReadyFigures(runner: Runner, departmentIds: readonly string[]): Promise<void> {
  const forgotten = await runner.$executeRaw`
    DELETE FROM "ReadyDepartment" WHERE "departmentId" = ANY(${departmentIds}::text[])`;
  if (forgotten === 0) return;
  const places = await runner.$queryRaw<ReadyPlace[]>`
    SELECT DISTINCT "departmentId", "districtCode", "year" FROM "DepartmentFigure"
    WHERE "departmentId" = ANY(${departmentIds}::text[])`;
  await lockDistricts(runner, places);
  await deleteFigures(runner, places);
  await refreshDistricts(runner, places);
}

/** The touched years and those before; of a department without figures by these rules all that it has reports or figures of. */
async function findPlaces(
  runner: Runner,
  version: number,
  departmentIds: readonly string[],
  touched: Touched['years'],
): Promise<ReadyPlace[]> {
  const before = touched.flatMap(({ departmentId, year }) => [
    { departmentId, year },
    { departmentId, year: year - 1 },
  ]);
  return runner.$queryRaw<ReadyPlace[]>`
    SELECT DISTINCT d."id" AS "departmentId", d."districtCode", own."year" FROM (
      SELECT * FROM unnest(${before.map((place) => place.departmentId)}::text[],
        ${before.map(({ year }) => String(year))}::text[]::int[]) AS t ("departmentId", "year")
      UNION SELECT old.* FROM (
        SELECT r."departmentId", r."year" - back FROM "Report" r, generate_series(0, 1) back
        WHERE r."departmentId" = ANY(${departmentIds}::text[])
        UNION SELECT f."departmentId", f."year" FROM "DepartmentFigure" f
        WHERE f."departmentId" = ANY(${departmentIds}::text[])
      ) old ("departmentId", "year")
      WHERE NOT EXISTS (SELECT FROM "ReadyDepartment" y
        WHERE y."departmentId" = old."departmentId" AND y."version" = ${version}::int)
    ) own JOIN "Department" d ON d."id" = own."departmentId"
    ORDER BY d."id", own."year"`;
}

/** Sums over one district are made by one import at a time. */
async function lockDistricts(runner: Runner, places: readonly ReadyPlace[]): Promise<void> {
  const codes = distinct(places.map(({ districtCode }) => districtCode)).sort();
  await acquireLocks(
    runner,
    codes.map((code) => `district ${code}`),
  );
}

async function deleteFigures(runner: Runner, places: readonly ReadyPlace[]): Promise<void> {
  await runner.$executeRaw`
    DELETE FROM "DepartmentFigure" f USING ${placeTable(places)}
    WHERE f."departmentId" = own."departmentId" AND f."year" = own."year"`;
}

/** A figure as it is stored, without what stands beside the year before. */
export function toRow({ fen, scope, flaws, ...figure }: ReadyFigure) {
  return {
    ...figure,
    fen,
    scope: spellScope(scope),
    flaws: flaws.length === 0 ? null : JSON.stringify(flaws.map((flaw) => ({ ...flaw, fen: String(flaw.fen) }))),
  };
}

/** Spelled alike where it is alike. */
function spellScope({ funds, part, definition }: Scope): string {
  return JSON.stringify({ funds, part, ...(definition && { definition }) });
}

/** The growth over the year before, of a table with both; rounded half up, which the exact quotient of whole numbers needs. */
function growthOf(table: 'rows' | 'fresh'): Prisma.Sql {
  const [fen, previous] = [`${table}."fen"::numeric`, `${table}."previous"::numeric`];
  return Prisma.raw(`sign(${fen}) * sign(${previous})
    * div(2 * abs(${fen}) * 100000000 + abs(${previous}), 2 * nullif(abs(${previous}), 0)) / 100000000`);
}

/** Years before (-1) or after (1) the places, of the same departments, which are no places themselves. */
function placesBeside(places: readonly ReadyPlace[], step: -1 | 1): ReadyPlace[] {
  const own = new Set(places.map(({ departmentId, year }) => `${departmentId} ${year}`));
  return places
    .map((place) => ({ ...place, year: place.year + step }))
    .filter(({ departmentId, year }) => !own.has(`${departmentId} ${year}`));
}

/** Departments and years to select from, under the name `own`. */
function placeTable(places: readonly ReadyPlace[]): Prisma.Sql {
  return Prisma.sql`unnest(${places.map(({ departmentId }) => departmentId)}::text[],
    ${places.map(({ year }) => String(year))}::text[]::int[]) AS own ("departmentId", "year")`;
}

/** What a figure of these places was the year before, where it was made now or is kept. */
async function findPrevious(
  runner: Runner,
  places: readonly ReadyPlace[],
  made: readonly ReadyFigure[],
): Promise<(figure: ReadyFigure) => bigint | null> {
  const kept = await runner.$queryRaw<KeptFigure[]>`
    SELECT f."departmentId", f."year", f."stage", f."measure", f."fen"::text AS "fen"
    FROM ${placeTable(placesBeside(places, -1))}
    JOIN "DepartmentFigure" f ON f."departmentId" = own."departmentId" AND f."year" = own."year"
    WHERE f."fen" IS NOT NULL`;
  const keyOf = ({ departmentId, stage, measure }: Omit<KeptFigure, 'fen'>, year: number): string =>
    `${departmentId} ${year} ${stage} ${measure}`;
  const byKey = new Map<string, bigint | null>(kept.map((own) => [keyOf(own, own.year), BigInt(own.fen)]));
  for (const own of made) byKey.set(keyOf(own, own.year), own.fen);
  return (figure) => byKey.get(keyOf(figure, figure.year - 1)) ?? null;
}

interface KeptFigure extends Pick<ReadyFigure, 'departmentId' | 'year' | 'stage' | 'measure'> {
  readonly fen: string;
}

/** Of figures that stay: what stands beside the year before, where that is another now. */
async function refreshGrowth(runner: Runner, places: readonly ReadyPlace[]): Promise<void> {
  await runner.$executeRaw`
    UPDATE "DepartmentFigure" f SET "previous" = fresh."previous", "growth" = ${growthOf('fresh')}
    FROM (
      SELECT now."departmentId", now."year", now."stage", now."measure", now."fen", before."fen" AS "previous"
      FROM ${placeTable(places)}
      JOIN "DepartmentFigure" now ON now."departmentId" = own."departmentId" AND now."year" = own."year"
      LEFT JOIN "DepartmentFigure" before ON before."departmentId" = now."departmentId" AND before."year" = now."year" - 1
        AND before."stage" = now."stage" AND before."measure" = now."measure"
    ) fresh
    WHERE f."departmentId" = fresh."departmentId" AND f."year" = fresh."year" AND f."stage" = fresh."stage"
      AND f."measure" = fresh."measure" AND f."previous" IS DISTINCT FROM fresh."previous"`;
}

/** The sums over the districts' departments in these years. */
async function refreshDistricts(runner: Runner, places: readonly ReadyPlace[]): Promise<void> {
  const own = [...new Map(places.map(({ districtCode: code, year }) => [`${code} ${year}`, { code, year }])).values()];
  const table = Prisma.sql`unnest(${own.map(({ code }) => code)}::text[],
    ${own.map(({ year }) => String(year))}::text[]::int[]) AS own ("districtCode", "year")`;
  await runner.$executeRaw`
    DELETE FROM "DistrictFigure" f USING ${table}
    WHERE f."districtCode" = own."districtCode" AND f."year" = own."year"`;
  await runner.$executeRaw`
    INSERT INTO "DistrictFigure"
      ("districtCode", "year", "stage", "measure", "fen", "departmentIds", "status", "isPrinted", "scopes", "flaws")
    SELECT f."districtCode", f."year", f."stage", f."measure", sum(f."fen"),
      coalesce(array_agg(f."departmentId" ORDER BY f."departmentId") FILTER (WHERE f."fen" IS NOT NULL), '{}'),
      CASE WHEN count(f."fen") = 1 THEN min(f."status") FILTER (WHERE f."fen" IS NOT NULL) ELSE 'DERIVED' END,
      bool_or(f."origin" <> 'TEXT'),
      coalesce(array_agg(DISTINCT f."scope") FILTER (WHERE f."fen" IS NOT NULL), '{}'),
      jsonb_agg(f."flaws" ORDER BY f."departmentId") FILTER (WHERE f."flaws" IS NOT NULL)
    FROM ${table}
    JOIN "Department" d ON d."districtCode" = own."districtCode"
    JOIN "DepartmentFigure" f ON f."departmentId" = d."id" AND f."year" = own."year"
    GROUP BY f."districtCode", f."year", f."stage", f."measure"`;
}

function distinct<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
