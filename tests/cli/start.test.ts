import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { copyEmptyStore } from '../support/embedded-template.js';
import { runCli, startCli, startNpm } from './run-cli.js';
import type { RunningCli } from './run-cli.js';

const READY = /^[^]*playground {2}(http:\S+)\/graphql[^]*stop with Ctrl-C\n/;
const TIMEOUT = 60_000;

/** One folder, from empty to filled; its processes follow one another. */
describe('npm start', () => {
  let folder = '';
  let env: Record<string, string> = {};
  const started: RunningCli[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'duizhao-start-'));
    env = { DUIZHAO_DATA: join(folder, 'store') };
  });
  afterAll(async () => {
    for (const running of started) running.signal('SIGTERM');
    await Promise.allSettled(started.map(({ ended }) => ended));
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }, TIMEOUT);

  const keep = (running: RunningCli): RunningCli => {
    started.push(running);
    return running;
  };

  let first: RunningCli;
  let url = '';

  it(
    'loads the five published reports into an empty folder and says what to open and how to stop',
    async () => {
      first = keep(startNpm(['start', '--', '--port', '0'], env));
      const [screen, address = ''] = await first.waitFor(READY);
      url = address;
      expect(screen).not.toContain('undefined');
      const { data } = await ask(url, '{ release { reports } departments { totalCount } }');
      expect(data).toEqual({ release: { reports: 5 }, departments: { totalCount: 5 } });
    },
    TIMEOUT,
  );

  it(
    'refuses a second process on the same folder, and the first goes on',
    async () => {
      const second = await runCli(['start', '--port', '0'], env);
      expect(second).toMatchObject({
        code: 3,
        stderr: expect.stringMatching(
          /^STORE_BUSY: expected \S+store to be free, got one that process \d+ has open: stop that one first\n$/,
        ),
      });
      expect((await ask(url, '{ release { reports } }')).data).toEqual({ release: { reports: 5 } });
    },
    TIMEOUT,
  );

  it(
    'ends with 0 on SIGTERM, and nothing of it goes on running behind npm',
    async () => {
      first.signal('SIGTERM');
      expect(await first.ended).toMatchObject({ code: 0, stdout: expect.stringContaining('stopping') });
      await expect(fetch(`${url}/healthz`)).rejects.toThrow();
    },
    TIMEOUT,
  );

  it(
    'says that a port is in use, with exit code 3',
    async () => {
      const occupant = createServer();
      await new Promise<void>((resolve) => occupant.listen(0, '127.0.0.1', resolve));
      const { port } = occupant.address() as AddressInfo;
      const { code, stderr } = await runCli(['start'], { ...env, PORT: String(port) });
      await new Promise((resolve) => occupant.close(resolve));
      expect({ code, stderr }).toEqual({
        code: 3,
        stderr: `PORT_BUSY: expected port ${port} to be free, got one that is in use\n`,
      });
    },
    TIMEOUT,
  );

  it(
    'starts again on what is there without loading anything, and ends with 0 on a Ctrl-C that comes twice',
    async () => {
      const again = keep(startCli(['start', '--port', '0'], env));
      const [screen] = await again.waitFor(READY);
      expect(screen).toContain('5 reports, ');
      again.signal('SIGINT');
      again.signal('SIGINT');
      const { code, stdout, stderr } = await again.ended;
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).not.toMatch(/^ {2}1\/\d/m);
    },
    TIMEOUT,
  );

  it(
    'stops with all reports or none when a signal comes during the first load, and has them all the next time',
    async () => {
      const own = { DUIZHAO_DATA: join(folder, 'another') };
      await copyEmptyStore(own.DUIZHAO_DATA);
      const loading = keep(startCli(['start', '--port', '0'], own));
      await loading.waitFor(/^ {2}1\/5 /m);
      loading.signal('SIGTERM');
      const { code, stdout, stderr } = await loading.ended;
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).not.toContain('ready after');
      const again = keep(startCli(['start', '--port', '0'], own));
      const [screen] = await again.waitFor(READY);
      expect(screen).toContain('5 reports, ');
      again.signal('SIGTERM');
      await again.ended;
    },
    TIMEOUT,
  );
});

async function ask(url: string, query: string): Promise<{ data: unknown }> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return (await response.json()) as { data: unknown };
}
