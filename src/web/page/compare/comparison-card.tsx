import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CompareAddress } from '../address/compare-address';
import { FORMS } from '../address/compare-address';
import { canStack, draw } from '../chart/drawing';
import type { CompareQuery } from '../generated/graphql';
import { useTitle } from '../parts/use-title';
import { WarningNotes } from '../parts/warning-notes';
import { TakeAway } from '../take-away/take-away';
import { useTakenComparison } from '../take-away/use-taken';
import { ChartFigure } from './chart-figure';
import { makeFigures } from './figures';
import { nameMetrics } from './name-metrics';
import { FiguresTable } from './figures-table';
import { titleOf } from './title';
import { useNames } from './use-names';

interface Shown {
  readonly comparison: NonNullable<CompareQuery['compare']>;
  readonly address: CompareAddress;
  readonly onChange: (changed: Partial<CompareAddress>) => void;
}

/** A comparison: what is asked in words, whether it holds, the chart, the table. */
export function ComparisonCard({ comparison: answered, address, onChange }: Shown) {
  const { t } = useTranslation('compare');
  const names = useNames(address.metrics);
  const comparison = useMemo(() => nameMetrics(answered, address.metrics, names), [answered, address.metrics, names]);
  const figures = useMemo(() => makeFigures(comparison.cells, names), [comparison, names]);
  const drawing = useMemo(() => draw(figures, address.form), [figures, address.form]);
  const isStackable = useMemo(() => canStack(figures), [figures]);
  const title = titleOf(figures, t);
  useTitle(title);
  const taken = useTakenComparison({ comparison, address, figures, drawing, title });
  const open = (cell: string) => onChange({ cell });
  if (figures.length === 0) return <p className="notice">{t('noCells')}</p>;
  return (
    <article className="comparison">
      <header>
        <h1>{title}</h1>
      </header>
      <WarningNotes verdict={comparison.verdict} warnings={comparison.warnings} />
      <section className="card">
        <div className="card-head">
          <div className="segments no-print" role="group" aria-label={t('form')}>
            {FORMS.map((form) => (
              <button
                key={form}
                type="button"
                aria-pressed={address.form === form}
                disabled={form === 'STACK' && !isStackable}
                onClick={() => onChange({ form })}
              >
                {t(`forms.${form}`)}
              </button>
            ))}
          </div>
          <TakeAway taken={taken} />
        </div>
        <ChartFigure drawing={drawing} title={title} onOpen={open} />
      </section>
      <section className="card">
        <FiguresTable figures={figures} title={title} onOpen={open} />
      </section>
    </article>
  );
}
