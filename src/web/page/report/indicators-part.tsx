import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../ask/use-answer';
import { formatFigure, formatPercent } from '../format/figure';
import { ReportEvaluationsDocument } from '../generated/graphql';
import type { ReportEvaluationFragment, ReportIndicatorFragment, Stage } from '../generated/graphql';
import { Answered } from '../parts/states';
import { useLanguage } from '../words/use-language';

type Evaluation = ReportEvaluationFragment;
type Indicator = ReportIndicatorFragment;

/** Goals and how they were met, evaluation by evaluation, as printed. */
export function IndicatorsPart({ report }: { report: string }) {
  const { t } = useTranslation('report');
  const asked = useAnswer(ReportEvaluationsDocument, { id: report });
  return (
    <section className="card indicators">
      <h2>{t('part.indicators')}</h2>
      <Answered asked={asked} height={560}>
        {({ data }) => {
          const evaluations = data.report?.evaluations ?? [];
          if (evaluations.length === 0) return <p className="nothing">{t('indicators.empty')}</p>;
          return evaluations.map((evaluation) => <EvaluationNote key={evaluation.id} evaluation={evaluation} />);
        }}
      </Answered>
    </section>
  );
}

function EvaluationNote({ evaluation }: { evaluation: Evaluation }) {
  const { t } = useTranslation('report');
  const { t: term } = useTranslation('terms');
  const { scope, name, evaluator, indicators, source } = evaluation;
  const title = name ?? (scope === 'DEPARTMENT' ? term('scope.DEPARTMENT') : t('indicators.lostName'));
  return (
    <section className="evaluation" data-assessed={evaluator !== null || undefined}>
      <h3>
        <small>{scope === 'DEPARTMENT' && name === null ? '' : term(`scope.${scope}`)}</small>
        {title}
      </h3>
      <EvaluationFacts evaluation={evaluation} />
      {indicators.length === 0 ? (
        <p className="soft">
          {t('indicators.noRows')} {t('indicators.line', { line: source.line })}
        </p>
      ) : (
        <IndicatorTable indicators={indicators} title={title} isAssessed={evaluator !== null} />
      )}
    </section>
  );
}

function EvaluationFacts({ evaluation }: { evaluation: Evaluation }) {
  const { t } = useTranslation('report');
  const { t: term } = useTranslation('terms');
  const language = useLanguage();
  const { evaluator, score, weight, met, evaluable, original, revised, outturn } = evaluation;
  const amounts = (
    [
      ['ORIGINAL_BUDGET', original],
      ['REVISED_BUDGET', revised],
      ['OUTTURN', outturn],
    ] as const satisfies readonly (readonly [Stage, string | null])[]
  ).filter(([, amount]) => amount !== null);
  return (
    <ul className="evaluation-facts">
      <li>{evaluator ? term(`evaluator.${evaluator}`) : t('indicators.goals')}</li>
      {score !== null && (
        <li>{weight === null ? t('indicators.score', { score }) : t('indicators.scoreOf', { score, weight })}</li>
      )}
      {evaluator && <li>{evaluable > 0 ? t('indicators.met', { met, evaluable }) : t('indicators.unknown')}</li>}
      {amounts.map(([stage, amount]) => (
        <li key={stage}>
          {term(`stage.${stage}`)} {amount && t('amount', { amount: formatFigure(amount, 'WAN_YUAN', language) })}
        </li>
      ))}
    </ul>
  );
}

interface Column {
  readonly id: 'level1' | 'level2' | 'name' | 'target' | 'actual' | 'isMet' | 'completion' | 'weight' | 'rowScore';
  readonly className: string;
  readonly show: (indicator: Indicator) => ReactNode;
}

/** Goals that were not assessed have no outcome; levels and points stand where one is printed. */
function useColumns({ indicators, title, isAssessed }: Shown): readonly Column[] {
  const language = useLanguage();
  const has = (test: (indicator: Indicator) => unknown) => indicators.some((own) => test(own) !== null);
  const hasLevels = has(({ level1 }) => level1) || has(({ level2 }) => level2);
  const hasPoints = has(({ weight }) => weight) || has(({ score }) => score);
  const columns: (Column | false)[] = [
    hasLevels && { id: 'level1', className: 'level', show: ({ level1 }) => level1 ?? '—' },
    hasLevels && { id: 'level2', className: 'level', show: ({ level2 }) => level2 ?? '—' },
    { id: 'name', className: 'name', show: (indicator) => <IndicatorName indicator={indicator} title={title} /> },
    { id: 'target', className: 'printed', show: ({ target }) => <Printed text={target} /> },
    isAssessed && { id: 'actual', className: 'printed', show: ({ actual }) => <Printed text={actual} /> },
    isAssessed && { id: 'isMet', className: 'met', show: ({ met }) => <Met met={met} /> },
    isAssessed && {
      id: 'completion',
      className: 'number',
      show: ({ completion }) => (completion === null ? '—' : formatPercent(completion, language)),
    },
    hasPoints && { id: 'weight', className: 'number', show: ({ weight }) => weight ?? '—' },
    hasPoints && isAssessed && { id: 'rowScore', className: 'number', show: ({ score }) => score ?? '—' },
  ];
  return columns.filter((column) => column !== false);
}

interface Shown {
  readonly indicators: readonly Indicator[];
  /** Of the evaluation: a task's one row often repeats it. */
  readonly title: string;
  readonly isAssessed: boolean;
}

function IndicatorTable(shown: Shown) {
  const { t } = useTranslation('report');
  const columns = useColumns(shown);
  const caption = t('indicators.caption', { name: shown.title });
  return (
    <div className="table-scroll" role="region" aria-label={caption} tabIndex={0}>
      <table className="figures">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ id, className }) => (
              <th key={id} scope="col" className={className}>
                {t(`indicators.${id}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.indicators.map((indicator) => (
            <tr key={indicator.id}>
              {columns.map(({ id, className, show }) =>
                id === 'name' ? (
                  <th key={id} scope="row">
                    {show(indicator)}
                  </th>
                ) : (
                  <td key={id} className={className}>
                    {show(indicator)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Printed({ text }: { text: string | null }) {
  const { t } = useTranslation('report');
  return text ?? <span className="is-missing">{t('indicators.notPrinted')}</span>;
}

function IndicatorName({ indicator: { name, inferredName }, title }: { indicator: Indicator; title: string }) {
  const { t } = useTranslation('report');
  if (name === title) return <span className="soft">{t('indicators.sameName')}</span>;
  if (name !== null) return name;
  if (inferredName === null) return <span className="is-missing">{t('indicators.lostName')}</span>;
  return (
    <>
      {inferredName}{' '}
      <abbr className="inferred" title={t('indicators.inferredTitle')}>
        {t('indicators.inferred')}
      </abbr>
    </>
  );
}

function Met({ met }: { met: boolean | null }) {
  const { t } = useTranslation('report');
  if (met === null) return <span className="soft">– {t('indicators.untold')}</span>;
  return met ? (
    <span data-outcome="EXACT">✓ {t('indicators.yes')}</span>
  ) : (
    <span data-outcome="BROKEN">✕ {t('indicators.no')}</span>
  );
}
