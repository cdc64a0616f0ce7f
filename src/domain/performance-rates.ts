import type { Stage } from './closed-lists.js';
import { addDecimals, divideDecimals } from './exact-decimal.js';
import { holdMoney } from './money.js';
import type { IndicatorMeasures } from './performance-measures.js';
import type { Evaluation, PerformanceIndicator } from './report.js';

/** How many indicators could be judged, how many of them were met, and the ratio; null of none. */
export interface CompletionRate {
  readonly evaluable: number;
  readonly met: number;
  readonly completion: string | null;
}

/** Met over evaluable; indicators whose `met` is not known count in neither. */
export function rateCompletion(indicators: readonly Pick<IndicatorMeasures, 'met'>[]): CompletionRate {
  const evaluable = indicators.filter(({ met }) => met !== null).length;
  const met = indicators.filter((indicator) => indicator.met === true).length;
  return { evaluable, met, completion: divideDecimals(String(met), String(evaluable)) };
}

/** Points reached of those to be had: Σ score over Σ weight of the indicators that print both; null where none does. */
export function rateScore(indicators: readonly Pick<PerformanceIndicator, 'weight' | 'score'>[]): string | null {
  const scored = indicators.flatMap(({ weight, score }) =>
    weight !== null && score !== null ? [{ weight, score }] : [],
  );
  return divideDecimals(addDecimals(scored.map(({ score }) => score)), addDecimals(scored.map(({ weight }) => weight)));
}

/** The printed money of one stage, in fen; null: not printed, or finer or greater than amounts are. */
export function amountOf({ amounts }: Pick<Evaluation, 'amounts'>, stage: Stage): bigint | null {
  const amount = amounts.find((own) => own.stage === stage);
  return amount ? (holdMoney(amount.decimal, amount.unit)?.fen ?? null) : null;
}

/**
 * Spending over the budget of stage `base`, by default the one that the text names: a ratio of printed amounts, rounded half up at 8
 * decimals. Null where either is not printed, the budget is zero, or no base is named.
 */
export function rateExecution(
  evaluation: Pick<Evaluation, 'amounts' | 'executionBase'>,
  base: Stage | null = evaluation.executionBase,
): string | null {
  const spent = amountOf(evaluation, 'OUTTURN');
  const budget = base === null ? null : amountOf(evaluation, base);
  return spent === null || budget === null ? null : divideDecimals(String(spent), String(budget));
}
