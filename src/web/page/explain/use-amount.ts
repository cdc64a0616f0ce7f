import { useTranslation } from 'react-i18next';
import { formatDifference, formatFigure } from '../format/figure';
import type { Unit } from '../generated/graphql';
import { useLanguage } from '../words/use-language';

/** Figures with their units, as a sentence says them. */
export function useAmount() {
  const { t: term } = useTranslation('terms');
  const language = useLanguage();
  const nameUnit = (unit: Unit): string => {
    if (unit === 'RATIO' || unit === 'COUNT' || unit === 'INDEX') return '';
    // 9.3 10,000 yuan would read as two numbers.
    const isMultiple = language === 'en' && (unit === 'WAN_YUAN' || unit === 'YI_YUAN');
    return `${isMultiple ? ' ×' : ''} ${term(`unit.${unit}`)}`;
  };
  return {
    nameUnit,
    /** A percentage keeps the digits that are printed. */
    sayAmount: (value: string, unit: Unit) =>
      (unit === 'PERCENT' ? value : formatFigure(value, unit, language)) + nameUnit(unit),
    sayDifference: (value: string, unit: Unit) => formatDifference(value, unit, language) + nameUnit(unit),
  };
}
