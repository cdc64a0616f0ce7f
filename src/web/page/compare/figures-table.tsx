import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../parts/data-table';
import type { Column } from '../parts/data-table';
import { useLanguage } from '../words/use-language';
import { leaveOutConstant, makeFigureColumns } from './figure-columns';
import type { Figure } from './figures';

/** The figures of the chart, with what they are held against. */
export function FiguresTable(props: { figures: readonly Figure[]; title: string; onOpen: (key: string) => void }) {
  const { figures, title, onOpen } = props;
  const { t } = useTranslation('compare');
  const columns = useFigureColumns(figures, onOpen);
  const shown = useMemo(() => leaveOutConstant(columns, figures), [columns, figures]);
  const caption = t('tableCaption', { title });
  return (
    <>
      <Constants figures={figures} />
      <DataTable caption={caption} columns={shown} rows={figures} keyOf={({ key }) => key} />
    </>
  );
}

/** Unit and stage, where all figures have the same. */
function Constants({ figures }: { figures: readonly Figure[] }) {
  const { t } = useTranslation('compare');
  const { t: term } = useTranslation('terms');
  const units = new Set(figures.map(({ cell }) => cell.unit));
  const stages = new Set(figures.map(({ stage }) => stage).filter(Boolean));
  const [unit] = units;
  const said = [
    units.size === 1 && unit && t('in', { unit: term(`unit.${unit}`) }),
    stages.size === 1 && [...stages][0],
  ].filter(Boolean);
  return said.length > 0 && <p className="constants soft">{said.join(' · ')}</p>;
}

export function useFigureColumns(figures: readonly Figure[], onOpen: (key: string) => void): readonly Column<Figure>[] {
  const { t } = useTranslation('compare');
  const { t: term } = useTranslation('terms');
  const language = useLanguage();
  return useMemo(() => makeFigureColumns(figures, { t, term, language, onOpen }), [figures, t, term, language, onOpen]);
}
