import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { Taken } from './taken';

const TakeAwayMenu = lazy(async () => ({ default: (await import('./take-away-menu')).TakeAwayMenu }));

/** The menu of what can be taken away; it comes after the figures, into its place. */
export function TakeAway({ taken, what }: { taken: Taken; what?: string }) {
  const { t } = useTranslation('takeAway');
  const place = (
    <button type="button" className="button is-quiet is-small no-print" disabled>
      {t('menu')} ▾
    </button>
  );
  return (
    <Suspense fallback={place}>
      <TakeAwayMenu taken={taken} {...(what !== undefined && { what })} />
    </Suspense>
  );
}
