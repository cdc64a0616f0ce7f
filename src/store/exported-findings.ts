import type { FindingFilter } from '../domain/filters.js';
import type { Rule } from '../domain/finding.js';
import { allOf } from './conditions.js';
import { PLACE_SQL, joinPlace, nameColumns, sourceSql } from './exported-table.js';
import type { ExportedTable } from './exported-table.js';
import { FINDING_LIST, matchFinding } from './findings.js';
import { Prisma } from './generated/client.js';
import { matchReports } from './report-conditions.js';
import type { Store } from './store.js';
import { walkReports } from './stretches.js';

/** The rules that there are, and the title of one that is applied no longer. */
export interface KnownRules {
  readonly rules: readonly Rule[];
  readonly retiredTitle: string;
}

/** What came of the rules as `findFindings` lists it. */
export function exportFindings(
  store: Store,
  filter: FindingFilter | null,
  { rules, retiredTitle }: KnownRules,
): ExportedTable {
  const inReports = matchReports(store, filter, true);
  return {
    columns: {
      ...PLACE_SQL,
      ...OWN,
      rule_title: Prisma.sql`coalesce(u.title, ${retiredTitle}::text)`,
      ...sourceSql('n'),
    },
    order: FINDING_LIST,
    stretches: walkReports(store, inReports),
    rowsIn: ({ conditions }) =>
      Prisma.sql`
      FROM "Finding" n ${joinPlace(store, 'n')} LEFT JOIN ${listRules(rules)} ON u.id = n."rule"
      WHERE ${allOf([...matchFinding(store, filter), ...inReports, ...conditions])}`,
  };
}

/** `u`, a rule. */
function listRules(rules: readonly Rule[]): Prisma.Sql {
  const column = (read: (rule: Rule) => string | null): Prisma.Sql => Prisma.sql`${rules.map(read)}::text[]`;
  const [ids, kinds] = [column(({ id }) => id), column(({ kind }) => kind)];
  const [titles, statements] = [column(({ title }) => title), column(({ statement }) => statement)];
  return Prisma.sql`unnest(${ids}, ${kinds}, ${titles}, ${statements}) AS u (id, kind, title, statement)`;
}

const OWN = nameColumns({
  id: 'n."id"',
  rule: 'n."rule"',
  rule_kind: 'coalesce(u.kind, n."kind")',
  statement: 'u.statement',
  outcome: 'n."outcome"',
  message: 'n."message"',
  expected: 'n."expected"::text',
  actual: 'n."actual"::text',
  difference: 'n."difference"::text',
  tolerance: 'n."tolerance"::text',
  unit: 'n."unit"',
  line_item_ids: `nullif(array_to_string(n."lineItemIds", ';'), '')`,
  fact_ids: `nullif(array_to_string(n."factIds", ';'), '')`,
});
