import { bareLabel, squeeze } from '../../../src/domain/label.js';
import { formatFen } from '../../../src/domain/money.js';
import type { Report } from '../../../src/domain/report.js';
import type { Style } from './lay-out.js';
import type { FactReport } from './published-facts.js';

/** Whether the rows of a statement are known by their codes, which every layout keeps; else by their names. */
const isCoded = (statement: string, side: string): boolean =>
  !statement.endsWith('BY_UNIT') && (side === '' || statement.includes('BASIC'));

/** Every figure that the facts print in a style, one text each, sorted. */
export function figuresOfFacts({ kind, statements }: FactReport, { zero }: Pick<Style, 'zero'>): string[] {
  const zerosPrinted = zero === null || zero === '0';
  return statements
    .flatMap(({ statement, sides }) =>
      sides.flatMap(({ side, rows, meanings }) =>
        rows.flatMap(({ code, label, unitName, amounts }) =>
          amounts.flatMap((amount, at) => {
            if (amount === null || (amount === 0n && !zerosPrinted)) return [];
            const nameless = statement === 'THREE_OFFICIAL_EXPENSES' && kind === 'FINAL_ACCOUNTS';
            const row = nameless ? '' : code !== null && isCoded(statement, side) ? code : bareLabel(label);
            const money = formatFen(amount * 10_000n, 'WAN_YUAN');
            return [[statement, side, at + 1, row, squeeze(unitName), meanings[at], money].join(' ')];
          }),
        ),
      ),
    )
    .sort();
}

/** The same of a report that was read. */
export function figuresOfReport({ kind, lineItems }: Report): string[] {
  return lineItems
    .map(({ statement, side, column, account, label, unitName, fund, part, amount }) => {
      const nameless = statement === 'THREE_OFFICIAL_EXPENSES' && kind === 'FINAL_ACCOUNTS';
      const coded = account.code !== null && isCoded(statement, side ?? '');
      const row = nameless ? '' : coded ? account.code : bareLabel(label);
      const money = formatFen(amount.fen, 'WAN_YUAN');
      return [statement, side ?? '', column, row, squeeze(unitName ?? ''), `${fund} ${part}`, money].join(' ');
    })
    .sort();
}
