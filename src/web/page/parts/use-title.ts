import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

/** What the window is called while a view stands: a reader with many of them has to tell them apart. */
export function useTitle(title: string): void {
  const { t } = useTranslation();
  const name = t('name');
  useEffect(() => {
    document.title = title ? `${title} – ${name}` : name;
  }, [title, name]);
}
