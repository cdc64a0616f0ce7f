import type { ReportedFactFilter } from '../domain/filters.js';
import { allOf } from './conditions.js';
import { PLACE_SQL, joinPlace, nameColumns, sourceSql } from './exported-table.js';
import type { ExportedTable } from './exported-table.js';
import { Prisma } from './generated/client.js';
import { matchReports } from './report-conditions.js';
import { FACT_LIST, matchFact } from './reported-facts.js';
import type { Store } from './store.js';
import { walkReports } from './stretches.js';

/** Numbers of the narrative as `findFacts` lists them. */
export function exportFacts(store: Store, filter: ReportedFactFilter | null): ExportedTable {
  const inReports = matchReports(store, filter && { ...filter, year: null }, true);
  return {
    columns: { ...PLACE_SQL, ...OWN, ...sourceSql('f') },
    order: FACT_LIST,
    stretches: walkReports(store, inReports),
    rowsIn: ({ conditions }) =>
      Prisma.sql`
      FROM "ReportedFact" f ${joinPlace(store, 'f')} LEFT JOIN "Account" a ON a."id" = f."accountId"
      WHERE ${allOf([...matchFact(store, filter), ...inReports, ...conditions])}`,
  };
}

const OWN = nameColumns({
  id: 'f."id"',
  metric: 'f."metric"',
  account_id: 'a."id"',
  account_code: 'a."code"',
  label: 'f."label"',
  fact_kind: 'f."kind"',
  base: 'f."base"',
  stage: 'f."stage"',
  fact_year: 'f."factYear"',
  value: 'f."value"::text',
  value_unit: 'f."valueUnit"',
});
