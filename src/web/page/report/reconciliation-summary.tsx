import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { OUTCOMES } from '../address/report-address';
import { formatCount } from '../format/figure';
import type { FindingOutcome, ReportQuery } from '../generated/graphql';
import { useLanguage } from '../words/use-language';
import { SIGNS } from './marks';

type Report = NonNullable<ReportQuery['report']>;

/** How the report's figures hold together, in a bar and in numbers, and what it lacks. */
export function ReconciliationSummary({ report }: { report: Report }) {
  const { t } = useTranslation('report');
  const { t: term } = useTranslation('terms');
  const { id, findingCounts, missingStatements, issues } = report;
  return (
    <section className="summary card">
      <h2>{t('summary')}</h2>
      {findingCounts ? <OutcomeCounts report={id} counts={findingCounts} /> : <p>{t('notChecked')}</p>}
      {(missingStatements.length > 0 || issues.length > 0) && (
        <ul className="lacks">
          {missingStatements.length > 0 && (
            <li>
              {t('missing')}
              {t('colon')}
              {missingStatements
                .map(({ statement, reason }) =>
                  t('noted', { name: term(`statement.${statement}`), note: term(`missing.${reason}`) }),
                )
                .join(t('and'))}
            </li>
          )}
          {issues.length > 0 && (
            <li>
              <Link to="." search={{ part: 'issues' }} resetScroll={false}>
                {t('hasIssues', { count: issues.length })}
              </Link>
            </li>
          )}
        </ul>
      )}
    </section>
  );
}

function OutcomeCounts({ report, counts }: { report: string; counts: NonNullable<Report['findingCounts']> }) {
  const { t: term } = useTranslation('terms');
  const language = useLanguage();
  const of: Readonly<Record<FindingOutcome, number>> = {
    BROKEN: counts.broken,
    ROUNDING: counts.rounding,
    NOT_EVALUABLE: counts.notEvaluable,
    EXACT: counts.exact,
  };
  return (
    <>
      <div className="outcome-bar" aria-hidden="true">
        {OUTCOMES.map((outcome) => (
          <i key={outcome} data-outcome={outcome} style={{ flexGrow: of[outcome] }} />
        ))}
      </div>
      <ul className="outcome-counts">
        {OUTCOMES.map((outcome) => (
          <li key={outcome} data-outcome={outcome}>
            <Link
              to="/reports/$id"
              params={{ id: report }}
              search={{ part: 'checks', outcome }}
              resetScroll={false}
              title={term(`outcomeLong.${outcome}`)}
            >
              <span className="sign" aria-hidden="true">
                {SIGNS[outcome]}
              </span>
              <b>{formatCount(of[outcome], language)}</b> {term(`outcome.${outcome}`)}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
