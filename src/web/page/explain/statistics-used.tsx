import { useTranslation } from 'react-i18next';
import type { ExplainedCellFragment } from '../generated/graphql';
import { useLanguage } from '../words/use-language';

/** Populations and deflators that the value was normalised by, each with its vintage and source. */
export function StatisticsUsed({ statistics }: Pick<ExplainedCellFragment, 'statistics'>) {
  const { t } = useTranslation('explain');
  const language = useLanguage();
  const nameOf = (district: (typeof statistics)[number]['district']) =>
    (language === 'en' ? district?.nameEn : district?.name) ?? t('country');
  return (
    <section>
      <h4>{t('statistics')}</h4>
      <ul className="statistics-used">
        {statistics.map(({ kind, district, year, value, vintage, source }) => (
          <li key={`${kind} ${district?.code} ${year} ${vintage}`}>
            <p>
              {t(`statisticKind.${kind}`)} · {nameOf(district)} · {year}{' '}
              <b>{kind === 'POPULATION' ? t('population', { value }) : value}</b>
            </p>
            <p className="soft">
              {t('vintage')}: {vintage} · {t('sourceOf')}: {source}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
