import type { AmountUnit } from '../domain/closed-lists.js';
import type { LineItemFilter, LineItemOrder } from '../domain/filters.js';
import { FEN_EXPONENT } from '../domain/money.js';
import { shownName } from './accounts.js';
import { allOf, matchOneOf } from './conditions.js';
import { PLACE_SQL, joinPlace, nameColumns, sourceSql } from './exported-table.js';
import type { ColumnSql, ExportedTable } from './exported-table.js';
import { Prisma } from './generated/client.js';
import { matchLineItem } from './line-item-conditions.js';
import { LINE_ITEM_LISTS } from './line-items.js';
import { orderBy as inOrder } from './paging.js';
import { matchReports } from './report-conditions.js';
import type { Store } from './store.js';
import { walkReports, walkRows } from './stretches.js';

/** Line items as `findLineItems` lists them, their amounts in `unit`. */
export function exportLineItems(
  store: Store,
  filter: LineItemFilter | null,
  orderBy: LineItemOrder,
  unit: AmountUnit,
): ExportedTable {
  const [where, order] = [matchLineItem(store, filter), LINE_ITEM_LISTS[orderBy]];
  const names = Prisma.sql`${joinPlace(store, 'l')} JOIN "Account" a ON a."id" = l."accountId"`;
  const own = { columns: columnsIn(store, unit), order };
  if (orderBy !== 'PRINTED')
    return {
      ...own,
      stretches: walkRows(store, Prisma.sql`"LineItem" l`, where, order),
      // Found by themselves first: their order leads to them, what names them does not.
      rowsIn: ({ conditions, limit }) => Prisma.sql`FROM (
        SELECT l.* FROM "LineItem" l WHERE ${allOf([...where, ...conditions])} ORDER BY ${inOrder(order)} LIMIT ${limit}::int
      ) l ${names}`,
    };
  const inReports = [...matchReports(store, filter, true), ...matchOneOf('r."kind"', filter?.kind)];
  return {
    ...own,
    stretches: walkReports(store, inReports),
    rowsIn: ({ conditions }) =>
      Prisma.sql`FROM "LineItem" l ${names} WHERE ${allOf([...where, ...inReports, ...conditions])}`,
  };
}

function columnsIn(store: Store, unit: AmountUnit): ColumnSql {
  return {
    ...PLACE_SQL,
    ...OWN,
    account_name: shownName(store),
    amount: formatAmount(unit),
    amount_unit: Prisma.raw(`'${unit}'`),
    ...sourceSql('l'),
  };
}

const OWN = nameColumns({
  id: 'l."id"',
  statement: 'l."statement"',
  flow: 'l."flow"',
  stage: 'l."stage"',
  fund: 'l."fund"',
  part: 'l."part"',
  column: 'l."column"',
  column_label: 'l."columnLabel"',
  unit_name: 'l."unitName"',
  classification: 'a."classification"',
  account_id: 'a."id"',
  account_code: 'a."code"',
  account_level: 'a."level"',
  account_edition: 'a."edition"',
  label: 'l."label"',
  label_uncertain: 'l."labelUncertain"',
  leaf: 'l."leaf"',
});

/** As `formatFen` writes it: at least two decimals, as many more as the amount needs. */
function formatAmount(unit: AmountUnit): Prisma.Sql {
  const amount = `(l."amount" * 1e-${FEN_EXPONENT[unit]})`;
  return Prisma.raw(`round(${amount}, greatest(2, min_scale(${amount})))::text`);
}
