import { DEFAULT_CACHE_SIZE, DEFAULT_FIGURES_SIZE, DEFAULT_TIMEOUT, LOG_LEVELS, THIS_MACHINE } from '../api/server.js';
import type { LogLevel } from '../api/server.js';
import { AppError } from '../domain/app-error.js';
import { readCount, refuseSetting } from './environment.js';

const DEFAULT_PORT = 4000;

/** How to serve, as the operator set it. */
export interface ServerSettings {
  readonly port: number;
  readonly host: string;
  readonly origins: readonly string[];
  /** Seconds. */
  readonly timeout: number;
  readonly maxCost?: number;
  /** Megabytes of answers that are kept; 0: none. */
  readonly cacheSize: number;
  /** Megabytes of figures that are kept in memory; 0: none. */
  readonly figuresSize: number;
  readonly logLevel: LogLevel;
}

/**
 * Settings from the environment; the port from the option before that.
 * @throws AppError BAD_USER_INPUT
 */
export function readSettings(port: string | undefined): ServerSettings {
  const maxCost = readCount('DUIZHAO_MAX_COST', 1_000_000_000);
  return {
    port: readPort(port),
    host: process.env['HOST'] || THIS_MACHINE,
    origins: readOrigins(),
    timeout: readCount('DUIZHAO_TIMEOUT', 3_600) ?? DEFAULT_TIMEOUT,
    cacheSize: readCount('DUIZHAO_CACHE_SIZE', 1_000_000, 0) ?? DEFAULT_CACHE_SIZE,
    figuresSize: readCount('DUIZHAO_FIGURES_SIZE', 1_000_000, 0) ?? DEFAULT_FIGURES_SIZE,
    logLevel: readLogLevel(),
    ...(maxCost !== undefined && { maxCost }),
  };
}

function readPort(option: string | undefined): number {
  const text = option ?? process.env['PORT'] ?? String(DEFAULT_PORT);
  const port = /^\d{1,5}$/.test(text) ? Number(text) : -1;
  if (port < 0 || port > 65_535)
    throw new AppError('BAD_USER_INPUT', `expected a port between 0 and 65535, got ${JSON.stringify(text)}`);
  return port;
}

function readLogLevel(): LogLevel {
  const text = process.env['LOG_LEVEL'] || 'info';
  const level = LOG_LEVELS.find((own) => own === text);
  if (!level) throw refuseSetting('LOG_LEVEL', `one of ${LOG_LEVELS.join(', ')}`, text);
  return level;
}

/** `*` is all sites. */
function readOrigins(): string[] {
  const origins = (process.env['DUIZHAO_CORS_ORIGINS'] ?? '')
    .split(',')
    .map((text) => text.trim())
    .filter((text) => text !== '');
  const wrong = origins.find((text) => text !== '*' && (!URL.canParse(text) || new URL(text).origin !== text));
  if (wrong !== undefined) throw refuseSetting('DUIZHAO_CORS_ORIGINS', 'origins like https://example.org, or *', wrong);
  return origins;
}
