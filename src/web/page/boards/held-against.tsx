import { useTranslation } from 'react-i18next';
import type { Figure } from '../compare/figures';
import { formatDifference, formatFigure, formatPercent } from '../format/figure';
import { useLanguage } from '../words/use-language';

/** Under an outturn its budget: which one, how much of it was spent, and by how much it differs. */
export function BudgetBelow({ figure: { cell } }: { figure: Figure }) {
  const { t } = useTranslation('boards');
  const { t: term } = useTranslation('terms');
  const language = useLanguage();
  const { baseline, baselineStage, baselineMissing, ratio, difference, unit } = cell;
  const stage = baselineStage ? term(`stage.${baselineStage}`) : t('budget');
  if (cell.missing !== null && cell.missing === baselineMissing) return null;
  if (baseline === null) {
    return baselineMissing && <small>{`${stage} ┄ ${term(`missing.${baselineMissing}`)}`}</small>;
  }
  return (
    <>
      <Meter ratio={ratio} />
      <small>{`${stage} ${formatFigure(baseline, unit, language)}`}</small>
      {ratio !== null && <small>{t('rate', { rate: formatPercent(ratio, language) })}</small>}
      {difference !== null && ratio !== null && (
        <small>{t('deviation', { difference: formatDifference(difference, unit, language) })}</small>
      )}
      {ratio === null && cell.value !== null && <small>{t('noRate')}</small>}
    </>
  );
}

/** Under a figure that of the year before, and the change. */
export function YearBeforeBelow({ figure: { cell } }: { figure: Figure }) {
  const { t } = useTranslation('boards');
  const { t: term } = useTranslation('terms');
  const language = useLanguage();
  const { baseline, baselineMissing, changeRate, difference, unit } = cell;
  if (cell.missing !== null && cell.missing === baselineMissing) return null;
  if (baseline === null) {
    return baselineMissing && <small>{`${t('before')} ┄ ${term(`missing.${baselineMissing}`)}`}</small>;
  }
  return (
    <>
      <small>{`${t('before')} ${formatFigure(baseline, unit, language)}`}</small>
      {difference !== null && (
        <small>
          {t('change', { difference: formatDifference(difference, unit, language) })}
          {changeRate !== null && ` (${formatPercent(changeRate, language, 'exceptZero')})`}
        </small>
      )}
      {changeRate === null && difference !== null && <small>{t('noChangeRate')}</small>}
    </>
  );
}

/** How much of the whole, drawn; a stroke at its end where it is more than all of it. The figure stands beside it. */
export function Meter({ ratio }: { ratio: string | null }) {
  if (ratio === null) return null;
  const share = Math.min(Math.max(Number(ratio), 0), 1);
  return (
    <span className={Number(ratio) > 1 ? 'meter is-over' : 'meter'} aria-hidden="true">
      <span style={{ width: `${share * 100}%` }} />
    </span>
  );
}
