import type { FlawedFigure, ReadyFigure, Scope } from '../domain/ready-figure.js';
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
    SELECT f."departmentId", f."districtCode", f."year", f."stage", f."measure", f."fen"::text AS "fen", f."status", f."origin",
      f."scope", f."flaws"
    FROM "DepartmentFigure" f
    WHERE f."departmentId" = ANY(${departmentIds}::text[]) AND f."year" = ANY(${years.map(String)}::text[]::int[])
      AND f."measure" = ANY(${measures}::text[])`;
  return rows.map(({ fen, scope, flaws, ...row }) => ({
    ...row,
    fen: fen === null ? null : BigInt(fen),
    scope: readScope(scope),
    flaws: flaws === null ? [] : flaws.map((flaw) => ({ ...flaw, fen: BigInt(flaw.fen) })),
  }));
}

const scopes = new Map<string, Scope>();

/** The scopes of a store are few. */
function readScope(text: string): Scope {
  const known = scopes.get(text) ?? (JSON.parse(text) as Scope);
  scopes.set(text, known);
  return known;
}
