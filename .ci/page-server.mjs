// What the scripts that look at the page need: a server with the five reports, and a browser.
import { spawn } from 'node:child_process';
import { chromium } from 'playwright-core';

const QUIET = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'];
const NO_CALLS = ['--disable-background-networking', '--disable-component-update', '--disable-sync'];

export function openBrowser() {
  const executablePath = process.env.CHROMIUM || '/usr/bin/chromium';
  return chromium.launch({ executablePath, args: [...QUIET, ...NO_CALLS] });
}

/** A server on a store of its own, where it listens, and its end. */
export async function startServer(folder, command = ['start']) {
  const env = { ...process.env, DUIZHAO_DATA: folder, DATABASE_URL: '' };
  const child = spawn(process.execPath, ['dist/cli/main.js', ...command, '--port', '0'], { env });
  const ended = new Promise((resolve) => child.once('close', resolve));
  const origin = await new Promise((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (chunk) => {
      said += chunk;
      const [, found] = /(http:\/\/[\w.:]+)\/graphql/.exec(said) ?? [];
      if (found) resolve(found);
    });
    child.stderr.on('data', (chunk) => (said += chunk));
    void ended.then(() => reject(new Error(`expected a server, got: ${said}`)));
  });
  return { child, ended, origin };
}
