import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CompareAddress } from '../address/compare-address';
import type { Figure } from '../compare/figures';
import { linkToCell } from './open-cell';

/** A figure that can be opened; where there is none, its reason, which can be opened too. */
export function FigureLink({ figure, question }: { figure: Figure; question: CompareAddress }) {
  const { t } = useTranslation('compare');
  const { metric, place, cell, stage, text, reason, key } = figure;
  const what = [place, metric, cell.year, stage, text ?? reason].filter(Boolean).join(' ');
  return (
    <Link
      {...linkToCell(question, key)}
      className={text === null ? 'figure is-missing' : 'figure'}
      aria-label={t('explain', { what })}
    >
      {text ?? `┄ ${reason}`}
    </Link>
  );
}
