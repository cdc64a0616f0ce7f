import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readSettings } from '../../../src/cli/server-settings.js';

const NAMES = [
  'HOST',
  'PORT',
  'LOG_LEVEL',
  'DUIZHAO_CORS_ORIGINS',
  'DUIZHAO_TIMEOUT',
  'DUIZHAO_MAX_COST',
  'DUIZHAO_CACHE_SIZE',
  'DUIZHAO_FIGURES_SIZE',
];

describe('Settings of the server', () => {
  let before: NodeJS.ProcessEnv;
  beforeEach(() => {
    before = process.env;
    process.env = Object.fromEntries(Object.entries(before).filter(([name]) => !NAMES.includes(name)));
  });
  afterEach(() => {
    process.env = before;
  });

  it('are those of README and operations.md where nothing is set', () => {
    expect(readSettings(undefined)).toEqual({
      port: 4000,
      host: '127.0.0.1',
      origins: [],
      timeout: 30,
      cacheSize: 64,
      figuresSize: 256,
      logLevel: 'info',
    });
  });

  it('are what the environment says, the port what the option says', () => {
    Object.assign(process.env, { HOST: '0.0.0.0', PORT: '80', LOG_LEVEL: 'warn', DUIZHAO_MAX_COST: '7' });
    Object.assign(process.env, {
      DUIZHAO_CORS_ORIGINS: 'https://example.org, http://localhost:5173',
      DUIZHAO_TIMEOUT: '5',
      DUIZHAO_CACHE_SIZE: '0',
      DUIZHAO_FIGURES_SIZE: '16',
    });
    expect(readSettings('0')).toEqual({
      port: 0,
      host: '0.0.0.0',
      origins: ['https://example.org', 'http://localhost:5173'],
      timeout: 5,
      maxCost: 7,
      cacheSize: 0,
      figuresSize: 16,
      logLevel: 'warn',
    });
  });

  it.each([
    ['PORT', '4000a', 'a port between 0 and 65535'],
    ['PORT', '65536', 'a port between 0 and 65535'],
    ['LOG_LEVEL', 'loud', 'LOG_LEVEL to be one of silent, fatal, error, warn, info, debug, trace'],
    ['DUIZHAO_CORS_ORIGINS', 'example.org', 'DUIZHAO_CORS_ORIGINS to be origins like https://example.org, or *'],
    [
      'DUIZHAO_CORS_ORIGINS',
      'https://example.org/',
      'DUIZHAO_CORS_ORIGINS to be origins like https://example.org, or *',
    ],
    ['DUIZHAO_TIMEOUT', '0', 'DUIZHAO_TIMEOUT to be a whole number between 1 and 3600'],
    ['DUIZHAO_TIMEOUT', 'soon', 'DUIZHAO_TIMEOUT to be a whole number between 1 and 3600'],
    ['DUIZHAO_CACHE_SIZE', '-1', 'DUIZHAO_CACHE_SIZE to be a whole number between 0 and 1000000'],
    ['DUIZHAO_MAX_COST', '1e6', 'DUIZHAO_MAX_COST to be a whole number between 1 and 1000000000'],
  ])('refuse %s=%s', (name, value, expected) => {
    process.env[name] = value;
    expect(() => readSettings(undefined)).toThrow(`expected ${expected}, got "${value}"`);
  });
});
