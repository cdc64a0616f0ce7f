import type { PrintedUnit } from '../domain/closed-lists.js';
import type { StoredLineItem } from '../domain/records.js';
import { Prisma } from './generated/client.js';
import { toSource } from './source-rows.js';
import type { SourceRow } from './source-rows.js';

export interface LineItemRow extends SourceRow, Omit<StoredLineItem, 'amount' | 'source'> {
  readonly reportId: string;
  readonly amount: bigint;
  readonly amountUnit: PrintedUnit;
  readonly amountDecimals: number;
}

/** Columns of `l`, a line item. */
export const LINE_ITEM_COLUMNS = Prisma.raw(
  [
    ...['id', 'departmentId', 'reportId', 'accountId', 'year', 'statement', 'side', 'flow', 'stage', 'fund', 'part'],
    ...['column', 'columnLabel', 'label', 'labelUncertain', 'leaf', 'unitName', 'amount', 'amountUnit'],
    ...['amountDecimals', 'sourceTable', 'sourceSection', 'sourceLine', 'sourcePage', 'sourceText'],
  ]
    .map((name) => `l."${name}"`)
    .join(', '),
);

export function toLineItem(row: LineItemRow): StoredLineItem {
  const { id, departmentId, reportId, accountId, year, statement, side, flow, stage, fund, part } = row;
  const { column, columnLabel, label, labelUncertain, leaf, unitName } = row;
  return {
    ...{ id, departmentId, reportId, accountId, year, statement, side, flow, stage, fund, part },
    ...{ column, columnLabel, label, labelUncertain, leaf, unitName },
    amount: { fen: row.amount, unit: row.amountUnit, decimals: row.amountDecimals },
    source: toSource(row),
  };
}
