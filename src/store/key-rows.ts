/** Rows by a key that is unique among them. */
export function keyRows<K, T>(rows: readonly T[], keyOf: (row: T) => K): Map<K, T> {
  return new Map(rows.map((row) => [keyOf(row), row]));
}
