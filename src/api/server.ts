import { createServer } from 'node:http';
import type { IncomingMessage, RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ApolloServer } from '@apollo/server';
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer';
import express from 'express';
import type { Express } from 'express';
import { AppError } from '../domain/app-error.js';
import { makeApollo } from './apollo.js';
import { checkStore, withMemory } from './context.js';
import type { Context, Holdings } from './context.js';
import { makeExportRouter } from './exports.js';
import { answerError, answerErrors } from './http/error-answers.js';
import { makeEndpoint } from './http/graphql-endpoint.js';
import { allowOrigins, makeStandingHeaders, varyBy } from './http/headers.js';
import { followConnections } from './http/idle-connections.js';
import { identifyRequest, logRequest, makeLogger } from './http/request-log.js';
import type { Logger } from './http/request-log.js';
import { makeHealthRouter, makePageRouter, refusePath } from './http/routes.js';
import { wantsPage } from './http/wants-page.js';

export { LOG_LEVELS, makeLogger } from './http/request-log.js';
export type { LogLevel, Logger } from './http/request-log.js';

export interface ServerOptions extends Holdings {
  /** 0: any free one. */
  readonly port: number;
  /** Default: this machine only. */
  readonly host?: string;
  /** Default: warnings and errors, to stderr. */
  readonly logger?: Logger;
  /** Other sites whose pages may read answers, or `*`; default: none. */
  readonly origins?: readonly string[];
  /** Seconds that a request to the API may take; default: 30. */
  readonly timeout?: number;
  /** Objects that an answer may be expected to have; default: 200,000. */
  readonly maxCost?: number;
  /** Megabytes of answers that are kept; 0: none; default: 64. */
  readonly cacheSize?: number;
  /** Megabytes of figures that are kept in memory, reports not counted; 0: none, nor reports; default: 256. */
  readonly figuresSize?: number;
  /** Milliseconds that what is under way gets when the server stops; default: 10 s. */
  readonly gracePeriod?: number;
}

export interface RunningServer {
  readonly url: string;
  /** Takes no new requests, waits for those under way, and cuts off what is left after the grace period. */
  close(): Promise<void>;
}

export const THIS_MACHINE = '127.0.0.1';
export const DEFAULT_TIMEOUT = 30;
export const DEFAULT_CACHE_SIZE = 64;
export const DEFAULT_FIGURES_SIZE = 256;
const MEGABYTE = 1_048_576;
const GRACE_PERIOD = 10_000;
/** Of a request's head, of all of it, and between two requests of a connection (longer than proxies keep theirs), in milliseconds. */
const RECEIVING = { headersTimeout: 20_000, requestTimeout: 60_000, keepAliveTimeout: 65_000 };
const READINESS_SECONDS = 2;

