import { Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { OriginFragment } from '../generated/graphql';

type Source = OriginFragment['source'];

/** 第 3 页第 12 行. */
export function sayLine({ page, line }: Source, t: TFunction<'explain'>): string {
  return page === null ? t('line', { line }) : t('pageLine', { page, line });
}

/** Title of the table, or heading of the section. */
export function sayPlace({ table, section }: Source, t: TFunction<'explain'>): string {
  return table ?? section ?? t('noHeading');
}

/** The view of the report, at this row. */
export function RowLink({ origin }: { origin: OriginFragment }) {
  const { t } = useTranslation('explain');
  const { report, source, id } = origin;
  const what = `${sayPlace(source, t)} ${sayLine(source, t)}`;
  return (
    <Link
      to="/reports/$id"
      params={{ id: report.id }}
      search={{ part: partOf(origin), item: id }}
      className="no-print"
      aria-label={t('openRowOf', { what })}
    >
      {t('openRow')}
    </Link>
  );
}

/** Which part of the view of a report shows it. */
function partOf(origin: OriginFragment): string {
  switch (origin.__typename) {
    case 'LineItem':
      return origin.statement;
    case 'ReportedFact':
      return 'facts';
    case 'Evaluation':
    case 'PerformanceIndicator':
      return 'indicators';
  }
}

/** The document, and what kind of document it is. */
export function DocumentName({ report }: { report: OriginFragment['report'] }) {
  const { t: term } = useTranslation('terms');
  return (
    <span className="document">
      《{report.title}》<span className="soft">{term(`kind.${report.kind}`)}</span>
    </span>
  );
}
