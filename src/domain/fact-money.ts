import type { PrintedUnit } from './closed-lists.js';
import { holdMoney } from './money.js';
import type { Money } from './money.js';

const UNITS: Readonly<Record<string, PrintedUnit>> = {
  元: 'YUAN',
  千元: 'QIAN_YUAN',
  万元: 'WAN_YUAN',
  亿元: 'YI_YUAN',
};

/** The amount that a number of the text states; null where it is none of money, or finer or greater than amounts are. */
export function moneyOfFact({
  value,
  valueUnit,
}: {
  readonly value: string;
  readonly valueUnit: string;
}): Money | null {
  const unit = UNITS[valueUnit];
  return unit ? holdMoney(value, unit) : null;
}
