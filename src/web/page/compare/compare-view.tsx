import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { makeQuestion } from '../address/compare-address';
import type { CompareAddress } from '../address/compare-address';
import { useAnswer } from '../ask/use-answer';
import { Explain } from '../explain/explain';
import { CompareDocument } from '../generated/graphql';
import { Hints } from '../parts/hints';
import { Answered } from '../parts/states';
import { useHoldings } from '../shell/holdings';
import { ComparisonCard } from './comparison-card';
import { chooseQuestion } from './default-question';
import './compare.css';

/** Lists to pick from weigh more than the figures: they come after them, into a place that is kept. */
const QuestionPanel = lazy(async () => ({ default: (await import('./question-panel')).QuestionPanel }));

/** The main view: a question, its chart, and the table of the same figures. */
export function CompareView() {
  const { t } = useTranslation('compare');
  const holdings = useHoldings();
  const search = useSearch({ from: '/' });
  const address = useMemo(() => chooseQuestion(search, holdings), [search, holdings]);
  const navigate = useNavigate({ from: '/' });
  const change = (changed: Partial<CompareAddress>) =>
    void navigate({ search: { ...address, ...changed }, replace: false, resetScroll: false });
  const close = () => void navigate({ search: { ...address, cell: undefined }, replace: true, resetScroll: false });
  const question = useMemo(() => makeQuestion(address), [address]);
  const asked = useAnswer(CompareDocument, { input: question });
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="compare">
      <aside className={isOpen ? 'question is-open' : 'question'} aria-label={t('question')}>
        <button
          type="button"
          className="button is-quiet question-toggle"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {t('showQuestion')}
        </button>
        <div className="question-fields">
          <Suspense fallback={<div className="question-place" />}>
            <QuestionPanel address={address} onChange={change} />
          </Suspense>
        </div>
      </aside>
      <div className="answer">
        <Answered asked={asked} height={640}>
          {({ data, hints }) => (
            <>
              <Hints hints={hints} />
              {data.compare && <ComparisonCard comparison={data.compare} address={address} onChange={change} />}
            </>
          )}
        </Answered>
      </div>
      <Explain question={question} cell={address.cell} onClose={close} />
    </div>
  );
}
