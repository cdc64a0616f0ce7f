import { Fragment, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface Long<Item> {
  readonly items: readonly Item[];
  /** How many stand there until more are asked for. */
  readonly first: number;
  readonly show: (item: Item, index: number) => ReactNode;
}

/** The first of a list, and a button for the others. */
export function More<Item>({ items, first, show }: Long<Item>) {
  const { t } = useTranslation('explain');
  const [isAll, setAll] = useState(false);
  const hidden = isAll ? 0 : Math.max(0, items.length - first);
  return (
    <>
      {items.slice(0, items.length - hidden).map((item, index) => (
        <Fragment key={index}>{show(item, index)}</Fragment>
      ))}
      {hidden > 0 && (
        <li className="more">
          <button type="button" className="link-button" onClick={() => setAll(true)}>
            {t('more', { count: hidden })}
          </button>
        </li>
      )}
    </>
  );
}
