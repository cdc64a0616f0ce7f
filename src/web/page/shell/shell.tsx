import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useRouterState, useSearch } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { answers } from '../ask/answers';
import { pinRelease } from '../ask/release';
import { formatCount } from '../format/figure';
import type { HoldingsQuery } from '../generated/graphql';
import { Answered, EmptyStore } from '../parts/states';
import { speak } from '../words/setup';
import { useLanguage } from '../words/use-language';
import { HoldingsContext, holdingsOptions } from './holdings';
import { LanguageSwitch, ThemeSwitch } from './switches';
import { UpdateNote } from './update-note';

/** What stands around every view. */
export function Shell() {
  const { t } = useTranslation();
  const asked = useQuery(holdingsOptions);
  useTopOfNewView();
  useAddress();
  return (
    <>
      <a className="skip" href="#content">
        {t('skip')}
      </a>
      <Header />
      <main id="content" tabIndex={-1}>
        {asked.error && <ReleaseWayOut />}
        <Answered asked={asked} height={600}>
          {({ data, release }) => (
            <HoldingsContext key={release} value={data}>
              <UpdateNote shown={release} />
              {data.release?.reports ? <Outlet /> : <EmptyStore />}
            </HoldingsContext>
          )}
        </Answered>
      </main>
      <Footer holdings={asked.data?.data} />
    </>
  );
}

function Header() {
  const { t } = useTranslation();
  return (
    <header className="masthead">
      <div className="masthead-row">
        <Link to="/" className="brand" search={{}}>
          <Mark />
          <strong>{t('name')}</strong>
        </Link>
        <nav aria-label={t('menu')}>
          <Link to="/" search={{}} activeOptions={{ exact: true, includeSearch: false }}>
            {t('nav.compare')}
          </Link>
          <Link to="/reports" activeOptions={{ includeSearch: false }}>
            {t('nav.reports')}
          </Link>
          <Link to="/boards" activeOptions={{ includeSearch: false }}>
            {t('nav.boards')}
          </Link>
          <Link to="/take-away" activeOptions={{ includeSearch: false }}>
            {t('nav.data')}
          </Link>
        </nav>
        <div className="switches">
          <a href="/graphql">{t('nav.playground')}</a>
          <ThemeSwitch />
          <LanguageSwitch />
        </div>
      </div>
    </header>
  );
}

/** Two columns, side by side. */
function Mark() {
  return (
    <svg viewBox="0 0 32 32" width="26" height="26" aria-hidden="true">
      <rect x="3" y="5" width="11" height="22" rx="2" fill="#d64c41" />
      <rect x="18" y="5" width="11" height="22" rx="2" fill="#fff" />
    </svg>
  );
}

function Footer({ holdings }: { holdings: HoldingsQuery | undefined }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const release = holdings?.release;
  return (
    <footer className="colophon">
      <p>{t('motto')}</p>
      <p>
        {release && (
          <>
            {t('holdings', {
              reports: formatCount(release.reports, language),
              figures: formatCount(release.lineItems, language),
            })}
            {' · '}
            {t('release')} <code>{release.id}</code>
          </>
        )}
      </p>
    </footer>
  );
}

/** Language and release are what the address says, also after going back to it. */
function useAddress(): void {
  const { lang = 'zh', release } = useSearch({ strict: false });
  const applied = useRef(release);
  useEffect(() => void speak(lang), [lang]);
  useEffect(() => {
    if (applied.current === release) return;
    applied.current = release;
    pinRelease(release);
    void answers.resetQueries({ queryKey: holdingsOptions.queryKey });
  }, [release]);
}

/** Where nothing came, and the address asks for a release: it may not be here. */
function ReleaseWayOut() {
  const { t } = useTranslation();
  const { release } = useSearch({ strict: false });
  if (!release) return null;
  return (
    <p className="update-note">
      <span>{t('unknownRelease', { release })}</span>
      <Link to="." search={(search) => ({ ...search, release: undefined })} className="button is-small">
        {t('newest')}
      </Link>
    </p>
  );
}

/** A reader who cannot see the page is told where a link has led: focus goes to the content, as on a page of its own. */
function useTopOfNewView(): void {
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const before = useRef(path);
  useEffect(() => {
    if (before.current === path) return;
    before.current = path;
    document.getElementById('content')?.focus({ preventScroll: true });
  }, [path]);
}
