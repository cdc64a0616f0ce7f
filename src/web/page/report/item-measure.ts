import type { MeasureText } from '../address/measure';
import { printMeasure } from '../address/measure';
import type { PrintedItemFragment } from '../generated/graphql';

type Item = Pick<PrintedItemFragment, 'account' | 'flow' | 'fund' | 'part' | 'statement'>;

/** Parts that an account is measured by; of others, as what is carried over, there is no measure. */
const PARTS = ['TOTAL', 'BASIC', 'PROJECT'];

/** The measure that a figure is one of; null: none, as of totals, revenue by account, and what tables by unit print. */
export function measureOf({ account, flow, fund, part, statement }: Item): MeasureText | null {
  const { classification, code } = account;
  if (code === null || flow !== 'EXPENDITURE' || statement.endsWith('_BY_UNIT') || !PARTS.includes(part ?? 'TOTAL'))
    return null;
  const ofPart = part && part !== 'TOTAL' && { part };
  // The economic tables are of one fund each.
  if (classification === 'ECONOMIC') return printMeasure({ account: { classification, code, ...ofPart } });
  const ofFund = fund && fund !== 'ALL' && { fund };
  return classification === 'FUNCTIONAL'
    ? printMeasure({ account: { classification, code, ...ofFund, ...ofPart } })
    : null;
}
