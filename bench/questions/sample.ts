import type { Client } from 'pg';

/** What of a store the questions are about. */
export interface Sample {
  /** Years with final accounts, ascending. */
  readonly years: readonly number[];
  /** Districts with final accounts, by code. */
  readonly districts: readonly string[];
  /** Current final accounts. */
  readonly reports: readonly { readonly departmentId: string; readonly id: string }[];
  /** Codes of the functional 类 with figures, by year. */
  readonly categories: ReadonlyMap<number, readonly string[]>;
  /** Department and year of the expenditure that only a text states: base rows don't have it. */
  readonly stated: ReadonlySet<string>;
}

const MOST_REPORTS = 10_000;

/**
 * Looks at the store.
 * @throws Error for a store without twenty districts and two years
 */
export async function readSample(client: Client): Promise<Sample> {
  const rows = async <T extends object>(text: string): Promise<T[]> => (await client.query<T>(text)).rows;
  const years = await rows<{ year: number }>(
    `SELECT DISTINCT "year" FROM "Report" WHERE "status" = 'CURRENT' AND "kind" = 'FINAL_ACCOUNTS' ORDER BY 1`,
  );
  const districts = await rows<{ code: string }>(
    `SELECT DISTINCT "districtCode" AS "code" FROM "Report" WHERE "status" = 'CURRENT' AND "kind" = 'FINAL_ACCOUNTS' ORDER BY 1`,
  );
  if (years.length < 2 || districts.length < 20)
    throw new Error(`expected 20 districts and 2 years or more, got ${districts.length} and ${years.length}`);
  const reports = await rows<{ departmentId: string; id: string }>(
    `SELECT "departmentId", "id" FROM "Report" WHERE "status" = 'CURRENT' AND "kind" = 'FINAL_ACCOUNTS'
     ORDER BY md5("id") LIMIT ${MOST_REPORTS}`,
  );
  const categories = await rows<{ year: number; code: string }>(
    `SELECT DISTINCT "year", substr("measure", 12) AS "code" FROM "DistrictFigure"
     WHERE "measure" ~ '^FUNCTIONAL:[0-9]{3}$' AND "stage" = 'OUTTURN' ORDER BY 1, 2`,
  );
  const stated = await rows<{ departmentId: string; year: number }>(
    `SELECT "departmentId", "year" FROM "DepartmentFigure"
     WHERE "measure" = 'EXPENDITURE' AND "stage" = 'OUTTURN' AND "origin" = 'TEXT'`,
  );
  return {
    years: years.map(({ year }) => year),
    districts: districts.map(({ code }) => code),
    reports,
    categories: new Map(
      years.map(({ year }) => [year, categories.filter((own) => own.year === year).map(({ code }) => code)]),
    ),
    stated: new Set(stated.map(({ departmentId, year }) => `${departmentId} ${year}`)),
  };
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function draw(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Some of them, each once, in their order. */
export function choose<T>(all: readonly T[], count: number, random: () => number): readonly T[] {
  const places = new Set<number>();
  while (places.size < Math.min(count, all.length)) places.add(Math.floor(random() * all.length));
  return all.filter((_, place) => places.has(place));
}

/** The `nth` of them, from the first again after the last. */
export function pick<T>(all: readonly T[], nth: number): T {
  const found = all[nth % all.length];
  if (found === undefined) throw new Error('expected something to pick from, got nothing');
  return found;
}
