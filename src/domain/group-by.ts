/** Rows by a key of theirs: keys in the order in which they first come, rows in theirs. */
export function groupBy<T, K>(rows: readonly T[], keyOf: (row: T) => K): Map<K, [T, ...T[]]> {
  const groups = new Map<K, [T, ...T[]]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}
