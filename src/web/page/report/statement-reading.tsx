import { useTranslation } from 'react-i18next';
import type { ReportQuery } from '../generated/graphql';

type Reading = NonNullable<ReportQuery['report']>['statementReadings'][number];

/** How a statement was recognised and how much of it was read, in one line. */
export function StatementReading({ reading }: { reading: Reading }) {
  const { t } = useTranslation('report');
  const { t: term } = useTranslation('terms');
  const { title, recognisedBy, unit, unitBasis, confidence, rowsRead: read, rowsSeen: seen } = reading;
  const isWhole = read === seen;
  const parts = [
    title === null
      ? [t('reading.noTitle'), t(`reading.${recognisedBy}`)].join(t('comma'))
      : t(`reading.${recognisedBy}`),
    unit === null
      ? t('reading.noUnit')
      : [t('reading.unit', { unit: t(`printedUnit.${unit}`) }), unitBasis && t(`reading.${unitBasis}`)]
          .filter(Boolean)
          .join(t('comma')),
    confidence && t('reading.confidence', { level: term(`confidence.${confidence}`) }),
  ].filter(Boolean);
  return (
    <p className="reading soft">
      {parts.join(' · ')}
      {' · '}
      <span className={isWhole ? undefined : 'is-partly'}>
        {isWhole ? t('reading.rows', { seen }) : t('reading.rowsPartly', { seen, read })}
      </span>
      {unit !== null && unit !== 'WAN_YUAN' && ` ${t('shownIn')}`}
    </p>
  );
}
