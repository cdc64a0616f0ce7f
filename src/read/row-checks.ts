import type { Money } from '../domain/money.js';
import { judgeSum } from '../domain/money.js';
import type { RowIdentity, StatementDefinition } from '../domain/statement-columns.js';
import type { MoneyColumn } from './printed-row.js';

/** Whether the identities inside a row hold: NOT_EVALUABLE where no total stands beside a part that is not zero. */
export type RowVerdict = 'EXACT' | 'ROUNDING' | 'BROKEN' | 'NOT_EVALUABLE';

/** Judges the row's identities, each with its optional columns or without. */
export function judgeRow(
  amounts: readonly (Money | null)[],
  columns: readonly MoneyColumn[],
  { rowIdentities }: Pick<StatementDefinition, 'rowIdentities'>,
): RowVerdict {
  const verdicts = rowIdentities.map((identity) => judgeIdentity(amounts, columns, identity));
  const worst = (['BROKEN', 'ROUNDING', 'EXACT'] as const).find((verdict) => verdicts.includes(verdict));
  return worst ?? 'NOT_EVALUABLE';
}

function judgeIdentity(
  amounts: readonly (Money | null)[],
  columns: readonly MoneyColumn[],
  { total, parts }: RowIdentity,
): RowVerdict {
  const at = (place: number): number => columns.findIndex((column) => column.place === place);
  const whole = amounts[at(total)];
  const printed = parts.flatMap((place) => {
    const index = at(place);
    const amount = amounts[index];
    return amount ? [{ amount, optional: columns[index]?.definition?.optional === true }] : [];
  });
  if (!whole || printed.every(({ amount }) => amount.fen === 0n)) return 'NOT_EVALUABLE';
  const all = printed.map(({ amount }) => amount);
  const usual = printed.filter(({ optional }) => !optional).map(({ amount }) => amount);
  const outcomes = [all, usual].flatMap((own) => (own.length > 0 ? [judgeSum(whole, own)] : []));
  return (['EXACT', 'ROUNDING'] as const).find((outcome) => outcomes.includes(outcome)) ?? 'BROKEN';
}

const LEAST_ROWS = 3;

/**
 * Whether the identities fail in most rows of a table: then it is not the figures that are wrong but the heads. Never so where
 * a head is unknown, whose column may belong to the sum.
 */
export function contradictsHeads(verdicts: readonly RowVerdict[], columns: readonly MoneyColumn[]): boolean {
  const judged = verdicts.filter((verdict) => verdict !== 'NOT_EVALUABLE');
  const broken = judged.filter((verdict) => verdict === 'BROKEN').length;
  return columns.every(({ place }) => place !== null) && judged.length >= LEAST_ROWS && broken * 2 > judged.length;
}

/** The number of decimals with which nine of ten of a table's amounts are printed, or all but one; null where they differ. Zeros count where hardly anything else is printed. */
export function usualDecimals(amounts: readonly Money[]): number | null {
  const other = amounts.filter(({ fen }) => fen !== 0n);
  const printed = other.length < 3 ? amounts : other;
  const counts = new Map<number, number>();
  for (const { decimals } of printed) counts.set(decimals, (counts.get(decimals) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  if (!most || printed.length < 3) return null;
  return most[1] * 10 >= printed.length * 9 || most[1] >= printed.length - 1 ? most[0] : null;
}

/** Whether an amount is printed with other decimals than its table, and no identity holds exactly with it. */
export function isOddlyPrinted({ fen, decimals }: Money, usual: number | null, verdict: RowVerdict): boolean {
  if (usual === null || fen === 0n || decimals === usual) return false;
  return decimals > usual || verdict !== 'EXACT';
}
