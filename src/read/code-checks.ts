import { parentCode } from '../domain/account.js';
import { squeeze } from '../domain/label.js';
import type { Issue, LineItem } from '../domain/report.js';

/** Of the codes above those of a table's rows at most this share may be missing: a publisher who leaves more out leaves them out on purpose. */
const MOST_MISSING = 0.25;

/**
 * The codes that stand above a row's and have no row of their own, each with the first row that needs it; none where the table
 * prints such rows for few codes or none.
 */
export function findMissingParents<Row extends { readonly code: string | null }>(
  rows: readonly Row[],
): readonly (readonly [parent: string, row: Row])[] {
  const codes = new Set(rows.map(({ code }) => code));
  const needed = new Map<string, Row>();
  for (const row of rows) {
    const parent = row.code === null ? null : parentCode(row.code);
    if (parent !== null && !needed.has(parent)) needed.set(parent, row);
  }
  const missing = [...needed].filter(([parent]) => !codes.has(parent));
  return missing.length <= needed.size * MOST_MISSING ? missing : [];
}

/**
 * An issue for each code that one statement alone prints before a name, where at least two others print one other code before
 * that name under the same 类 or 款: names are unique there.
 */
export function reportUnlikeCodes(lineItems: readonly LineItem[]): Issue[] {
  const byName = new Map<string, Map<string, Map<string, LineItem>>>();
  for (const item of lineItems) {
    const { code, parentKey, classification } = item.account;
    if (code === null || parentKey === null || item.labelUncertain) continue;
    const key = [classification, parentKey, squeeze(item.label)].join('|');
    const codes = byName.get(key) ?? new Map<string, Map<string, LineItem>>();
    const statements = codes.get(code) ?? new Map<string, LineItem>();
    if (!statements.has(item.statement)) statements.set(item.statement, item);
    byName.set(key, codes.set(code, statements));
  }
  return [...byName.values()].flatMap((codes) => {
    const usual = [...codes].find(([, statements]) => statements.size > 1)?.[0];
    const single = [...codes.values()].flatMap((statements) => (statements.size === 1 ? [...statements.values()] : []));
    if (usual === undefined) return [];
    return single.map(({ label, account, statement, source }) => ({
      message: `expected the code ${usual} of “${label}” as in other tables, got ${account.code}: read as printed`,
      statement,
      source,
    }));
  });
}
