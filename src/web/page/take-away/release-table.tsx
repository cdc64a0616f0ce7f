import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../ask/use-answer';
import { formatCount } from '../format/figure';
import { ListReleasesDocument } from '../generated/graphql';
import type { ListReleasesQuery } from '../generated/graphql';
import { Answered } from '../parts/states';
import { useHoldings } from '../shell/holdings';
import { useLanguage } from '../words/use-language';
import { CodeSample } from './code-sample';

type Release = ListReleasesQuery['releases']['nodes'][number];

/** The states that the store was in, and how a request is kept to one of them. */
export function ReleaseTable() {
  const { t } = useTranslation('takeAway');
  const { release: shown } = useHoldings();
  const asked = useAnswer(ListReleasesDocument, {});
  return (
    <section className="card">
      <h2>{t('release')}</h2>
      <p className="soft">{t('releaseNote')}</p>
      {shown && (
        <CodeSample
          label={t('releaseThis')}
          shown={`${shown.id}\n${location.origin}/?release=${shown.id}`}
          copied={shown.id}
        />
      )}
      <Answered asked={asked} height={120}>
        {({ data: { releases } }) => (
          <>
            <Releases releases={releases.nodes} />
            {releases.totalCount > releases.nodes.length && (
              <p className="soft">{t('moreReleases', { count: releases.totalCount - releases.nodes.length })}</p>
            )}
          </>
        )}
      </Answered>
    </section>
  );
}

function Releases({ releases }: { releases: readonly Release[] }) {
  const { t } = useTranslation('takeAway');
  return (
    <div className="table-scroll" role="region" aria-label={t('release')} tabIndex={0}>
      <table className="figures">
        <caption className="visually-hidden">{t('release')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('releaseHeads.id')}</th>
            <th scope="col">{t('releaseHeads.createdAt')}</th>
            <th scope="col" className="number">
              {t('releaseHeads.reports')}
            </th>
            <th scope="col" className="number">
              {t('releaseHeads.lineItems')}
            </th>
            <th scope="col">{t('releaseHeads.kept')}</th>
          </tr>
        </thead>
        <tbody>
          {releases.map((release) => (
            <ReleaseRow key={release.id} release={release} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ReleaseRow({ release: { id, createdAt, reports, lineItems, kept } }: { release: Release }) {
  const { t } = useTranslation('takeAway');
  const language = useLanguage();
  const when = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  return (
    <tr>
      <th scope="row">
        <code>{id}</code>
      </th>
      <td>{when.format(new Date(createdAt))}</td>
      <td className="number">{formatCount(reports, language)}</td>
      <td className="number">{formatCount(lineItems, language)}</td>
      <td>
        {kept ? (
          <Link to="/" search={{ release: id } as never} reloadDocument aria-label={t('releaseOpen', { id })}>
            {t('releaseKept')}
          </Link>
        ) : (
          t('releaseGone')
        )}
      </td>
    </tr>
  );
}
