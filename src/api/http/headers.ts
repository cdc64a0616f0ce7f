import type { IncomingMessage, OutgoingHttpHeader, ServerResponse } from 'node:http';
import cors from 'cors';
import helmet from 'helmet';

const DAY_SECONDS = 86_400;

/** One step of an answer; `next` where the answer does not end with it. */
export type Step = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** Scripts, styles and answers from here alone, no frames; images also as the page itself draws them. */
const SOURCES = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  fontSrc: ["'self'", 'data:'],
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
};

/**
 * What browsers are told. Nothing that makes sense over TLS only (HSTS, upgrades, isolation), which whoever ends TLS in front has to
 * add.
 */
const secure = helmet({
  contentSecurityPolicy: { useDefaults: false, directives: SOURCES },
  strictTransportSecurity: false,
  crossOriginOpenerPolicy: false,
  originAgentCluster: false,
  xFrameOptions: { action: 'deny' },
  xPoweredBy: false,
});

/**
 * The headers that stand on every answer. Who keeps an answer or a file asks whether it is still the same: figures change with imports, files with
 * versions under one name.
 */
export function makeStandingHeaders(): readonly (readonly [name: string, value: OutgoingHttpHeader])[] {
  const headers = new Map<string, OutgoingHttpHeader>([['cache-control', 'no-cache']]);
  const collect = {
    setHeader: (name: string, value: OutgoingHttpHeader) => void headers.set(name.toLowerCase(), value),
  };
  secure({} as IncomingMessage, collect as unknown as ServerResponse, () => undefined);
  return [...headers];
}

const withInlineStyles = helmet.contentSecurityPolicy({
  useDefaults: false,
  directives: { ...SOURCES, styleSrc: ["'self'", "'unsafe-inline'"] },
});

/** The playground's editor writes styles of its own into the page. */
export function allowInlineStyles(response: ServerResponse): void {
  withInlineStyles({} as IncomingMessage, response, () => undefined);
}

/** Says that one address gives other answers for other values of these headers. */
export function varyBy(response: ServerResponse, names: string): void {
  const before = response.getHeader('vary');
  response.setHeader('vary', before === undefined ? names : `${String(before)}, ${names}`);
}

/** Which other sites' pages may read answers; `*`: all, none: none. Nothing is ever sent with credentials. */
export function allowOrigins(origins: readonly string[]): Step {
  return cors({
    origin: origins.includes('*') ? '*' : [...origins],
    methods: ['GET', 'HEAD', 'POST'],
    exposedHeaders: ['x-request-id', 'content-disposition', 'release', 'retry-after'],
    maxAge: DAY_SECONDS,
  }) as Step;
}