/**
 * Serves the API, its playground and exports.
 * @throws AppError PORT_BUSY; BAD_USER_INPUT where the host is not of this machine
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { port, host = THIS_MACHINE, logger = makeLogger('warn'), maxCost, gracePeriod = GRACE_PERIOD } = options;
  const http = Object.assign(createServer(), RECEIVING);
  const closeIdle = followConnections(http);
  let stopped: Promise<void> | undefined;
  const apollo = await makeApollo(logger, {
    plugins: [ApolloServerPluginDrainHttpServer({ httpServer: http, stopGracePeriodMillis: gracePeriod })],
    ...(maxCost !== undefined && { maxCost }),
  });
  await apollo.start();
  http.on('request', makeListener(apollo, { ...options, logger, isStopping: () => stopped !== undefined }));
  try {
    await listen(http, port, host);
  } catch (error) {
    await apollo.stop();
    throw error;
  }
  const stop = async (): Promise<void> => {
    closeIdle();
    await apollo.stop();
  };
  // Apollo leaves a second caller waiting for ever.
  const close = (): Promise<void> => (stopped ??= stop());
  return { url: `http://${nameHost(host)}:${(http.address() as AddressInfo).port}`, close };
}

interface Service extends ServerOptions {
  readonly logger: Logger;
  readonly isStopping: () => boolean;
}

/** Questions go past Express: with what stands before its routes it takes longer than to give an answer that is there. */
function makeListener(apollo: ApolloServer<Context>, service: Service): RequestListener {
  const { logger, origins = [], timeout = DEFAULT_TIMEOUT } = service;
  const { cacheSize = DEFAULT_CACHE_SIZE, figuresSize = DEFAULT_FIGURES_SIZE } = service;
  const holdings = withMemory({ store: service.store, reference: service.reference }, figuresSize * MEGABYTE);
  const answerQuestion = makeEndpoint({ ...holdings, apollo, timeout, cacheSize: cacheSize * MEGABYTE });
  const answerOthers = makeApp(service);
  const allow = allowOrigins(origins);
  const standing = makeStandingHeaders();
  return (request, response) => {
    const path = pathOf(request);
    identifyRequest(request, response);
    logRequest(logger, path, request, response);
    for (const [name, value] of standing) response.setHeader(name, value);
    allow(request, response, () => {
      if (path !== '/graphql' || wantsPage(request)) return answerOthers(request, response);
      answerQuestion(request, response).catch((error: Error) => answerError(error, response, { logger, path }));
    });
  };
}

/** Pages, exports and health. */
function makeApp({ store, reference, logger, isStopping }: Service): Express {
  const holdings = { store, reference };
  const checkReady = async (): Promise<void> => {
    await checkStore(holdings, AbortSignal.timeout(READINESS_SECONDS * 1_000)).catch((cause: unknown) => {
      const sentence = `expected a store that answers within ${READINESS_SECONDS} s, got none`;
      throw new AppError('STORE_UNAVAILABLE', sentence, {}, { cause });
    });
  };
  const app = express().set('case sensitive routing', true).set('strict routing', true).disable('x-powered-by');
  app.use(makeHealthRouter({ checkStore: checkReady, isStopping }), makePageRouter());
  app.use('/export', (_request, response, next) => {
    varyBy(response, 'release');
    next();
  });
  app.use('/export', makeExportRouter({ ...holdings, logger }));
  app.use(refusePath, answerErrors(logger));
  return app;
}

/** Without what stands behind the question mark; a proxy may send a whole address. */
function pathOf({ url = '' }: IncomingMessage): string {
  const path = url.startsWith('/') ? url : url.replace(/^[a-z]+:\/\/[^/]*/i, '');
  const end = path.indexOf('?');
  return end < 0 ? path : path.slice(0, end);
}

/** As it stands in an address that a browser opens. */
function nameHost(host: string): string {
  if (host === THIS_MACHINE || host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

/**
 * Whether the port can be had: what takes long should not be done before it is known.
 * @throws AppError as startServer
 */
export async function checkPort(port: number, host = THIS_MACHINE): Promise<void> {
  const probe = createServer();
  await listen(probe, port, host);
  await new Promise((resolve) => probe.close(resolve));
}

function listen(http: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    http.once('error', (error: NodeJS.ErrnoException) => reject(explainListening(error, port, host)));
    http.listen(port, host, () => resolve());
  });
}

function explainListening(error: NodeJS.ErrnoException, port: number, host: string): Error {
  const { code = '' } = error;
  if (code === 'EADDRINUSE')
    return new AppError('PORT_BUSY', `expected port ${port} to be free, got one that is in use`, { port });
  if (code === 'EACCES')
    return new AppError('BAD_USER_INPUT', `expected a port that may be opened, got ${port}`, { port });
  if (/^(?:EADDRNOTAVAIL|ENOTFOUND|EAI_\w+)$/.test(code))
    return new AppError('BAD_USER_INPUT', `expected a host of this machine, got ${JSON.stringify(host)}`, { host });
  return error;
}
