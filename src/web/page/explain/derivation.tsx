import { useTranslation } from 'react-i18next';
import { formatFigure } from '../format/figure';
import type { CellFragment, ExplainedCellFragment } from '../generated/graphql';
import { useLanguage } from '../words/use-language';
import { More } from './more';
import { saysAll } from './digits';
import type { Reference } from './printed-places';
import { useAmount } from './use-amount';
import { sayExpression, sayFormula, sayLabel } from './sentences';

type Explanation = ExplainedCellFragment['explanation'];
type Step = Explanation['steps'][number];

interface Derived {
  readonly explanation: Explanation;
  readonly warnings: CellFragment['warnings'];
  readonly references: readonly Reference[];
  readonly onShow: (number: number) => void;
}

/** The computation, step by step; warnings are steps of the API too, and stand above. */
export function Derivation({ explanation, warnings, references, onShow }: Derived) {
  const { t } = useTranslation('explain');
  const language = useLanguage();
  const steps = explanation.steps.filter(({ label }) => !warnings.some(({ code }) => code === label));
  return (
    <section>
      <h4>{t('computation')}</h4>
      <p className="formula">
        <span className="soft">{t('formula')}</span> <code>{sayFormula(explanation, language)}</code>
      </p>
      <ol className="steps" aria-label={t('steps')}>
        <More
          items={steps}
          first={16}
          show={(step, index) => <StepRow key={index} step={step} references={references} onShow={onShow} />}
        />
      </ol>
    </section>
  );
}

function StepRow({ step, references, onShow }: { step: Step } & Pick<Derived, 'references' | 'onShow'>) {
  const { t } = useTranslation('explain');
  const language = useLanguage();
  const numbers = step.sources.flatMap(({ id }) => references.find(({ origin }) => origin.id === id)?.number ?? []);
  return (
    <li>
      <span className="label">{sayLabel(step, language)}</span>
      <span className="expression">
        <Expression step={step} />
        {numbers.length > 0 && (
          <span className="references" aria-label={t('references')}>
            {numbers.map((number) => (
              <button
                key={number}
                type="button"
                aria-label={t('toReference', { number })}
                onClick={() => onShow(number)}
              >
                {number}
              </button>
            ))}
          </span>
        )}
      </span>
    </li>
  );
}

function Expression({ step }: { step: Step }) {
  const { t } = useTranslation('explain');
  const { t: term, i18n } = useTranslation('terms');
  const language = useLanguage();
  const { sayAmount } = useAmount();
  const { value, unit, expression } = step;
  if (value === null) {
    const isReason = /^[A-Z_]+$/.test(expression) && i18n.exists(`missing.${expression}`, { ns: 'terms' });
    return <span>{isReason ? term(`missing.${expression as 'NOT_COVERED'}`) : sayExpression(step, language)}</span>;
  }
  const text = formatFigure(value, unit, language);
  const read = sayAmount(value, unit);
  // What is rounded to be read stands beside what is reckoned with.
  const result = saysAll(text, value) ? read : t('rounded', { value, read });
  return (
    <>
      <code>{sayExpression(step, language)}</code> <b>= {result}</b>
    </>
  );
}
