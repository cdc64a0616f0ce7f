import type { Names } from './figures';

interface Sentences {
  readonly message: string;
  readonly messageZh: string;
}

/** A comparison whose warnings call measures by their names. */
export function nameMetrics<T extends { readonly warnings: readonly Sentences[] }>(
  comparison: T,
  measures: readonly string[],
  { nameMetric }: Pick<Names, 'nameMetric'>,
): T {
  return { ...comparison, warnings: nameMetricsIn(comparison.warnings, measures, nameMetric) };
}

/** Sentences of the API call measures as the question spells them: here they are called by their names. */
export function nameMetricsIn<T extends Sentences>(
  warnings: readonly T[],
  measures: readonly string[],
  nameMetric: (measure: string) => string,
): readonly T[] {
  if (measures.length === 0) return warnings;
  const longestFirst = [...new Set(measures)].sort((a, b) => b.length - a.length);
  const spelled = longestFirst.map((measure) => measure.replace(/[*/]/g, '\\$&')).join('|');
  const pattern = new RegExp(`(?<![A-Z_*:/@.\\d])(?:${spelled})(?![A-Z_*/@.\\d])`, 'g');
  const name = (text: string) => text.replace(pattern, (measure) => nameMetric(measure));
  return warnings.map((warning) => ({
    ...warning,
    message: name(warning.message),
    messageZh: name(warning.messageZh),
  }));
}
