import { useTranslation } from 'react-i18next';
import type { Verdict, WarningCode } from '../generated/graphql';
import { useLanguage } from '../words/use-language';

interface Note {
  readonly code: WarningCode;
  readonly message: string;
  readonly messageZh: string;
}

const MARKS = { COMPARABLE: '✓', WITH_WARNINGS: '△', NOT_COMPARABLE: '✕' } as const;

/** Whether the figures may be compared, and all that speaks against it: in words, at the chart, never folded away. */
export function WarningNotes({ verdict, warnings }: { verdict: Verdict; warnings: readonly Note[] }) {
  const { t } = useTranslation('terms');
  const kind = { COMPARABLE: 'is-comparable', WITH_WARNINGS: '', NOT_COMPARABLE: 'is-not-comparable' }[verdict];
  return (
    <section className={`warnings ${kind}`} data-verdict={verdict}>
      <h3>
        <span aria-hidden="true">{MARKS[verdict]}</span>
        {t(`verdict.${verdict}`)}
      </h3>
      {warnings.length > 0 && (
        <dl>
          {warnings.map((warning) => (
            <WarningNote key={`${warning.code} ${warning.message}`} {...warning} />
          ))}
        </dl>
      )}
    </section>
  );
}

function WarningNote({ code, message, messageZh }: Note) {
  const { t } = useTranslation('terms');
  return (
    <>
      <dt>{t(`warning.${code}`)}</dt>
      <dd>{useLanguage() === 'zh' ? messageZh : message}</dd>
    </>
  );
}
