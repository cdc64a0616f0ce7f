import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { placeKeyOf } from '../compare/figures';
import type { Figure } from '../compare/figures';
import { DataTable } from '../parts/data-table';
import type { Column } from '../parts/data-table';
import type { Block } from './question-block';
import { FigureLink } from './figure-link';

interface PlaceRow {
  readonly key: string;
  readonly place: string;
  readonly figures: ReadonlyMap<string, Figure>;
}

interface Matrix extends Block {
  /** What stands under a figure. */
  readonly below?: (figure: Figure) => ReactNode;
  /** What a column is called, where the metric's own name is not enough. */
  readonly headOf?: (figure: Figure) => string;
}

/** A place a row, a measure a column. */
export function FigureMatrix({ figures, question, title, below, headOf }: Matrix) {
  const { t } = useTranslation('compare');
  const rows = useMemo(() => groupByPlace(figures), [figures]);
  const heads = new Map(figures.map((figure) => [figure.cell.metric, headOf?.(figure) ?? figure.metric]));
  const columns: Column<PlaceRow>[] = [
    { id: 'place', head: t('place'), show: ({ place }) => place, plain: ({ place }) => place },
    ...[...heads].map(([metric, head]): Column<PlaceRow> => ({
      id: metric,
      head,
      isNumber: true,
      show: ({ figures: own }) => <MatrixFigure figure={own.get(metric)} question={question} below={below} />,
      plain: ({ figures: own }) => own.get(metric)?.cell.value ?? null,
    })),
  ];
  return <DataTable caption={title} columns={columns} rows={rows} keyOf={({ key }) => key} />;
}

function MatrixFigure({
  figure,
  question,
  below,
}: Pick<Matrix, 'question'> & { figure: Figure | undefined; below: Matrix['below'] }) {
  if (!figure) return '—';
  return (
    <div className="matrix-figure">
      <FigureLink figure={figure} question={question} />
      {below?.(figure)}
    </div>
  );
}

/** In the order of the answer. */
export function groupByPlace(figures: readonly Figure[]): PlaceRow[] {
  const rows = new Map<string, { key: string; place: string; figures: Map<string, Figure> }>();
  for (const figure of figures) {
    const key = placeKeyOf(figure.cell);
    const row = rows.get(key) ?? { key, place: figure.place, figures: new Map<string, Figure>() };
    row.figures.set(figure.cell.metric, figure);
    rows.set(key, row);
  }
  return [...rows.values()];
}
