import { METRICS } from '../compare/metrics.js';
import type { Metric } from '../compare/metrics.js';

/** The metrics that work, in the order of the contract. */
export function listMetrics(): Omit<Metric, 'recipes'>[] {
  return METRICS.map(({ recipes: _, ...metric }) => metric);
}
