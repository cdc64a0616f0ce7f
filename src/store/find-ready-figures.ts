import type { FlawedFigure, ReadyFigure, Scope } from '../domain/ready-figure.js';
import { STAGES } from '../domain/closed-lists.js';
import { Prisma } from './generated/client.js';
import type { Store } from './store.js';

interface StoredFigure extends Omit<ReadyFigure, 'fen' | 'scope' | 'flaws'> {
  readonly fen: string | null;
  readonly scope: string;
  readonly flaws: readonly StoredFlaw[] | null;
}

type StoredFlaw = Omit<FlawedFigure, 'fen'> & { readonly fen: string };

export interface ReadyQuery {
  readonly departmentIds: readonly string[];
  readonly years: readonly number[];
  readonly measures: readonly string[];
}

/** What is kept ready of these departments, years and measures, of every stage, in one statement; of the newest release. */
export async function findReadyFigures(
  store: Store,
  { departmentIds, years, measures }: ReadyQuery,
): Promise<readonly ReadyFigure[]> {
  const rows = await store.client.$queryRaw<StoredFigure[]>`
    SELECT ${COLUMNS} FROM "DepartmentFigure" f
    WHERE f."departmentId" = ANY(${departmentIds}::text[]) AND f."year" = ANY(${years.map(String)}::text[]::int[])
      AND f."measure" = ANY(${measures}::text[])`;
  return rows.map(toFigure);
}

/** What is kept ready of all departments, of these measures and years, in one statement. */
export async function findReadyFiguresOfAll(
  store: Store,
  keys: readonly { readonly measure: string; readonly year: number }[],
): Promise<readonly ReadyFigure[]> {
  const rows = await store.client.$queryRaw<StoredFigure[]>`
    SELECT ${COLUMNS} FROM unnest(${keys.map(({ measure }) => measure)}::text[],
      ${keys.map(({ year }) => String(year))}::text[]::int[]) AS k ("measure", "year")
    JOIN "DepartmentFigure" f ON f."measure" = k."measure" AND f."year" = k."year" AND f."stage" = ANY(${STAGES}::text[])`;
  return rows.map(toFigure);
}

const COLUMNS = Prisma.sql`f."departmentId", f."districtCode", f."year", f."stage", f."measure", f."fen"::text AS "fen",
  f."status", f."origin", f."scope", f."flaws"`;

function toFigure({
  departmentId,
  districtCode,
  year,
  stage,
  measure,
  fen,
  status,
  origin,
  scope,
  flaws,
}: StoredFigure) {
  return {
    departmentId,
    districtCode,
    year,
    stage,
    measure,
    fen: fen === null ? null : BigInt(fen),
    status,
    origin,
    scope: readScope(scope),
    flaws: flaws === null ? [] : flaws.map((flaw) => ({ ...flaw, fen: BigInt(flaw.fen) })),
  };
}

const scopes = new Map<string, Scope>();

/** The scopes of a store are few. */
function readScope(text: string): Scope {
  const known = scopes.get(text) ?? (JSON.parse(text) as Scope);
  scopes.set(text, known);
  return known;
}
