import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Figure } from '../compare/figures';
import { BlockChart } from './block-chart';
import { askPerformance } from './board-questions';
import type { BoardShown } from './board-shown';
import { EvaluationList } from './evaluation-list';
import { FigureMatrix } from './figure-matrix';
import { Meter } from './held-against';
import { MissedList } from './missed-list';
import { QuestionBlock } from './question-block';

const RATE = 'INDICATORS_MET*INDICATOR_COUNT';
const SCORE_RATE = 'INDICATOR_SCORE*INDICATOR_WEIGHT';

/** How far goals were met: by district or department, what was missed, and how it was assessed. */
export function PerformanceBoard({ address, extent, onChange }: BoardShown) {
  const { t } = useTranslation('boards');
  const { t: compare } = useTranslation('compare');
  const heads: Readonly<Record<string, string>> = { [RATE]: t('completion'), [SCORE_RATE]: t('scoreRate') };
  const headOf = ({ cell, metric }: Figure) => heads[cell.metric] ?? metric;
  const isDrawn = useCallback(({ cell }: Figure) => cell.metric === RATE, []);
  return (
    <>
      <QuestionBlock
        title={t('met')}
        note={t('metNote')}
        question={askPerformance(extent, address.of)}
        height={320}
        isDrawn={isDrawn}
        drawn={t('completionChart')}
        controls={
          <div className="segments no-print" role="group" aria-label={compare('places')}>
            {(['DISTRICT', 'DEPARTMENT'] as const).map((of) => (
              <button key={of} type="button" aria-pressed={address.of === of} onClick={() => onChange({ of })}>
                {t(`of${of}`)}
              </button>
            ))}
          </div>
        }
      >
        {(block) => (
          <>
            {block.drawing.rows.length > 2 && (
              <>
                <h3>{t('completionChart')}</h3>
                <BlockChart {...block} />
              </>
            )}
            <FigureMatrix
              {...block}
              headOf={headOf}
              below={({ cell }) => heads[cell.metric] && <Meter ratio={cell.value} />}
            />
          </>
        )}
      </QuestionBlock>
      <MissedList extent={extent} />
      <EvaluationList extent={extent} />
    </>
  );
}
