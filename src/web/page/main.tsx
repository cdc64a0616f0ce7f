import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { parseSearch } from './address/search-text';
import { readRootAddress } from './address/root-address';
import { answers } from './ask/answers';
import { pinRelease } from './ask/release';
import { router } from './router';
import { holdingsOptions } from './shell/holdings';
import { showTheme } from './theme';
import { setUpWords } from './words/setup';
import './styles/tokens.css';
import './styles/base.css';
import './styles/parts.css';
import './styles/shell.css';

const { lang, release } = readRootAddress(parseSearch(location.search));
showTheme();
reloadWhereGone();
pinRelease(release);
void answers.prefetchQuery(holdingsOptions);
await setUpWords(lang);
const page = document.getElementById('page');
if (page) {
  createRoot(page).render(
    <StrictMode>
      <QueryClientProvider client={answers}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  );
}

/** A newer build has other files: what this page would still load is gone. Once a minute at most, as it may be the server that is gone. */
function reloadWhereGone(): void {
  const KEY = 'duizhao:reloaded';
  addEventListener('vite:preloadError', () => {
    if (Date.now() - Number(sessionStorage.getItem(KEY)) < 60_000) return;
    sessionStorage.setItem(KEY, String(Date.now()));
    location.reload();
  });
}
