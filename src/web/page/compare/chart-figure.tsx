import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Chart } from '../chart/chart';
import type { Drawing, Mark } from '../chart/drawing';
import { choosePalette, colourOf } from '../chart/palette';
import { useIsDark } from '../theme';
import { PointedFigure } from './pointed-figure';

/** The chart with its legend, its unit, and what its signs mean. */
export function ChartFigure(props: { drawing: Drawing; title: string; onOpen: (key: string) => void }) {
  const { drawing, title, onOpen } = props;
  const { t } = useTranslation('compare');
  const { t: term } = useTranslation('terms');
  const [pointed, setPointed] = useState<{ mark: Mark; x: number; y: number } | null>(null);
  const palette = choosePalette(useIsDark());
  const units = [...new Set(drawing.marks.map(({ figure }) => figure.cell.unit))];
  const has = (test: (mark: Mark) => boolean) => drawing.marks.some(test);
  const missing = drawing.marks.filter(({ figure }) => figure.reason !== null);
  const target = drawing.marks.find((mark) => mark.target)?.target;
  return (
    <figure className="chart-figure">
      <figcaption>
        <span className="soft">
          {t('in', { unit: units.map((unit) => term(`unit.${unit}`)).join(t('listSeparator')) })}
        </span>
        {drawing.form !== 'HEAT' && drawing.series.length > 1 && (
          <ul className="legend">
            {drawing.series.map(({ key, label }, index) => (
              <li key={key}>
                <i style={{ background: colourOf(palette, index) }} />
                {label}
              </li>
            ))}
          </ul>
        )}
      </figcaption>
      <div className="chart-place">
        <Chart
          drawing={drawing}
          label={t('chartLabel', { form: t(`forms.${drawing.form}`), title })}
          onOpen={onOpen}
          onPoint={(mark, at) => setPointed(mark && { mark, ...at })}
        />
        {pointed && <PointedFigure {...pointed} />}
      </div>
      <p className="signs soft">
        {has(({ figure }) => figure.isUnlike) && <span className="sign-hatched">{t('hatched')}</span>}
        {missing.length > 0 && <MissingSign form={drawing.form} missing={missing} />}
        {target && <span>{t('target', { name: target.label || t('against') })}</span>}
      </p>
    </figure>
  );
}

const MOST_NAMED = 8;

/** How missing figures look here; where a form has no place for them, they are named. */
function MissingSign({ form, missing }: { form: Drawing['form']; missing: readonly Mark[] }) {
  const { t } = useTranslation('compare');
  if (form === 'LINES') return <span>{t('missingCross')}</span>;
  if (form !== 'STACK') return <span>{t('missingMark')}</span>;
  const named = missing
    .slice(0, MOST_NAMED)
    .map(({ figure }) => `${figure.place} ${figure.cell.year} ${figure.metric} (${figure.reason})`);
  const what = named.join(t('listSeparator'));
  const count = missing.length;
  return <span>{t('notDrawn', { what: count > MOST_NAMED ? t('andMore', { names: what, count }) : what })}</span>;
}
