import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { THREE_OFFICIAL } from '../address/board-address';
import type { Figure } from '../compare/figures';
import { useHoldings } from '../shell/holdings';
import { useLanguage } from '../words/use-language';
import { BlockChart } from './block-chart';
import { askChange, askCounts, askExecution, askParts, askShare, askUnitCosts } from './board-questions';
import type { BoardShown } from './board-shown';
import { FigureMatrix } from './figure-matrix';
import { BudgetBelow, YearBeforeBelow } from './held-against';
import { QuestionBlock } from './question-block';

/** 三公: what was spent beside what was budgeted and what was spent before, on what, and what each cost. */
export function ThreeOfficialBoard(shown: BoardShown) {
  const { extent } = shown;
  const { unit } = shown.address;
  const { t } = useTranslation('boards');
  const { t: term } = useTranslation('terms');
  const isOutturn = extent.stage === 'OUTTURN';
  const amounts = t('inUnit', { unit: term(`unit.${unit}`) });
  return (
    <>
      <BudgetAndOutturn {...shown} />
      <div className="board-pair">
        <QuestionBlock title={t('parts')} note={t('partsNote')} question={askParts(extent, unit)} height={240}>
          {(block) => <BlockChart {...block} />}
        </QuestionBlock>
        <QuestionBlock title={t('share')} note={t('shareNote')} question={askShare(extent)} height={240}>
          {(block) => <BlockChart {...block} />}
        </QuestionBlock>
      </div>
      {isOutturn && (
        <QuestionBlock
          title={t('onYearBefore')}
          note={`${amounts}${t('onYearBeforeNote')}`}
          question={askChange(extent, unit)}
          height={220}
        >
          {(block) => <FigureMatrix {...block} below={(figure) => <YearBeforeBelow figure={figure} />} />}
        </QuestionBlock>
      )}
      <QuestionBlock title={t('counts')} note={t('countsNote')} question={askCounts(extent)} height={200}>
        {(block) => <FigureMatrix {...block} />}
      </QuestionBlock>
      <QuestionBlock title={t('unitCosts')} note={t('unitCostsNote')} question={askUnitCosts(extent)} height={200}>
        {(block) => <FigureMatrix {...block} />}
      </QuestionBlock>
    </>
  );
}

/** One measure at a time is drawn, so that many districts can be seen at once; the table has all of them. */
function BudgetAndOutturn({ address, extent, onChange }: BoardShown) {
  const { t } = useTranslation('boards');
  const { t: term } = useTranslation('terms');
  const { unit, measure } = address;
  const nameOf = useMetricNames();
  const isOutturn = extent.stage === 'OUTTURN';
  const isDrawn = useCallback(({ cell }: Figure) => cell.metric === measure, [measure]);
  const amounts = t('inUnit', { unit: term(`unit.${unit}`) });
  return (
    <QuestionBlock
      title={isOutturn ? t('execution') : t('budgetOnly')}
      note={`${amounts}${isOutturn ? t('executionNote') : t('budgetOnlyNote')}`}
      question={askExecution(extent, unit)}
      height={420}
      isDrawn={isDrawn}
      drawn={nameOf(measure)}
      controls={
        <div className="segments no-print" role="group" aria-label={t('measure')}>
          {THREE_OFFICIAL.map((key) => (
            <button key={key} type="button" aria-pressed={key === measure} onClick={() => onChange({ measure: key })}>
              {t(`measures.${key}`)}
            </button>
          ))}
        </div>
      }
    >
      {(block) => (
        <>
          <h3>{nameOf(measure)}</h3>
          <BlockChart {...block} title={`${nameOf(measure)} · ${block.title}`} />
          <FigureMatrix {...block} below={(figure) => <BudgetBelow figure={figure} />} />
        </>
      )}
    </QuestionBlock>
  );
}

function useMetricNames(): (key: string) => string {
  const language = useLanguage();
  const { metrics } = useHoldings();
  return (key) => {
    const metric = metrics.find((own) => own.key === key);
    return (language === 'en' ? metric?.nameEn : metric?.name) ?? key;
  };
}
