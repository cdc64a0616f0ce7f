import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { ApolloServer } from '@apollo/server';
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer';
import { expressMiddleware } from '@as-integrations/express5';
import express from 'express';
import type { Express, NextFunction, Request, Response } from 'express';
import { AppError } from '../domain/app-error.js';
import { makeApollo } from './apollo.js';
import { makeContext } from './context.js';
import type { Context, Holdings } from './context.js';
import { EXAMPLES } from './examples/examples.js';
import { LIMITS } from './limits/limits.js';
import type { Log } from './plugins.js';

export interface ServerOptions extends Holdings {
  /** 0: any free one. */
  readonly port: number;
  /** Default: this machine only. */
  readonly host?: string;
  readonly log?: Log;
  /** How many objects an answer may be expected to have; default: 200,000. */
  readonly maxCost?: number;
}

export interface RunningServer {
  readonly url: string;
  /** Takes no new requests, waits for those under way. */
  close(): Promise<void>;
}

const PLAYGROUND = fileURLToPath(new URL('../../dist/web/playground/', import.meta.url));
const BODY_LIMIT = '1mb';

/**
 * Serves the API and its playground.
 * @throws AppError PORT_BUSY
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { store, reference, port, host = '127.0.0.1', log = logLine, maxCost = LIMITS.objects.most } = options;
  const app = express();
  const http = createServer(app);
  const plugins = [ApolloServerPluginDrainHttpServer({ httpServer: http })];
  const apollo = await makeApollo(log, { plugins, maxCost });
  await apollo.start();
  mountRoutes(app, apollo, (requestId) => makeContext({ store, reference }, requestId), log);
  try {
    await listen(http, port, host);
  } catch (error) {
    await apollo.stop();
    throw error;
  }
  const { port: bound } = http.address() as AddressInfo;
  return { url: `http://${host === '127.0.0.1' ? 'localhost' : host}:${bound}`, close: () => apollo.stop() };
}

function mountRoutes(
  app: Express,
  apollo: ApolloServer<Context>,
  contextFor: (requestId: string) => Context,
  log: Log,
): void {
  app.disable('x-powered-by');
  app.use((_request, response, next) => {
    response.setHeader('x-request-id', randomUUID());
    next();
  });
  app.get('/', (_request, response) => void response.json(WHERE));
  app.get('/healthz', (_request, response) => void response.json({ status: 'ok' }));
  app.get('/playground/examples.json', (_request, response) => void response.json(EXAMPLES));
  app.use('/playground', express.static(PLAYGROUND));
  app.get('/graphql', servePlayground);
  app.use(
    '/graphql',
    express.json({ limit: BODY_LIMIT }),
    expressMiddleware(apollo, { context: async ({ res }) => contextFor(String(res.getHeader('x-request-id'))) }),
  );
  app.use((_request, response) => void response.status(404).json({ error: 'nothing here', ...WHERE }));
  app.use((error: Error & { status?: number }, _request: Request, response: Response, _next: NextFunction) => {
    const status = error.status ?? 500;
    if (status >= 500) log({ level: 'error', requestId: response.getHeader('x-request-id'), stack: error.stack });
    response.status(status).json({ error: status >= 500 ? 'something went wrong here' : error.message });
  });
}

const WHERE = {
  name: 'duizhao 对照',
  graphql: 'POST /graphql',
  playground: 'GET /graphql in a browser',
  health: 'GET /healthz',
};

/** A browser that asks for a page gets the playground; everything else is a request to the API. */
function servePlayground(request: Request, response: Response, next: NextFunction): void {
  if (request.query['query'] !== undefined || request.accepts(['json', 'html']) !== 'html') return next();
  response.sendFile('index.html', { root: PLAYGROUND });
}

/**
 * Whether the port can be had: what takes long should not be done before it is known.
 * @throws AppError PORT_BUSY
 */
export async function checkPort(port: number, host = '127.0.0.1'): Promise<void> {
  const probe = createServer();
  await listen(probe, port, host);
  await new Promise((resolve) => probe.close(resolve));
}

function listen(http: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    http.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE') return reject(error);
      reject(new AppError('PORT_BUSY', `expected port ${port} to be free, got one that is in use`, { port }));
    });
    http.listen(port, host, () => resolve());
  });
}

function logLine(entry: Record<string, unknown>): void {
  process.stderr.write(`${JSON.stringify(entry)}\n`);
}
