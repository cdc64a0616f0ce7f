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

function IndicatorTable(props: { indicators: readonly Indicator[]; title: string; isAssessed: boolean }) {
  const { indicators, title, isAssessed } = props;
  const { t } = useTranslation('report');
  const has = (test: (indicator: Indicator) => unknown) => indicators.some((own) => test(own) !== null);
  const hasLevels = has(({ level1 }) => level1) || has(({ level2 }) => level2);
  const hasPoints = has(({ weight }) => weight) || has(({ score }) => score);
  const caption = t('indicators.caption', { name: title });
  return (
    <div className="table-scroll" role="region" aria-label={caption} tabIndex={0}>
      <table className="figures">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {hasLevels && (
              <th scope="col" className="level">
                {t('indicators.level1')}
              </th>
            )}
            {hasLevels && (
              <th scope="col" className="level">
                {t('indicators.level2')}
              </th>
            )}
            <th scope="col" className="name">
              {t('indicators.name')}
            </th>
            <th scope="col">{t('indicators.target')}</th>
            {isAssessed && <th scope="col">{t('indicators.actual')}</th>}
            {isAssessed && (
              <th scope="col" className="met">
                {t('indicators.isMet')}
              </th>
            )}
            {isAssessed && (
              <th scope="col" className="number">
                {t('indicators.completion')}
              </th>
            )}
            {hasPoints && (
              <th scope="col" className="number">
                {t('indicators.weight')}
              </th>
            )}
            {hasPoints && isAssessed && (
              <th scope="col" className="number">
                {t('indicators.rowScore')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {indicators.map((indicator) => (
            <IndicatorRow key={indicator.id} {...{ indicator, title, hasLevels, hasPoints, isAssessed }} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface Row {
  readonly indicator: Indicator;
  /** Of the evaluation: a task's one row often repeats it. */
  readonly title: string;
  readonly hasLevels: boolean;
  readonly hasPoints: boolean;
  readonly isAssessed: boolean;
}

function IndicatorRow({ indicator, title, hasLevels, hasPoints, isAssessed }: Row) {
  const language = useLanguage();
  const { level1, level2, target, actual, completion, weight, score } = indicator;
  return (
    <tr>
      {hasLevels && <td>{level1 ?? '—'}</td>}
      {hasLevels && <td>{level2 ?? '—'}</td>}
      <th scope="row">
        <IndicatorName indicator={indicator} title={title} />
      </th>
      <Printed text={target} />
      {isAssessed && <Printed text={actual} />}
      {isAssessed && (
        <td>
          <Met met={indicator.met} />
        </td>
      )}
      {isAssessed && <td className="number">{completion === null ? '—' : formatPercent(completion, language)}</td>}
      {hasPoints && <td className="number">{weight ?? '—'}</td>}
      {hasPoints && isAssessed && <td className="number">{score ?? '—'}</td>}
    </tr>
  );
}

function Printed({ text }: { text: string | null }) {
  const { t } = useTranslation('report');
  if (text === null) return <td className="is-missing">{t('indicators.notPrinted')}</td>;
  return <td className="printed">{text}</td>;
}

function IndicatorName({ indicator: { name, inferredName }, title }: Pick<Row, 'indicator' | 'title'>) {
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
