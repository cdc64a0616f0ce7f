import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe } from '@jest/globals';
import { chromium } from 'playwright-core';
import type { BrowserContext, BrowserContextOptions } from 'playwright-core';

const CHROMIUM = process.env['CHROMIUM'] || '/usr/bin/chromium';
const QUIET = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'];
const NO_CALLS = ['--disable-background-networking', '--disable-component-update', '--disable-sync'];
/** Any host but our own fails at once, also where no listener would see the request. */
const NO_OTHER_HOST = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost';

/** A browser with a profile of its own, and what it asked for and complained of. */
export interface OpenBrowser {
  readonly context: BrowserContext;
  /** Addresses, those of pictures drawn by the page itself left out. */
  readonly requested: string[];
  /** Errors of scripts, of the content policy, of files that did not come. */
  readonly complaints: string[];
  close(): Promise<void>;
}

/** Tests that need a browser; without one they are skipped, and it is said. */
export function describeInBrowser(name: string, tests: () => void): void {
  const hasBrowser = existsSync(CHROMIUM);
  // jest shows no console of a suite that is skipped whole.
  if (!hasBrowser) process.stderr.write(`no browser at ${CHROMIUM}: the tests of ${name} are skipped\n`);
  (hasBrowser ? describe : describe.skip)(name, tests);
}

export async function openBrowser(options: BrowserContextOptions = {}): Promise<OpenBrowser> {
  const folder = await mkdtemp(join(tmpdir(), 'duizhao-browser-'));
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: CHROMIUM,
    args: [...QUIET, ...NO_CALLS, NO_OTHER_HOST],
    viewport: { width: 1440, height: 900 },
    acceptDownloads: true,
    ...options,
  });
  context.setDefaultTimeout(20_000);
  const requested: string[] = [];
  const complaints: string[] = [];
  context.on('request', (request) => {
    if (!/^(?:data|blob):/.test(request.url())) requested.push(request.url());
  });
  context.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  context.on('weberror', (error) => complaints.push(String(error.error())));
  return {
    context,
    requested,
    complaints,
    close: async () => {
      await context.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}
