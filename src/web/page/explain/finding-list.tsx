import { Link } from '@tanstack/react-router';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { formatFigure } from '../format/figure';
import type { ExplainedFindingFragment, FindingOutcome } from '../generated/graphql';
import { useLanguage } from '../words/use-language';
import { More } from './more';
import { groupFindings } from './order-findings';
import { OUTCOME_MARKS } from './outcome-marks';
import { sayFinding, sayRule } from '../report/sentences';
import { useAmount } from './use-amount';
import { sayLine, sayPlace } from './where-printed';
import './findings.css';

type Finding = ExplainedFindingFragment;
const MOST_TERMS = 8;

/** The identities that the figures take part in, what does not hold first and whole. */
export function FindingList({ ref, findings }: { ref: RefObject<HTMLElement | null>; findings: readonly Finding[] }) {
  const { t } = useTranslation('explain');
  const isOfSeveral = new Set(findings.map(({ report }) => report.id)).size > 1;
  return (
    <section ref={ref} tabIndex={-1}>
      <h4>{t('findings')}</h4>
      {findings.length === 0 && <p className="soft">{t('noFindings')}</p>}
      {groupFindings(findings).map((group) => (
        <FindingGroup key={group.outcome} {...group} isOfSeveral={isOfSeveral} />
      ))}
    </section>
  );
}

interface Group {
  readonly outcome: FindingOutcome;
  readonly findings: readonly Finding[];
  /** They are of several documents: each says which. */
  readonly isOfSeveral: boolean;
}

function FindingGroup({ outcome, findings, isOfSeveral }: Group) {
  const { t } = useTranslation('explain');
  const { t: term } = useTranslation('terms');
  const first = outcome === 'BROKEN' ? findings.length : 5;
  return (
    <div className="finding-group" data-outcome={outcome}>
      <h5>
        <span className="outcome">
          <span aria-hidden="true">{OUTCOME_MARKS[outcome]}</span>{' '}
          {t('ofOutcome', { outcome: term(`outcome.${outcome}`), count: findings.length })}
        </span>{' '}
        <span className="soft">{term(`outcomeLong.${outcome}`)}</span>
      </h5>
      <ul>
        <More
          items={findings}
          first={first}
          show={(finding) => <FindingRow finding={finding} isOfSeveral={isOfSeveral} />}
        />
      </ul>
    </div>
  );
}

function FindingRow({ finding, isOfSeveral }: { finding: Finding; isOfSeveral: boolean }) {
  const { t } = useTranslation('explain');
  const { t: term } = useTranslation('terms');
  const language = useLanguage();
  const { outcome, rule, report, source } = finding;
  const isNumber = rule.kind !== 'TEMPLATE_TEXT' && finding.expected !== null;
  const isComposed = language === 'zh' && isNumber && (outcome === 'BROKEN' || outcome === 'ROUNDING');
  return (
    <li>
      <p>
        <b>{sayRule(rule, language)}</b> <span className="soft kind">{term(`ruleKind.${rule.kind}`)}</span>
      </p>
      {isNumber && outcome !== 'EXACT' && <Deviation finding={finding} />}
      {isComposed ? <Terms finding={finding} /> : <p className="message">{sayFinding(finding, language)}</p>}
      <p className="printed-where soft">
        {isOfSeveral && <span>《{report.title}》</span>}
        <span>{sayPlace(source, t)}</span>
        <span>{sayLine(source, t)}</span>
        <Link
          to="/reports/$id"
          params={{ id: report.id }}
          search={{ part: 'checks', item: finding.id }}
          className="no-print"
          aria-label={`${t('toChecks')}: ${sayRule(rule, language)}`}
        >
          {t('toChecks')}
        </Link>
      </p>
    </li>
  );
}

/** What should stand there, what does, and what rounding may hide. */
function Deviation({ finding }: { finding: Finding }) {
  const { t } = useTranslation('explain');
  const { sayAmount, sayDifference } = useAmount();
  const { expected, actual, difference, tolerance, unit } = finding;
  const say = (value: string | null) => value && sayAmount(value, unit);
  const rows = [
    [t('expected'), say(expected)],
    [t('actual'), say(actual)],
    [t('gap'), difference && sayDifference(difference, unit)],
    [t('tolerance'), say(tolerance)],
  ] as const;
  return (
    <dl className="deviation">
      {rows.map(
        ([name, text]) =>
          text && (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{text}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

/** The figures that an identity joins: the whole, then its parts. */
function Terms({ finding: { lineItems, facts } }: { finding: Finding }) {
  const { t } = useTranslation('explain');
  const language = useLanguage();
  const terms = [
    ...lineItems
      .filter((item, index) => index === 0 || !/^-?0(\.0+)?$/.test(item.amount))
      .map(({ label, amount, account }) =>
        [account.code, label, formatFigure(amount, 'WAN_YUAN', language)].filter(Boolean).join(' '),
      ),
    ...facts.map(({ label, value, valueUnit }) => `${label} ${value} ${valueUnit}`),
  ];
  const shown = terms.slice(0, MOST_TERMS).join('；');
  return (
    <p className="message">
      {t('takesPart')}：{shown}
      {terms.length > MOST_TERMS && ` ${t('andMore', { count: terms.length })}`}
    </p>
  );
}
