/** Codes that stand for one another as a classification changes: each with the first year in which it is meant; null: there is none. */
export type CodesOfYears = readonly (readonly [code: string | null, from: number])[];

export function always(code: string): CodesOfYears {
  return [[code, 0]];
}

/** One code until the year, another from then on. */
export function becoming(before: string | null, year: number, after: string | null): CodesOfYears {
  const [first, second] = [[before, 0] as const, [after, year] as const];
  return [first, second];
}

/** The code of a year; null where there is none. */
export function codeIn(codes: CodesOfYears, year: number): string | null {
  return codes.findLast(([, from]) => from <= year)?.[0] ?? null;
}
