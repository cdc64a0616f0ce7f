import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../format/figure';
import type { ReportQuery } from '../generated/graphql';
import { useLanguage } from '../words/use-language';

type Report = NonNullable<ReportQuery['report']>;

/** What the report is, where it came from, and whether it still holds. */
export function ReportHeader({ report }: { report: Report }) {
  const { t } = useTranslation('report');
  const { t: term } = useTranslation('terms');
  const language = useLanguage();
  const { department, fiscalYear, revision, supersedes, supersededBy } = report;
  const { district } = department;
  return (
    <header className="report-head">
      <p className="no-print">
        <Link to="/reports" activeOptions={{ exact: true }}>
          ← {t('back')}
        </Link>
      </p>
      <h1>{report.title}</h1>
      {supersededBy && <Superseded by={supersededBy} />}
      <dl className="report-facts">
        <Fact name={t('head.department')}>
          {department.name}
          {department.formerNames.length > 0 && (
            <small>{t('head.formerly', { names: department.formerNames.join(t('and')) })}</small>
          )}
        </Fact>
        <Fact name={t('head.district')}>
          <Link to="/reports" search={{ district: district.code }} activeOptions={{ exact: true }}>
            {language === 'en' ? district.nameEn : district.name}
          </Link>
        </Fact>
        <Fact name={t('head.year')}>{fiscalYear.year}</Fact>
        <Fact name={t('head.kind')}>{term(`kind.${report.kind}`)}</Fact>
        <Fact name={t('head.revision')}>
          {t('head.revisionNumber', { count: revision })}
          {supersedes && (
            <small>
              {t('head.replaces')}{' '}
              <Link to="/reports/$id" params={{ id: supersedes.id }}>
                {t('head.revisionNumber', { count: supersedes.revision })}
              </Link>
            </small>
          )}
        </Fact>
        <Fact name={t('head.figures')}>
          {t('head.figuresCount', { figures: formatCount(report.lineItems.totalCount, language) })}
        </Fact>
        <Fact name={t('head.imported')}>
          <time dateTime={report.importedAt}>{formatTime(report.importedAt, language)}</time>
        </Fact>
        <Fact name={t('head.hash')}>
          <Hash hash={report.sha256} />
        </Fact>
      </dl>
    </header>
  );
}

function formatTime(time: string, language: 'zh' | 'en'): string {
  return new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(new Date(time));
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Superseded({ by }: { by: NonNullable<Report['supersededBy']> }) {
  const { t } = useTranslation('report');
  return (
    <section className="warnings">
      <h2>
        <span aria-hidden="true">△</span>
        {t('superseded.title')}
      </h2>
      <p>{t('superseded.text')}</p>
      <p>
        <Link to="/reports/$id" params={{ id: by.id }}>
          {t('superseded.link', { count: by.revision })}
        </Link>
      </p>
    </section>
  );
}

function Hash({ hash }: { hash: string }) {
  const { t } = useTranslation('report');
  const { t: shell } = useTranslation();
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(hash);
    setCopied(true);
  };
  return (
    <>
      <code title={hash}>{hash.slice(0, 12)}…</code>{' '}
      <button
        type="button"
        className="link-button no-print"
        aria-label={t('head.copyHash')}
        onClick={() => void copy()}
      >
        {isCopied ? shell('copied') : shell('copy')}
      </button>
    </>
  );
}
