import type { IncomingMessage, OutgoingHttpHeader, ServerResponse } from 'node:http';
import cors from 'cors';
import helmet from 'helmet';

const DAY_SECONDS = 86_400;

/** One step of an answer; `next` where the answer does not end with it. */
export type Step = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/**
 * What browsers are told: scripts from here alone, no frames. Nothing that makes sense over TLS only (HSTS, upgrades, isolation), which
 * whoever ends TLS in front has to add. Styles may stand in the page because the playground's editor writes its own.
 */
const secure = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:'],
      fontSrc: ["'self'", 'data:'],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
  },
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
