import type { TFunction } from 'i18next';
import type { Figure } from './figures';

const MOST_NAMES = 3;

/** What is compared, in one line: measures, places, years. */
export function titleOf(figures: readonly Figure[], t: TFunction<'compare'>): string {
  const metrics = [...new Set(figures.map(({ metric }) => metric))];
  const places = [...new Set(figures.map(({ place }) => place))];
  const years = [...new Set(figures.map(({ cell }) => cell.year))].sort();
  const [from = 0] = years;
  const to = years.at(-1) ?? from;
  const span = from === to ? String(from) : t('years_other', { from, to });
  return [join(metrics, t), join(places, t), span].join(' · ');
}

function join(names: readonly string[], t: TFunction<'compare'>): string {
  const shown = names.slice(0, MOST_NAMES).join(t('listSeparator'));
  return names.length > MOST_NAMES ? t('andMore', { names: shown, count: names.length }) : shown;
}
