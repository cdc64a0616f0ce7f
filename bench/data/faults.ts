import type { LineItem } from '../../src/domain/report.js';
import { HUNDREDTH } from './amounts.js';
import type { Draw } from './draw.js';

/** Misprints a sum, or leaves out a row that it is the sum of, as reports happen to do. */
export function plantFault(lineItems: readonly LineItem[], draw: Draw): LineItem[] {
  const items = lineItems.filter(({ statement, account }) => statement === 'EXPENDITURE' && account.level === 'ITEM');
  const victim = items[draw.within(0, items.length - 1)] as LineItem;
  if (draw.chance(500)) return lineItems.filter((own) => own.statement !== 'EXPENDITURE' || own.row !== victim.row);
  const above = victim.account.parentKey;
  const isSum = (own: LineItem): boolean =>
    own.statement === 'EXPENDITURE' && own.account.key === above && own.column === 1;
  const off = BigInt(draw.within(1, 9)) * 1000n * HUNDREDTH;
  return lineItems.map((own) => (isSum(own) ? { ...own, amount: { ...own.amount, fen: own.amount.fen + off } } : own));
}
