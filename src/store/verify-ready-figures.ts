import { divide, roundRatio, whole } from '../domain/exact.js';
import { groupBy } from '../domain/group-by.js';
import type { FlawedFigure, ReadyFigure, ReadyPlace } from '../domain/ready-figure.js';
import type { PrismaClient } from './generated/client.js';
import { findReadyEvidence } from './ready-evidence.js';
import { fillReadyFigures, lacksReadyFigures, toRow } from './ready-figures.js';
import type { ReadyRules } from './ready-figures.js';
import type { Store } from './store.js';

/** One figure that is not kept as it would be made now; null: not there. */
export interface ReadyDifference {
  /** Division code, year, stage and measure; of a department with its id before. */
  readonly place: string;
  readonly made: string | null;
  readonly kept: string | null;
}

export interface VerifiedDistrict {
  /** That are kept, of departments and of the district. */
  readonly figures: number;
  readonly differences: readonly ReadyDifference[];
}

const PATIENCE = { maxWait: 120_000, timeout: 300_000 };

/** The districts whose departments have figures kept ready, by code. */
export async function findReadyDistricts({ client }: Store): Promise<string[]> {
  const rows = await client.$queryRaw<{ code: string }[]>`
    SELECT DISTINCT "districtCode" AS code FROM "Department" ORDER BY code`;
  return rows.map(({ code }) => code);
}

/** Makes all figures of a district anew from the printed ones, by themselves, and holds what is kept against them: as of one moment. */
export async function verifyReadyFigures(
  store: Store,
  rules: ReadyRules,
  districtCode: string,
): Promise<VerifiedDistrict> {
  return store.client.$transaction(
    async (tx) => verify({ ...store, client: tx as PrismaClient }, rules, districtCode),
    { isolationLevel: 'RepeatableRead', ...PATIENCE },
  );
}

/** Takes away all that is kept of a district's departments, and makes it anew. */
export async function remakeReadyFigures(store: Store, rules: ReadyRules, districtCode: string): Promise<void> {
  await store.client.$executeRaw`
    DELETE FROM "ReadyDepartment" y USING "Department" d
    WHERE d."id" = y."departmentId" AND d."districtCode" = ${districtCode}`;
  while (await lacksReadyFigures(store, rules)) await fillReadyFigures(store, rules);
}

async function verify(inside: Store, rules: ReadyRules, districtCode: string): Promise<VerifiedDistrict> {
  const places = await findAllPlaces(inside, districtCode);
  const departmentIds = [...new Set(places.map(({ departmentId }) => departmentId))];
  const years = [...new Set(places.map(({ year }) => year))];
  const figures = rules.make(places, await findReadyEvidence(inside, { departmentIds, years }));
  const made = new Map([...spellFigures(figures), ...spellSums(figures)]);
  const kept = await findKept(inside, districtCode);
  const differing = [...new Set([...made.keys(), ...kept.keys()])].filter((key) => made.get(key) !== kept.get(key));
  return {
    figures: kept.size,
    differences: differing.sort().map((place) => {
      return { place, made: made.get(place) ?? null, kept: kept.get(place) ?? null };
    }),
  };
}

async function findAllPlaces({ client }: Store, districtCode: string): Promise<ReadyPlace[]> {
  return client.$queryRaw<ReadyPlace[]>`
    SELECT DISTINCT r."departmentId", d."districtCode", r."year" - back AS "year"
    FROM "Report" r JOIN "Department" d ON d."id" = r."departmentId", generate_series(-1, 1) back
    WHERE d."districtCode" = ${districtCode} ORDER BY 1, 3`;
}

function keyOf({ year, stage, measure }: Pick<ReadyFigure, 'year' | 'stage' | 'measure'>): string {
  return `${year} ${stage} ${measure}`;
}

function spellFigures(figures: readonly ReadyFigure[]): [key: string, text: string][] {
  const byKey = new Map(figures.map((own) => [`${own.departmentId} ${keyOf(own)}`, own]));
  return figures.map((own) => {
    const { fen, status, origin, scope } = toRow(own);
    const before = byKey.get(`${own.departmentId} ${keyOf({ ...own, year: own.year - 1 })}`)?.fen ?? null;
    const growth = own.fen === null || before === null ? null : divide(whole(own.fen), whole(before));
    const text = [fen, status, origin, scope, spellFlaws(own.flaws), before, growth && roundRatio(growth)];
    return [`${own.departmentId} ${own.districtCode} ${keyOf(own)}`, text.map(String).join(' · ')];
  });
}

function spellSums(figures: readonly ReadyFigure[]): [key: string, text: string][] {
  return [...groupBy(figures, (own) => `${own.districtCode} ${keyOf(own)}`)].map(([key, members]) => {
    const sorted = [...members].sort((a, b) => (a.departmentId < b.departmentId ? -1 : 1));
    const added = sorted.filter(({ fen }) => fen !== null);
    const fen = added.length === 0 ? null : added.reduce((sum, own) => sum + (own.fen ?? 0n), 0n);
    const scopes = [...new Set(added.map((own) => toRow(own).scope))].sort();
    const text = [
      ...[fen, added.map(({ departmentId }) => departmentId).join(), added.length === 1 ? added[0]?.status : 'DERIVED'],
      ...[sorted.some(({ origin }) => origin !== 'TEXT'), scopes.join()],
      spellFlaws(sorted.flatMap(({ flaws }) => flaws)),
    ];
    return [key, text.map(String).join(' · ')];
  });
}

type SpelledFlaw = Pick<FlawedFigure, 'label' | 'broken'> & { readonly fen: bigint | string };

function spellFlaws(flaws: readonly SpelledFlaw[]): string {
  const parts = flaws.map(({ label, fen, broken }) => [
    ...[label, String(fen)],
    broken.map(({ kind, rule, isWhole, difference }) => [kind, rule, isWhole, difference]),
  ]);
  return JSON.stringify(parts);
}

interface KeptFigure extends Pick<ReadyFigure, 'year' | 'stage' | 'measure'> {
  readonly owner: string;
  readonly before: readonly (string | null)[];
  readonly after: readonly (string | null)[];
  /** Of a district, those of each department. */
  readonly flaws: readonly (SpelledFlaw | readonly SpelledFlaw[])[] | null;
}

/** What is kept, spelled alike. */
async function findKept({ client }: Store, districtCode: string): Promise<Map<string, string>> {
  const own = await client.$queryRaw<KeptFigure[]>`
    SELECT concat_ws(' ', "departmentId", "districtCode") AS owner, "year", "stage", "measure", "flaws",
      ARRAY["fen"::text, "status", "origin", "scope"] AS before, ARRAY["previous"::text, trim_scale("growth")::text] AS after
    FROM "DepartmentFigure"
    WHERE "departmentId" IN (SELECT "id" FROM "Department" WHERE "districtCode" = ${districtCode})`;
  const sums = await client.$queryRaw<KeptFigure[]>`
    SELECT "districtCode" AS owner, "year", "stage", "measure", "flaws",
      ARRAY["fen"::text, array_to_string("departmentIds", ','), "status", "isPrinted"::text, array_to_string("scopes", ',')]
        AS before, '{}'::text[] AS after
    FROM "DistrictFigure" WHERE "districtCode" = ${districtCode}`;
  const spell = (row: KeptFigure): [key: string, text: string] => {
    const flaws = spellFlaws((row.flaws ?? []).flat());
    return [`${row.owner} ${keyOf(row)}`, [...row.before, flaws, ...row.after].map(String).join(' · ')];
  };
  return new Map([...own, ...sums].map(spell));
}
