import type { Release } from '../domain/records.js';

/** What the changes of a release leave out, since it can't be told any more. */
export function hintAtChanges({ id, kept, lastKept }: Release): readonly string[] {
  if (!kept) return [`release ${id} is kept no longer: what changed with it can't be told any more`];
  if (lastKept !== false) return [];
  return [
    `the release before ${id} is kept no longer: what was read anew since then is not among the changes, only reports that came or were superseded`,
  ];
}
