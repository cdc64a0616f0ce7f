import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AskError } from '../ask/ask';

/** Grey bars in the place of what is coming, so that nothing jumps when it is here. */
export function Loading({ height = 320 }: { height?: number }) {
  const { t } = useTranslation();
  const isSlow = useLater(2_500);
  return (
    <div className="loading" style={{ minHeight: height }} role="status" aria-live="polite">
      <div className="loading-bars" aria-hidden="true">
        {[72, 94, 58, 83].map((width) => (
          <span key={width} style={{ width: `${width}%` }} />
        ))}
      </div>
      <p>{isSlow ? t('stillLoading') : t('loading')}</p>
    </div>
  );
}

/** What went wrong, in words, and a way out. */
export function Failure({ error, retry }: { error: Error; retry?: () => void }) {
  const { t, i18n } = useTranslation();
  const code = error instanceof AskError ? error.code : 'other';
  const sentence = i18n.exists(`failed.${code}`) ? t(`failed.${code as 'other'}`) : t('failed.other');
  return (
    <section className="notice is-bad" role="alert">
      <h2>{t('failed.title')}</h2>
      <p>{sentence}</p>
      <details>
        <summary>{t('failed.details')}</summary>
        <code>{error.message}</code>
      </details>
      <p className="actions">
        {retry && (
          <button type="button" className="button" onClick={retry}>
            {t('retry')}
          </button>
        )}
        <Link to="/" className="button is-quiet">
          {t('backToStart')}
        </Link>
      </p>
    </section>
  );
}

export function NotFound() {
  const { t } = useTranslation();
  return (
    <section className="notice">
      <h1>{t('notFound.title')}</h1>
      <p>{t('notFound.text')}</p>
      <p className="actions">
        <Link to="/" className="button">
          {t('backToStart')}
        </Link>
      </p>
    </section>
  );
}

/** Nothing has been imported yet. */
export function EmptyStore() {
  const { t } = useTranslation();
  return (
    <section className="notice">
      <h1>{t('empty.title')}</h1>
      <p>{t('empty.text')}</p>
      <pre>
        <code>npm run --silent cli -- import FILE…</code>
      </pre>
      <p>{t('empty.seeds')}</p>
      <p>{t('empty.reload')}</p>
    </section>
  );
}

interface Asked<T> {
  readonly data: T | undefined;
  readonly error: Error | null;
  readonly refetch: () => unknown;
  readonly isPlaceholderData: boolean;
}

/** The answer, or what stands in its place; the answer before it is dimmed, and is not to be used, while the next one is on its way: it answers another question. */
export function Answered<T>(props: { asked: Asked<T>; height?: number; children: (answer: T) => ReactNode }) {
  const { asked, height, children } = props;
  if (asked.error) return <Failure error={asked.error} retry={() => void asked.refetch()} />;
  if (asked.data === undefined) return height === undefined ? <Loading /> : <Loading height={height} />;
  return (
    <div
      className={asked.isPlaceholderData ? 'is-stale' : undefined}
      aria-busy={asked.isPlaceholderData}
      inert={asked.isPlaceholderData}
    >
      {children(asked.data)}
    </div>
  );
}

function useLater(milliseconds: number): boolean {
  const [isLater, setLater] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLater(true), milliseconds);
    return () => clearTimeout(timer);
  }, [milliseconds]);
  return isLater;
}
