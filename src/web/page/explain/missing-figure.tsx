import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../ask/use-answer';
import { ReportsOfPlaceDocument } from '../generated/graphql';
import type { CellFragment, MetricInput, MissingReason, ReportFilter, ReportsOfPlaceQuery } from '../generated/graphql';
import { Answered } from '../parts/states';
import { useHoldings } from '../shell/holdings';

type Report = ReportsOfPlaceQuery['reports']['nodes'][number];

interface Missing {
  readonly cell: CellFragment;
  readonly reason: MissingReason;
  readonly metric: MetricInput;
}

/** Why there is no figure, what there is instead, and what would help. */
export function MissingFigure({ cell, reason, metric }: Missing) {
  const { t } = useTranslation('explain');
  const { t: term } = useTranslation('terms');
  const statement = useHoldings().metrics.find(({ key }) => key === metric.key)?.statement;
  const { department, district, year } = cell;
  const where: ReportFilter = department ? { department: { eq: department.id } } : { district: { eq: district.code } };
  const asked = useAnswer(ReportsOfPlaceDocument, { where });
  return (
    <section className="missing-figure">
      <h4>{t('why')}</h4>
      <p>{term(`missingLong.${reason}`)}</p>
      {statement && <p className="soft">{t('standsIn', { statement: term(`statement.${statement}`) })}</p>}
      <h4>{t('help')}</h4>
      <p>{t(`helps.${reason}`)}</p>
      <Answered asked={asked} height={90}>
        {({ data: { reports } }) => <Reports reports={reports.nodes} year={year} reason={reason} />}
      </Answered>
    </section>
  );
}

function Reports({ reports, year, reason }: { reports: readonly Report[]; year: number; reason: MissingReason }) {
  const { t } = useTranslation('explain');
  const own = reports.filter(({ fiscalYear }) => fiscalYear.year === year);
  const others = reports.filter(({ fiscalYear }) => fiscalYear.year !== year);
  if (reports.length === 0) return <p>{t('noReport')}</p>;
  return (
    <>
      {own.length === 0 ? (
        <p>{t('noReportOfYear', { year })}</p>
      ) : (
        <ReportList title={t('reportsOfYear', { year })} reports={own} part={PARTS[reason]} />
      )}
      {others.length > 0 && <ReportList title={t('reportsOfOthers')} reports={others} part={undefined} />}
    </>
  );
}

/** What to look at in the report. */
const PARTS: Readonly<Partial<Record<MissingReason, string>>> = { UNREADABLE: 'issues' };

function ReportList(props: { title: string; reports: readonly Report[]; part: string | undefined }) {
  const { t: term } = useTranslation('terms');
  return (
    <>
      <h5>{props.title}</h5>
      <ul>
        {props.reports.map(({ id, title, kind, fiscalYear }) => (
          <li key={id}>
            <Link to="/reports/$id" params={{ id }} search={{ part: props.part, item: undefined }}>
              {title}
            </Link>{' '}
            <span className="soft">
              {fiscalYear.year} · {term(`kind.${kind}`)}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
