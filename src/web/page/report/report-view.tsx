import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../ask/use-answer';
import type { ReportQuery } from '../generated/graphql';
import { ReportDocument } from '../generated/graphql';
import { Answered, Loading } from '../parts/states';
import { useTitle } from '../parts/use-title';
import { ChecksPart } from './checks-part';
import { FactsPart } from './facts-part';
import { IndicatorsPart } from './indicators-part';
import { IssuesPart } from './issues-part';
import { PartsNav } from './parts-nav';
import { ReconciliationSummary } from './reconciliation-summary';
import { ReportHeader } from './report-header';
import { choosePart, isStatement, partsOf } from './report-parts';
import type { Part } from './report-parts';
import { StatementPart } from './statement-part';
import { useStatementOf } from './use-report';
import './report.css';

type Report = NonNullable<ReportQuery['report']>;

/** A published report as its statements, with what was checked beside the rows. */
export function ReportView() {
  const { id } = useParams({ from: '/reports/$id' });
  const asked = useAnswer(ReportDocument, { id });
  return (
    <Answered asked={asked} height={640}>
      {({ data }) => (data.report ? <FoundReport key={data.report.id} report={data.report} /> : <NoReport />)}
    </Answered>
  );
}

function NoReport() {
  const { t } = useTranslation('report');
  return (
    <section className="notice">
      <h1>{t('notFound.title')}</h1>
      <p>{t('notFound.text')}</p>
      <p className="actions">
        <Link to="/reports" className="button">
          {t('back')}
        </Link>
      </p>
    </section>
  );
}

function FoundReport({ report }: { report: Report }) {
  useTitle(report.title);
  const { part: named, item } = useSearch({ from: '/reports/$id' });
  const looked = useStatementOf(report.id, named === undefined ? item : undefined);
  const isLooking = looked === undefined;
  const part = choosePart(named ?? looked ?? undefined, partsOf(report));
  return (
    <article className="report">
      <ReportHeader report={report} />
      <ReconciliationSummary report={report} />
      <div className="report-body">
        <PartsNav report={report} current={part} />
        <div className="report-part">
          {isLooking ? <Loading height={560} /> : <ShownPart report={report} part={part} />}
        </div>
      </div>
    </article>
  );
}

function ShownPart({ report, part }: { report: Report; part: Part }) {
  if (isStatement(part)) return <StatementPart key={part} report={report} statement={part} />;
  switch (part) {
    case 'checks':
      return <ChecksPart report={report.id} />;
    case 'facts':
      return <FactsPart report={report.id} />;
    case 'indicators':
      return <IndicatorsPart report={report.id} />;
    case 'issues':
      return <IssuesPart issues={report.issues} />;
  }
}
