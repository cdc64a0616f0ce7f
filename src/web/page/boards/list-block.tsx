import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardExtent } from './choose-board';

/** Rows that a report prints, rather than a comparison of figures. */
export function ListBlock(props: { title: string; note: string; children: ReactNode }) {
  return (
    <section className="card board-block">
      <header>
        <h2>{props.title}</h2>
        <p className="soft">{props.note}</p>
      </header>
      {props.children}
    </section>
  );
}

/** As many rows as the API gives at once. */
const MOST_ROWS = 500;

/** How many of a list are shown, and a way to more of them. */
export function MoreRows({ shown, count, onMore }: { shown: number; count: number; onMore: (first: number) => void }) {
  const { t } = useTranslation('boards');
  if (shown >= count) return null;
  return (
    <p className="actions">
      <span className="soft">{t('shownOf', { shown, count })}</span>
      {shown < MOST_ROWS && (
        <button
          type="button"
          className="button is-quiet is-small"
          onClick={() => onMore(Math.min(shown * 4, MOST_ROWS))}
        >
          {t('more')}
        </button>
      )}
    </p>
  );
}

/** What reports say of these districts and this year. */
export function whereOfExtent({ districts, year }: BoardExtent) {
  return { district: { in: districts }, year: { eq: year } };
}
