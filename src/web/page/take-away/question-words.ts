import type { TFunction } from 'i18next';
import type { CompareAddress } from '../address/compare-address';
import type { Figure } from '../compare/figures';
import { joinNames } from '../format/join-names';
import type { WarningCode } from '../generated/graphql';
import type { Language } from '../words/language';
import type { Taken } from './taken';

interface Words {
  readonly t: TFunction<'compare'>;
  readonly term: TFunction<'terms'>;
  readonly language: Language;
}

/** A question as a list of what was chosen: measures, places, years, stages, what the figures were turned into and held against. */
export function tellQuestion(
  address: CompareAddress,
  figures: readonly Figure[],
  { t, term, language }: Words,
): readonly (readonly [string, string])[] {
  const list = (nameOf: (figure: Figure) => string) =>
    joinNames([...new Set(figures.map(nameOf))].filter(Boolean), language);
  const normalised = term(`normalisation.${address.normalise}`);
  const rows: (readonly [string, string] | false)[] = [
    [t('metrics'), list(({ metric }) => metric)],
    [t('place'), list(({ place }) => place)],
    [t('years'), list(({ cell }) => String(cell.year))],
    [t('stages'), list(({ stage }) => stage)],
    address.normalise !== 'NONE' && [
      t('normalise'),
      address.baseYear ? `${normalised} · ${t('baseYear')} ${address.baseYear}` : normalised,
    ],
    address.baseline !== 'NONE' && [t('baseline'), tellBaseline(address.baseline, figures, t)],
    [t('unit'), list(({ cell }) => term(`unit.${cell.unit}`))],
  ];
  return rows.filter((row) => row !== false);
}

function tellBaseline(baseline: string, figures: readonly Figure[], t: TFunction<'compare'>): string {
  const [kind = '', named = ''] = baseline.split(/:(.*)/s);
  const place = figures.find(({ cell }) => [cell.district.code, cell.department?.id].includes(named))?.place;
  return t(`baselines.${kind as 'NONE'}`, { name: place ?? named });
}

/** The warnings of an answer, each with the name of its reason. */
export function tellWarnings(
  warnings: readonly { readonly code: WarningCode; readonly message: string; readonly messageZh: string }[],
  { term, language }: Pick<Words, 'term' | 'language'>,
): Taken['warnings'] {
  return warnings.map(({ code, message, messageZh }) => ({
    name: term(`warning.${code}`),
    message: language === 'zh' ? messageZh : message,
  }));
}

const MOST_NAMES = 20;

/** What has no figure, by reason: `无报告：越秀区 2018、…`. */
export function tellMissing(figures: readonly Figure[], { t, language }: Omit<Words, 'term'>): string[] {
  const byReason = new Map<string, string[]>();
  for (const { reason, place, metric, cell } of figures) {
    if (reason === null) continue;
    byReason.set(reason, [...(byReason.get(reason) ?? []), `${place} ${cell.year} ${metric}`]);
  }
  return [...byReason].map(([reason, names]) => {
    const shown = joinNames(names.slice(0, MOST_NAMES), language);
    const all = names.length > MOST_NAMES ? t('andMore', { names: shown, count: names.length }) : shown;
    return `┄ ${reason}${language === 'zh' ? '：' : ': '}${all}`;
  });
}
