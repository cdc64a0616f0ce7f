import { listMetrics } from '../app/list-metrics.js';
import type { MetricKey } from '../domain/closed-lists.js';

/** What each key means and where its figure stands. */
export const METRIC_NOTES: Readonly<Partial<Record<MetricKey, string>>> = Object.fromEntries(
  listMetrics().map(({ key, nameZh, definition }) => [key, `${nameZh}: ${definition}`]),
);
