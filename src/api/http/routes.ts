import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Router } from 'express';
import type { RequestHandler, Response } from 'express';
import sirv from 'sirv';
import { AppError } from '../../domain/app-error.js';
import { EXAMPLES } from '../examples/examples.js';
import { EXACT_PATHS } from './exact-paths.js';
import { allowInlineStyles } from './headers.js';
import { wantsPage } from './wants-page.js';

const PAGES = fileURLToPath(new URL('../../../dist/web/', import.meta.url));
const PLAYGROUND = join(PAGES, 'playground');
const PAGE = join(PAGES, 'page');
/** The views of the page, which the page itself tells apart. */
const VIEWS = ['/', '/comparisons/:id', '/reports', '/reports/:id', '/boards', '/boards/:board', '/take-away'];
/** Their names change with what is in them. */
const UNCHANGING = 'public, max-age=31536000, immutable';

/** Where things are. */
const WHERE = {
  name: 'duizhao 对照',
  page: 'GET / in a browser',
  playground: 'GET /graphql in a browser',
  graphql: 'POST /graphql',
  exports: 'GET /export/line-items.csv, indicators.csv, comparison.csv; .ndjson',
  health: 'GET /healthz, /readyz',
  documentation: 'of every field in the playground; of the rest in README.md and docs/',
};

/** The pages, their files, and what the root says. */
export function makePageRouter(): Router {
  const router = Router(EXACT_PATHS);
  const hasPage = existsSync(join(PAGE, 'index.html'));
  router.get(VIEWS, (request, response, next) => {
    response.vary('accept');
    if (hasPage && wantsPage(request)) return sendPage(response, PAGE);
    if (request.path === '/') response.json(WHERE);
    else next();
  });
  router.get('/playground/examples.json', (_request, response) => void response.json(EXAMPLES));
  router.get(['/playground', '/playground/', '/graphql'], (_request, response) => {
    response.vary('accept');
    allowInlineStyles(response);
    sendPage(response, PLAYGROUND);
  });
  router.use('/playground', serveFiles(PLAYGROUND));
  router.use('/assets', serveFiles(join(PAGE, 'assets'), UNCHANGING));
  return router;
}

function sendPage(response: Response, root: string): void {
  response.sendFile('index.html', { root, cacheControl: false });
}

/** Compressed as the visitor can take it: the build has done so once for all. */
function serveFiles(folder: string, cacheControl = 'no-cache'): RequestHandler {
  if (!existsSync(folder)) return (_request, _response, next) => next();
  const serve = sirv(folder, {
    brotli: true,
    gzip: true,
    etag: true,
    extensions: [],
    setHeaders: (response) => response.setHeader('cache-control', cacheControl),
  });
  // It would take a file with a slash more for the file.
  return (request, response, next) => (request.path.endsWith('/') ? next() : serve(request, response, next));
}

export interface Readiness {
  /** Rejects where the store does not answer. */
  checkStore(): Promise<void>;
  isStopping(): boolean;
}

/** `/healthz`: this process lives. `/readyz`: it can answer questions now. */
export function makeHealthRouter({ checkStore, isStopping }: Readiness): Router {
  const router = Router(EXACT_PATHS);
  router.get('/healthz', (_request, response) => void response.json({ status: 'ok' }));
  router.get('/readyz', async (_request, response) => {
    if (isStopping()) throw new AppError('TOO_BUSY', 'expected a server that goes on, got one that is stopping');
    await checkStore();
    response.json({ status: 'ready' });
  });
  return router;
}

export const refusePath: RequestHandler = ({ method, path }, _response, next) => {
  const places = '/, /graphql, /export/line-items.csv, /healthz or /readyz';
  const asked = method === 'GET' ? path : `${method} ${path}`;
  next(new AppError('NOT_FOUND', `expected ${places}, got ${asked.length > 100 ? `${asked.slice(0, 100)}…` : asked}`));
};
