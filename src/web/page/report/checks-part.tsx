import { Link, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OUTCOMES } from '../address/report-address';
import { formatCount } from '../format/figure';
import type { FindingOutcome, ReportFindingFragment } from '../generated/graphql';
import { Failure, Loading } from '../parts/states';
import { useLanguage } from '../words/use-language';
import { allOf, countOutcome, groupChecks } from './checks';
import type { RuleChecks } from './checks';
import { FindingNote } from './finding-note';
import { SIGNS } from './marks';
import { sayRule } from './sentences';
import { useFindings } from './use-report';

/** How many of a rule's checks are listed at first, and more at a time; all that is broken is always there. */
const SHOWN = 5;
const MORE = 50;

/** All that was checked in a report: by kind and rule, what does not hold first. */
export function ChecksPart({ report }: { report: string }) {
  const { t } = useTranslation('report');
  const asked = useFindings(report);
  return (
    <section className="card checks">
      <h2>{t('part.checks')}</h2>
      {asked.error && <Failure error={asked.error} retry={() => void asked.refetch()} />}
      {asked.isPending && <Loading height={640} />}
      {asked.data && <Checks report={report} findings={asked.data} />}
    </section>
  );
}

function Checks({ report, findings }: { report: string; findings: readonly ReportFindingFragment[] }) {
  const { t } = useTranslation('report');
  const { t: term } = useTranslation('terms');
  const { outcome } = useSearch({ from: '/reports/$id' });
  const shown = useMemo(
    () => groupChecks(outcome ? findings.filter((finding) => finding.outcome === outcome) : findings),
    [findings, outcome],
  );
  return (
    <>
      <nav className="segments no-print" aria-label={t('checks.filter')}>
        <OutcomeLink report={report} outcome={undefined} count={findings.length} isChosen={outcome === undefined} />
        {OUTCOMES.map((own) => (
          <OutcomeLink
            key={own}
            report={report}
            outcome={own}
            count={countOutcome(findings, own)}
            isChosen={own === outcome}
          />
        ))}
      </nav>
      {shown.length === 0 && <p className="nothing">{t('checks.none')}</p>}
      {shown.map((group) => (
        <section key={group.kind} className="kind">
          <h3>
            {term(`ruleKind.${group.kind}`)}
            <OutcomeTally findings={allOf(group)} />
          </h3>
          {group.rules.map((checks) => (
            <RuleNote key={`${checks.rule.id} ${outcome ?? ''}`} report={report} checks={checks} />
          ))}
        </section>
      ))}
    </>
  );
}

interface Choice {
  readonly report: string;
  readonly outcome: FindingOutcome | undefined;
  readonly count: number;
  readonly isChosen: boolean;
}

function OutcomeLink({ report, outcome, count, isChosen }: Choice) {
  const { t } = useTranslation('report');
  const { t: term } = useTranslation('terms');
  const language = useLanguage();
  return (
    <Link
      to="/reports/$id"
      params={{ id: report }}
      search={{ part: 'checks', outcome }}
      resetScroll={false}
      activeOptions={{ exact: true }}
      aria-current={isChosen ? 'true' : undefined}
      data-chosen={isChosen || undefined}
    >
      {outcome && <span aria-hidden="true">{SIGNS[outcome]}</span>}
      {outcome ? term(`outcome.${outcome}`) : t('checks.all')} {formatCount(count, language)}
    </Link>
  );
}

/** How many of each outcome. */
function OutcomeTally({ findings }: { findings: readonly ReportFindingFragment[] }) {
  const { t: term } = useTranslation('terms');
  const language = useLanguage();
  return (
    <small className="tally">
      {OUTCOMES.map((outcome) => [outcome, countOutcome(findings, outcome)] as const)
        .filter(([, count]) => count > 0)
        .map(([outcome, count]) => (
          <span key={outcome} data-outcome={outcome}>
            <span aria-hidden="true">{SIGNS[outcome]} </span>
            {formatCount(count, language)} {term(`outcome.${outcome}`)}
          </span>
        ))}
    </small>
  );
}

function RuleNote({ report, checks: { rule, findings } }: { report: string; checks: RuleChecks }) {
  const { t } = useTranslation('report');
  const language = useLanguage();
  const [most, setMost] = useState(Math.max(SHOWN, countOutcome(findings, 'BROKEN')));
  const rest = findings.length - most;
  return (
    <section className="rule-note">
      <h4>
        {sayRule(rule, language)}
        <OutcomeTally findings={findings} />
      </h4>
      <ul className="findings">
        {findings.slice(0, most).map((finding) => (
          <FindingNote key={finding.id} report={report} finding={finding} hasRule={false} />
        ))}
      </ul>
      {rest > 0 && (
        <button type="button" className="button is-quiet is-small no-print" onClick={() => setMost(most + MORE)}>
          {t('checks.more', { count: Math.min(MORE, rest) })}
        </button>
      )}
    </section>
  );
}
