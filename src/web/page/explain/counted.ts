import type { IndicatorRowFragment, MetricKey } from '../generated/graphql';

/** Whether a metric of indicators takes in this one, as the metrics are defined: those of which it is known whether they were met. */
export function countsIn(
  metric: MetricKey,
  { met, weight, score }: Pick<IndicatorRowFragment, 'met' | 'weight' | 'score'>,
): boolean {
  if (met === null) return false;
  if (metric === 'INDICATORS_MET') return met;
  if (metric === 'INDICATOR_WEIGHT') return weight !== null;
  return metric !== 'INDICATOR_SCORE' || score !== null;
}
