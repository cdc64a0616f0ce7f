/** Tables that the API exports whole, in the order in which people ask for them; `comparison` needs a question. */
export const TABLES = ['line-items', 'indicators', 'facts', 'findings', 'statistics'] as const;
export type Table = (typeof TABLES)[number];

/** Of which districts and years; none: of all. */
export interface Extent {
  readonly districts: readonly string[];
  readonly years: readonly number[];
}

/** The filter that an export and the API take; undefined: nothing is left out. Statistics take none. */
export function whereOf(table: Table, { districts, years }: Extent): object | undefined {
  if (table === 'statistics' || (districts.length === 0 && years.length === 0)) return undefined;
  return {
    ...(districts.length > 0 && { district: { in: districts } }),
    ...(years.length > 0 && { year: { in: years } }),
  };
}

/** The address of a whole table; of the newest release where none is named. */
export function addressOfExport(
  table: Table,
  ending: 'csv' | 'ndjson',
  { where, release }: { where: object | undefined; release?: string | undefined },
): string {
  const search = new URLSearchParams({
    ...(ending === 'csv' && { bom: '1' }),
    ...(where && { where: JSON.stringify(where) }),
    ...(release && { release }),
  });
  return `/export/${table}.${ending}${search.size > 0 ? `?${search.toString()}` : ''}`;
}

/** All cells of a comparison, with every column that the API has. */
export function addressOfComparisonExport(id: string, ending: 'csv' | 'ndjson', release: string): string {
  const search = new URLSearchParams({ id, ...(ending === 'csv' && { bom: '1' }), release });
  return `/export/comparison.${ending}?${search.toString()}`;
}
