import { useTranslation } from 'react-i18next';
import type { ReportQuery } from '../generated/graphql';
import { sayIssue } from './sentences';

type Issue = NonNullable<ReportQuery['report']>['issues'][number];

/** What was seen and could not be read, in the order of the document. */
export function IssuesPart({ issues }: { issues: readonly Issue[] }) {
  const { t } = useTranslation('report');
  return (
    <section className="card issues">
      <h2>{t('part.issues')}</h2>
      {issues.length === 0 ? (
        <p className="nothing">{t('issues.empty')}</p>
      ) : (
        <>
          <p className="soft">{t('issues.intro')}</p>
          <ol>
            {issues.map((issue, index) => (
              <IssueNote key={index} issue={issue} />
            ))}
          </ol>
        </>
      )}
    </section>
  );
}

function IssueNote({ issue }: { issue: Issue }) {
  const { t } = useTranslation('report');
  const { table, section, page, line, text } = issue.source;
  const where = [table ?? section, page !== null && t('panel.page', { page }), t('panel.line', { line })];
  return (
    <li>
      <p>{sayIssue(issue)}</p>
      <p className="soft">
        {t('issues.where')}
        {t('colon')}
        {where.filter(Boolean).join(t('comma'))}
      </p>
      <pre role="group" aria-label={t('panel.text')} tabIndex={0}>
        {text.replace(/^\n+|\s+$/g, '')}
      </pre>
    </li>
  );
}
