import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportQuery, Statement } from '../generated/graphql';
import { countOf, SIGNS } from './marks';
import { isStatement, partsOf } from './report-parts';
import type { Part } from './report-parts';
import { useFindings } from './use-report';

type Report = NonNullable<ReportQuery['report']>;

/** The parts of a report, each with what does not hold in it. */
export function PartsNav({ report, current }: { report: Report; current: Part }) {
  const { t } = useTranslation('report');
  const list = useRef<HTMLElement>(null);
  useEffect(() => {
    // On a phone the parts lie beside one another.
    const nav = list.current;
    const link = nav?.querySelector<HTMLElement>('[data-current]');
    if (nav && link) nav.scrollLeft = link.offsetLeft - 24;
  }, [current]);
  const parts = partsOf(report);
  return (
    <nav ref={list} className="parts no-print" aria-label={t('parts')}>
      <PartsList title={t('statements')} parts={parts.filter(isStatement)} report={report} current={current} />
      <PartsList
        title={t('rest')}
        parts={parts.filter((part) => !isStatement(part))}
        report={report}
        current={current}
      />
    </nav>
  );
}

function PartsList(props: { title: string; parts: readonly Part[]; report: Report; current: Part }) {
  const { title, parts, report, current } = props;
  const { t } = useTranslation('report');
  const { t: term } = useTranslation('terms');
  return (
    <div>
      <p className="parts-title">{title}</p>
      <ul>
        {parts.map((part) => (
          <li key={part}>
            <Link
              to="/reports/$id"
              params={{ id: report.id }}
              search={{ part }}
              resetScroll={false}
              aria-current={part === current ? 'page' : undefined}
              data-current={part === current || undefined}
            >
              <span>{isStatement(part) ? term(`statement.${part}`) : t(`part.${part}`)}</span>
              {isStatement(part) && <StatementMarks report={report.id} statement={part} />}
              {part === 'issues' && report.issues.length > 0 && <small>{report.issues.length}</small>}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

function StatementMarks({ report, statement }: { report: string; statement: Statement }) {
  const { t } = useTranslation('report');
  const { data: findings = [] } = useFindings(report);
  const broken = countOf(findings, statement, 'BROKEN');
  const rounding = countOf(findings, statement, 'ROUNDING');
  return (
    <small className="marks">
      {broken > 0 && (
        <span className="is-broken" title={t('countBroken', { count: broken })}>
          <span aria-hidden="true">
            {SIGNS.BROKEN} {broken}
          </span>
          <span className="visually-hidden">{t('countBroken', { count: broken })}</span>
        </span>
      )}
      {rounding > 0 && (
        <span className="is-rounding" title={t('countRounding', { count: rounding })}>
          <span aria-hidden="true">
            {SIGNS.ROUNDING} {rounding}
          </span>
          <span className="visually-hidden">{t('countRounding', { count: rounding })}</span>
        </span>
      )}
    </small>
  );
}
