import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import express, { Router } from 'express';
import type { Request, RequestHandler, Response } from 'express';
import { AppError } from '../../domain/app-error.js';
import { EXAMPLES } from '../examples/examples.js';
import { EXACT_PATHS } from './exact-paths.js';
import { wantsPage } from './wants-page.js';

const PAGES = fileURLToPath(new URL('../../../dist/web/', import.meta.url));
const PLAYGROUND = join(PAGES, 'playground');
const HOME = join(PAGES, 'home');

/** Where things are. */
const WHERE = {
  name: 'duizhao 对照',
  playground: 'GET /graphql in a browser',
  graphql: 'POST /graphql',
  exports: 'GET /export/line-items.csv, indicators.csv, comparison.csv; .ndjson',
  health: 'GET /healthz, /readyz',
  documentation: 'of every field in the playground; of the rest in README.md and docs/',
};

/** The pages, their files, and what the root says. */
export function makePageRouter(): Router {
  const router = Router(EXACT_PATHS);
  router.get('/', (request, response) => {
    const page = existsSync(join(HOME, 'index.html')) && wantsPage(request);
    response.vary('accept');
    if (page) response.sendFile('index.html', { root: HOME });
    else response.json(WHERE);
  });
  router.get('/playground/examples.json', (_request, response) => void response.json(EXAMPLES));
  router.get('/playground', sendPlayground);
  router.use('/playground', express.static(PLAYGROUND, { redirect: false }));
  router.use('/home', express.static(HOME, { redirect: false }));
  router.get('/graphql', sendPlayground);
  return router;
}

function sendPlayground(_request: Request, response: Response): void {
  response.vary('accept');
  response.sendFile('index.html', { root: PLAYGROUND });
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
