import { useTranslation } from 'react-i18next';
import type { Mark } from '../chart/drawing';

/** What the pointer is on. */
export function PointedFigure({ mark, x, y }: { mark: Mark; x: number; y: number }) {
  const { t } = useTranslation('compare');
  const { t: term } = useTranslation('terms');
  const { figure } = mark;
  const { cell } = figure;
  const isRight = x > 320;
  return (
    <div
      className="pointed"
      style={{ top: y + 14, ...(isRight ? { right: `calc(100% - ${x - 10}px)` } : { left: x + 14 }) }}
    >
      <strong>{figure.place}</strong>
      <span className="soft">{[figure.metric, cell.year, figure.stage].filter(Boolean).join(' · ')}</span>
      <b>
        {figure.text ?? figure.reason} {figure.text && term(`unit.${cell.unit}`)}
      </b>
      <span className="soft">{term(`status.${cell.status}`)}</span>
      {cell.warnings.map(({ code }) => (
        <span key={code} className="pointed-warning">
          △ {term(`warning.${code}`)}
        </span>
      ))}
      <span className="soft">{t('open')}</span>
    </div>
  );
}
