import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { formatDifference, formatPercent, formatTimes } from '../format/figure';
import type { Column } from '../parts/data-table';
import type { Language } from '../words/language';
import type { Figure } from './figures';

/** What columns are written with. */
export interface ColumnWords {
  readonly t: TFunction<'compare'>;
  readonly term: TFunction<'terms'>;
  readonly language: Language;
  readonly onOpen: (cellKey: string) => void;
}

/** All that there is to say of the figures of a comparison, as it is shown and as it is taken away. */
export function makeFigureColumns(figures: readonly Figure[], words: ColumnWords): readonly Column<Figure>[] {
  const isHeld = figures.some(({ cell }) => cell.baseline !== null || cell.baselineMissing !== null);
  return [
    ...namingColumns(words),
    ...valueColumns(words),
    ...(isHeld ? heldColumns(words) : []),
    ...standingColumns(words),
  ];
}

/** Those that say something here: what is the same in every row stands in the title, and what is nowhere is left out. */
export function leaveOutConstant(
  columns: readonly Column<Figure>[],
  figures: readonly Figure[],
): readonly Column<Figure>[] {
  const KEPT = ['place', 'value', 'baseline', 'difference'];
  return columns.filter((column) => {
    if (KEPT.includes(column.id)) return true;
    const said = new Set(figures.map(column.plain).filter((text) => text !== null));
    return column.id === 'rank' || column.id === 'note' ? said.size > 0 : said.size > 1;
  });
}

function namingColumns({ t }: ColumnWords): Column<Figure>[] {
  return [
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
  ];
}

function valueColumns({ t, term, onOpen }: ColumnWords): Column<Figure>[] {
  return [
    {
      id: 'value',
      head: t('value'),
      isNumber: true,
      show: (figure) => (
        <button
          type="button"
          className={figure.text === null ? 'figure is-missing' : 'figure'}
          aria-label={t('explain', { what: sayFigure(figure) })}
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
      show: ({ cell }) => term(`unit.${cell.unit}`),
      // Exact values are fractions of one, whatever is shown.
      plain: ({ cell }) => (cell.unit === 'RATIO' ? t('ofOne') : term(`unit.${cell.unit}`)),
    },
  ];
}

function sayFigure({ place, metric, cell, stage, text, reason }: Figure): string {
  return [place, metric, cell.year, stage, text ?? reason].filter(Boolean).join(' ');
}

function heldColumns({ t, term, language }: ColumnWords): Column<Figure>[] {
  return [
    {
      id: 'baseline',
      head: t('against'),
      isNumber: true,
      show: ({ cell, baseline }) => orReason(baseline, cell.baselineMissing && term(`missing.${cell.baselineMissing}`)),
      plain: ({ cell }) => cell.baseline,
    },
    {
      id: 'difference',
      head: t('difference'),
      isNumber: true,
      show: ({ cell: { difference, percentagePoints, unit } }) => {
        if (difference === null) return '—';
        if (percentagePoints === null) return formatDifference(difference, unit, language);
        return t('points', { points: formatDifference(percentagePoints, 'INDEX', language) });
      },
      plain: ({ cell }) => cell.difference,
    },
    {
      id: 'ratio',
      head: t('ratio'),
      isNumber: true,
      show: ({ cell }) => (cell.ratio === null ? '—' : formatTimes(cell.ratio, language)),
      plain: ({ cell }) => cell.ratio,
    },
    {
      id: 'changeRate',
      head: t('changeRate'),
      isNumber: true,
      show: ({ cell }) => (cell.changeRate === null ? '—' : formatPercent(cell.changeRate, language, 'exceptZero')),
      plain: ({ cell }) => cell.changeRate,
    },
  ];
}

function standingColumns({ t, term }: ColumnWords): Column<Figure>[] {
  const sayNotes = ({ cell, reason }: Figure) => {
    const codes = new Set(cell.warnings.map(({ code }) => term(`warning.${code}`)));
    const { baselineMissing } = cell;
    const against = baselineMissing && `${t('against')} ${term(`missing.${baselineMissing}`)}`;
    return [...new Set([reason, against, ...codes])].filter(Boolean).join(t('listSeparator'));
  };
  return [
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
      show: sayNotes,
      plain: (figure) => sayNotes(figure) || null,
    },
  ];
}

function orReason(text: string | null, reason: string | null): ReactNode {
  return text ?? <span className="is-missing">{reason ?? '—'}</span>;
}
