import cors from 'cors';
import type { RequestHandler } from 'express';
import helmet from 'helmet';

const DAY_SECONDS = 86_400;

/**
 * What browsers are told: scripts from here alone, no frames. Nothing that makes sense over TLS only (HSTS, upgrades, isolation), which
 * whoever ends TLS in front has to add. Styles may stand in the page because the playground's editor writes its own.
 */
export function secureHeaders(): RequestHandler {
  return helmet({
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
    xPoweredBy: true,
  });
}

/** Who keeps an answer or a file asks whether it is still the same: figures change with imports, files with versions under one name. */
export const forbidStaleness: RequestHandler = (_request, response, next) => {
  response.setHeader('cache-control', 'no-cache');
  next();
};

/** One address gives other answers for another release. */
export const varyByRelease: RequestHandler = (_request, response, next) => {
  response.vary('release');
  next();
};

/** Which other sites' pages may read answers; `*`: all, none: none. Nothing is ever sent with credentials. */
export function allowOrigins(origins: readonly string[]): RequestHandler {
  return cors({
    origin: origins.includes('*') ? '*' : [...origins],
    methods: ['GET', 'HEAD', 'POST'],
    exposedHeaders: ['x-request-id', 'content-disposition', 'release', 'retry-after'],
    maxAge: DAY_SECONDS,
  });
}
