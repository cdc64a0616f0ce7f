import { METRICS } from '../compare/metrics.js';
import type { Metric } from '../compare/metrics.js';
import { makeSearch, makeSearchText } from '../domain/search-text.js';

type ListedMetric = Omit<Metric, 'recipes'>;

/** The metrics that work, in the order of the contract. */
export function listMetrics(): ListedMetric[] {
  return METRICS.map(({ recipes: _, ...metric }) => metric);
}

/** Those with the text in a name or the key, in pinyin or its initials too; empty: all. */
export function findMetrics(search: string): ListedMetric[] {
  const own = makeSearch(search);
  return listMetrics().filter(({ key, nameZh, nameEn }) =>
    own === '' ? true : makeSearchText(null, [nameZh, nameEn, key, key.replaceAll('_', ' ')]).includes(own),
  );
}
