import { useTranslation } from 'react-i18next';

/** What was asked for and is not known: a code mistyped, a year without a report. */
export function Hints({ hints }: { hints: readonly string[] }) {
  const { t } = useTranslation();
  if (hints.length === 0) return null;
  return (
    <section className="hints" role="note">
      <h2>{t('hints')}</h2>
      <ul>
        {hints.map((hint) => (
          <li key={hint} lang="en">
            {hint}
          </li>
        ))}
      </ul>
    </section>
  );
}
