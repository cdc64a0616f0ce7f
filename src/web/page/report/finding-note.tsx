import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatDifference, formatFigure } from '../format/figure';
import type { ReportFindingFragment } from '../generated/graphql';
import { useLanguage } from '../words/use-language';
import { SIGNS } from './marks';
import { sayFinding, sayRule } from './sentences';

/** From here on rows are counted instead of named. */
const MOST_ROWS = 8;

interface Shown {
  readonly report: string;
  readonly finding: ReportFindingFragment;
  /** Not where the rule stands above it. */
  readonly hasRule?: boolean;
}

/** What came of one check: the sentence, the numbers, the rows. */
export function FindingNote({ report, finding, hasRule = true }: Shown) {
  const { t } = useTranslation('report');
  const { t: term } = useTranslation('terms');
  const language = useLanguage();
  const { outcome, rule, source } = finding;
  const place = source.table ?? source.section ?? '';
  return (
    <li className="finding" data-outcome={outcome}>
      <span className="outcome">
        <span aria-hidden="true">{SIGNS[outcome]}</span> {term(`outcome.${outcome}`)}
      </span>
      <div>
        {hasRule && <p className="rule soft">{sayRule(rule, language)}</p>}
        <p className="sentence">{sayFinding(finding, language)}</p>
        <FindingNumbers finding={finding} />
        <p className="where soft">
          {outcome !== 'NOT_EVALUABLE' && <span>{t('checks.where', { place, line: source.line })}</span>}
          <FindingRows report={report} finding={finding} />
        </p>
      </div>
    </li>
  );
}

function FindingNumbers({ finding }: { finding: ReportFindingFragment }) {
  const { t } = useTranslation('report');
  const { t: term } = useTranslation('terms');
  const language = useLanguage();
  const { outcome, expected, actual, difference, tolerance, unit } = finding;
  // The sentence says it all.
  if (outcome === 'EXACT' || (expected === null && actual === null)) return null;
  const numbers = [
    ['expected', expected && formatFigure(expected, unit, language)],
    ['actual', actual && formatFigure(actual, unit, language)],
    ['difference', difference && formatDifference(difference, unit, language)],
    ['tolerance', tolerance && `±${formatFigure(tolerance, unit, language)}`],
  ] as const;
  return (
    <dl className="finding-numbers">
      {numbers.map(
        ([name, text]) =>
          text !== null && (
            <div key={name} data-name={name}>
              <dt>{t(`finding.${name}`)}</dt>
              <dd>
                {text} <small>{unit === 'WAN_YUAN' ? t('unit') : term(`unit.${unit}`)}</small>
              </dd>
            </div>
          ),
      )}
    </dl>
  );
}

type Joined = ReportFindingFragment['lineItems'][number];

function FindingRows({ report, finding }: { report: string; finding: ReportFindingFragment }) {
  const { t } = useTranslation('report');
  const { t: term } = useTranslation('terms');
  const language = useLanguage();
  const { lineItems } = finding;
  if (lineItems.length === 0) return null;
  const has = (name: (item: Joined) => string) => new Set(lineItems.map(name)).size > 1;
  const hasStatements = lineItems.length === 1 || has(({ statement }) => statement);
  const hasLabels = has(({ label }) => label);
  const nameOf = ({ statement, label, columnLabel }: Joined) =>
    hasStatements ? `${term(`statement.${statement}`)} ${label}` : hasLabels ? label : columnLabel;
  return (
    <span className="finding-rows">
      <span>{t('finding.rows')}</span>
      {lineItems.slice(0, MOST_ROWS).map((item) => (
        <Link
          key={item.id}
          to="/reports/$id"
          params={{ id: report }}
          search={{ part: item.statement, item: item.id }}
          resetScroll={false}
          title={`${term(`statement.${item.statement}`)} · ${item.label} · ${item.columnLabel}`}
        >
          {nameOf(item)} <b>{formatFigure(item.amount, 'WAN_YUAN', language)}</b>
        </Link>
      ))}
      {lineItems.length > MOST_ROWS && <span>{t('finding.more', { count: lineItems.length - MOST_ROWS })}</span>}
    </span>
  );
}
