import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useHoldings } from '../shell/holdings';
import { CodeSample } from './code-sample';
import { ReleaseTable } from './release-table';
import { WholeTables } from './whole-tables';
import './take-away.css';

const EXAMPLES = ['SideBySide', 'NotComparable', 'PrintedFigures'] as const;

/** Tables to take away, and how to ask the API oneself. */
export function TakeAwayView() {
  const { t } = useTranslation('takeAway');
  return (
    <div className="take-away">
      <header>
        <h1>{t('title')}</h1>
        <p className="soft">
          {t('intro')} <Link to="/reports">{t('reports')}</Link>
        </p>
      </header>
      <WholeTables />
      <div className="take-away-pair">
        <div className="take-away-stack">
          <Interface />
          <Health />
        </div>
        <div className="take-away-stack">
          <Playground />
          <SavedComparison />
        </div>
      </div>
      <ReleaseTable />
    </div>
  );
}

function Interface() {
  const { t } = useTranslation('takeAway');
  const { release } = useHoldings();
  const address = `${location.origin}/graphql`;
  const query =
    '{ compare(input: { metrics: [{ key: EXPENDITURE }], years: [2019] }) { verdict cells { district { name } value unit } } }';
  const curl = [
    `curl ${address} \\`,
    "  -H 'content-type: application/json' \\",
    ...(release ? [`  -H 'release: ${release.id}' \\`] : []),
    `  -d '${JSON.stringify({ query })}'`,
  ].join('\n');
  return (
    <section className="card">
      <h2>{t('api')}</h2>
      <p className="soft">{t('apiNote')}</p>
      <CodeSample label={t('apiAddress')} shown={`POST ${address}`} copied={address} />
      <CodeSample label={t('example')} shown={curl} />
    </section>
  );
}

function Playground() {
  const { t } = useTranslation('takeAway');
  return (
    <section className="card">
      <h2>{t('playgroundTitle')}</h2>
      <p className="soft">{t('playgroundText')}</p>
      <p className="actions">
        <a className="button" href="/graphql">
          {t('playgroundOpen')}
        </a>
      </p>
      <ul className="plain-list">
        {EXAMPLES.map((name) => (
          <li key={name}>
            <a href={`/graphql?example=${name}`}>{t(`examples.${name}`)}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** An id that somebody gave away opens the comparison that it stands for. */
function SavedComparison() {
  const { t } = useTranslation('takeAway');
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [isWrong, setWrong] = useState(false);
  const open = (event: FormEvent) => {
    event.preventDefault();
    const id = typed.trim().replace(/^.*\/comparisons\/([^?#]+).*$/, '$1');
    const isId = /^[\w-]{16}$/.test(id);
    setWrong(!isId);
    if (isId) void navigate({ to: '/comparisons/$id', params: { id } });
  };
  return (
    <section className="card">
      <h2>{t('savedTitle')}</h2>
      <p className="soft">{t('savedNote')}</p>
      <form className="saved-form" onSubmit={open}>
        <div className="field">
          <label htmlFor="saved-id">{t('savedField')}</label>
          <input
            id="saved-id"
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
            autoComplete="off"
            spellCheck={false}
            aria-invalid={isWrong}
            aria-describedby="saved-wrong"
          />
        </div>
        <button type="submit" className="button" disabled={typed.trim() === ''}>
          {t('savedOpen')}
        </button>
      </form>
      <p id="saved-wrong" role="alert" className="wrong">
        {isWrong && t('savedWrong')}
      </p>
    </section>
  );
}

function Health() {
  const { t } = useTranslation('takeAway');
  return (
    <section className="card">
      <h2>{t('health')}</h2>
      <ul className="plain-list">
        <li>
          <a href="/healthz">/healthz</a> <span className="soft">{t('healthz')}</span>
        </li>
        <li>
          <a href="/readyz">/readyz</a> <span className="soft">{t('readyz')}</span>
        </li>
      </ul>
    </section>
  );
}
