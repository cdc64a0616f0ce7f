import { addDecimals, compareDecimals, halfOfLastDigit, multiplyDecimals } from './exact-decimal.js';
import { measureIndicator } from './performance-measures.js';
import type { Evaluation, PerformanceIndicator } from './report.js';

export const PERFORMANCE_CHECKS = ['WEIGHTS', 'SCORES', 'SCORE_OF_INDICATOR'] as const;
export type PerformanceCheckName = (typeof PERFORMANCE_CHECKS)[number];

/** One check of an evaluation's points: exact decimal texts, or why there are none. */
export interface PerformanceCheck {
  readonly check: PerformanceCheckName;
  /** Null: the check is about the evaluation as a whole. */
  readonly indicator: PerformanceIndicator | null;
  /** Computed, in points; null with `actual` and `tolerance` where the check could not be made. */
  readonly expected: string | null;
  /** Printed; of the weights of an evaluation that prints no total, 100. */
  readonly actual: string | null;
  readonly tolerance: string | null;
  /** Why the check could not be made; null where it was. */
  readonly reason: string | null;
}

/** What the weights of a self-assessment add up to where no total is printed. */
const FULL_WEIGHT = '100';

/**
 * Holds an evaluation's printed points against each other: the weights added against their total (or 100), the scores against theirs, and
 * each score against weight × min(1, completion), from which it may be off by its printed precision: scores are cut as often as rounded. Points are given, not
 * measured: weights, and points printed whole, add up without difference; scores with decimals within half a unit of the finest
 * digit printed, for each term and the total.
 */
export function checkEvaluation(evaluation: Evaluation): PerformanceCheck[] {
  const { indicators, evaluator } = evaluation;
  const prints = indicators.some(({ weight, score }) => weight !== null || score !== null);
  if (!prints && evaluation.score === null && evaluation.weight === null) return [];
  const scored = indicators.filter(({ weight, score }) => weight !== null || score !== null);
  return [
    checkWeights(evaluation),
    ...(evaluator === null ? [] : [checkScores(evaluation), ...scored.map(checkScore)]),
  ];
}

function checkWeights({ indicators, weight: total }: Evaluation): PerformanceCheck {
  const weights = printed(indicators.map(({ weight }) => weight));
  if (!weights) return refuse('WEIGHTS', null, whyNot('weight', indicators));
  const actual = total ?? FULL_WEIGHT;
  return { check: 'WEIGHTS', indicator: null, expected: addDecimals(weights), actual, tolerance: '0', reason: null };
}

function checkScores({ indicators, score: total }: Evaluation): PerformanceCheck {
  const scores = printed(indicators.map(({ score }) => score));
  if (!scores) return refuse('SCORES', null, whyNot('score', indicators));
  if (total === null) return refuse('SCORES', null, 'expected a printed total score, got none');
  const tolerance = toleranceOf([...scores, total]);
  return { check: 'SCORES', indicator: null, expected: addDecimals(scores), actual: total, tolerance, reason: null };
}

function checkScore(indicator: PerformanceIndicator): PerformanceCheck {
  const { weight, score } = indicator;
  const missing = weight === null ? 'weight' : score === null ? 'score' : null;
  if (weight === null || score === null)
    return refuse('SCORE_OF_INDICATOR', indicator, `expected a printed ${missing}, got none`);
  const { completion, met } = measureIndicator(indicator);
  // A bound that is enough, or an outcome in words, says that all was done, but not that less was done by how much.
  const share = completion ?? (met === true ? '1' : null);
  if (share === null)
    return refuse(
      'SCORE_OF_INDICATOR',
      indicator,
      'expected a target and an outcome in numbers of one unit, got others',
    );
  const expected = multiplyDecimals(weight, compareDecimals(share, '1') > 0 ? '1' : share);
  const tolerance = score.includes('.') ? multiplyDecimals(halfOfLastDigit(score), '2') : halfOfLastDigit(score);
  return { check: 'SCORE_OF_INDICATOR', indicator, expected, actual: score, tolerance, reason: null };
}

function refuse(check: PerformanceCheckName, indicator: PerformanceIndicator | null, reason: string): PerformanceCheck {
  return { check, indicator, expected: null, actual: null, tolerance: null, reason };
}

/** All of them; null where one is missing, or there are none. */
function printed(values: readonly (string | null)[]): string[] | null {
  const own = values.filter((value) => value !== null);
  return own.length === values.length && own.length > 0 ? own : null;
}

function whyNot(name: 'weight' | 'score', indicators: readonly PerformanceIndicator[]): string {
  const lacking = indicators.filter((indicator) => indicator[name] === null).length;
  return indicators.length === 0
    ? `expected indicators with a ${name} each, got no indicators`
    : `expected a ${name} of each of ${indicators.length} indicators, got ${lacking} without one`;
}

function toleranceOf(points: readonly string[]): string {
  const finest = points.reduce((a, b) => (compareDecimals(halfOfLastDigit(a), halfOfLastDigit(b)) <= 0 ? a : b));
  return finest.includes('.') ? multiplyDecimals(halfOfLastDigit(finest), String(points.length)) : '0';
}
