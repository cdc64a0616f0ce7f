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

/** What of line items is read; null: all of it. */
export type LineItemFields = readonly (keyof StoredLineItem)[] | null;

const SOURCE = ['sourceTable', 'sourceSection', 'sourceLine', 'sourcePage', 'sourceText'];
/** Where a field is not a column of its name. */
const COLUMNS_OF: Readonly<Partial<Record<keyof StoredLineItem, readonly string[]>>> = {
  amount: ['amount', 'amountUnit', 'amountDecimals'],
  source: SOURCE,
};
const ALL = [
  ...['id', 'departmentId', 'reportId', 'accountId', 'year', 'statement', 'side', 'flow', 'stage', 'fund', 'part'],
  ...['column', 'columnLabel', 'label', 'labelUncertain', 'leaf', 'unitName', 'amount', 'amountUnit'],
  ...['amountDecimals', ...SOURCE],
];

/** Columns of `l`, a line item: those that the fields are made of, and whose it is. A row takes as long as it has columns. */
export function lineItemColumns(fields: LineItemFields): Prisma.Sql {
  const asked = new Set<string>(['id', 'reportId', ...(fields ?? []).flatMap((field) => COLUMNS_OF[field] ?? [field])]);
  const columns = fields === null ? ALL : ALL.filter((name) => asked.has(name));
  return Prisma.raw(columns.map((name) => `l."${name}"`).join(', '));
}

/** Of a row that not all was read of, the fields that were. */
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
