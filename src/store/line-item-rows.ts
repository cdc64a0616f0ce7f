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
  // Written out, as objects made of pieces take several times as long, and there are many.
  return {
    id: row.id,
    departmentId: row.departmentId,
    reportId: row.reportId,
    accountId: row.accountId,
    year: row.year,
    statement: row.statement,
    side: row.side,
    flow: row.flow,
    stage: row.stage,
    fund: row.fund,
    part: row.part,
    column: row.column,
    columnLabel: row.columnLabel,
    label: row.label,
    labelUncertain: row.labelUncertain,
    leaf: row.leaf,
    unitName: row.unitName,
    amount: { fen: row.amount, unit: row.amountUnit, decimals: row.amountDecimals },
    source: toSource(row),
  };
}
