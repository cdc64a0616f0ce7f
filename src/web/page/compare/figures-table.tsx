import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDifference, formatFigure, formatPercent, formatTimes } from '../format/figure';
import type { Unit } from '../generated/graphql';
import { DataTable } from '../parts/data-table';
import type { Column } from '../parts/data-table';
import { useLanguage } from '../words/use-language';
import type { Figure } from './figures';

/** The figures of the chart, with what they are held against. */
export function FiguresTable(props: { figures: readonly Figure[]; title: string; onOpen: (key: string) => void }) {
  const { figures, title, onOpen } = props;
  const { t } = useTranslation('compare');
  const columns = useColumns(figures, onOpen);
  return <DataTable caption={t('tableCaption', { title })} columns={columns} rows={figures} keyOf={({ key }) => key} />;
}

/** Columns that say the same in every row, or nothing, are left out. */
export function useColumns(figures: readonly Figure[], onOpen: (key: string) => void): readonly Column<Figure>[] {
  const { t } = useTranslation('compare');
  const { t: term } = useTranslation('terms');
  const language = useLanguage();
  return useMemo(() => {
    const isHeld = figures.some(({ cell }) => cell.baseline !== null || cell.baselineMissing !== null);
    const nameUnit = (unit: Unit) => term(`unit.${unit}`);
    const signed = (value: string | null, unit: Unit) => value && formatDifference(value, unit, language);
    const what = ({ metric, place, cell, stage }: Figure) =>
      [place, metric, cell.year, stage].filter(Boolean).join(' ');
    const all: (Column<Figure> | false)[] = [
      { id: 'place', head: t('place'), show: ({ place }) => place, plain: ({ place }) => place },
      { id: 'metric', head: t('metric'), show: ({ metric }) => metric, plain: ({ metric }) => metric },
      {
        id: 'year',
        head: t('year'),
        isNumber: true,
        show: ({ cell }) => cell.year,
        plain: ({ cell }) => String(cell.year),
      },
      { id: 'stage', head: t('stage'), show: ({ stage }) => stage || '—', plain: ({ stage }) => stage || null },
      {
        id: 'value',
        head: t('value'),
        isNumber: true,
        show: (figure) => (
          <button
            type="button"
            className={figure.text === null ? 'figure is-missing' : 'figure'}
            aria-label={t('explain', { what: `${what(figure)} ${figure.text ?? figure.reason}` })}
            onClick={() => onOpen(figure.key)}
          >
            {figure.text ?? `┄ ${figure.reason}`}
          </button>
        ),
        plain: ({ cell }) => cell.value,
      },
      {
        id: 'unit',
        head: t('unit'),
        show: ({ cell }) => nameUnit(cell.unit),
        plain: ({ cell }) => nameUnit(cell.unit),
      },
      isHeld && {
        id: 'baseline',
        head: t('against'),
        isNumber: true,
        show: ({ cell }) =>
          orReason(
            cell.baseline && formatFigure(cell.baseline, cell.unit, language),
            cell.baselineMissing && term(`missing.${cell.baselineMissing}`),
          ),
        plain: ({ cell }) => cell.baseline,
      },
      isHeld && {
        id: 'difference',
        head: t('difference'),
        isNumber: true,
        show: ({ cell }) => {
          if (cell.percentagePoints === null) return signed(cell.difference, cell.unit) ?? '—';
          return t('points', { points: formatDifference(cell.percentagePoints, 'POINTS', language) });
        },
        plain: ({ cell }) => cell.difference,
      },
      isHeld && {
        id: 'ratio',
        head: t('ratio'),
        isNumber: true,
        show: ({ cell }) => (cell.ratio === null ? '—' : formatTimes(cell.ratio, language)),
        plain: ({ cell }) => cell.ratio,
      },
      isHeld && {
        id: 'changeRate',
        head: t('changeRate'),
        isNumber: true,
        show: ({ cell }) => (cell.changeRate === null ? '—' : formatPercent(cell.changeRate, language, 'exceptZero')),
        plain: ({ cell }) => cell.changeRate,
      },
      {
        id: 'rank',
        head: t('rank'),
        isNumber: true,
        show: ({ cell }) => cell.rank ?? '—',
        plain: ({ cell }) => (cell.rank === null ? null : String(cell.rank)),
      },
      {
        id: 'note',
        head: t('note'),
        show: ({ cell, reason }) =>
          [reason, ...new Set(cell.warnings.map(({ code }) => term(`warning.${code}`)))].filter(Boolean).join('；'),
        plain: ({ cell, reason }) =>
          [reason, ...cell.warnings.map(({ message }) => message)].filter(Boolean).join('; ') || null,
      },
    ];
    return all.filter((column) => column !== false);
  }, [figures, t, term, language, onOpen]);
}

function orReason(text: string | null, reason: string | null): ReactNode {
  return text ?? <span className="is-missing">{reason ?? '—'}</span>;
}
