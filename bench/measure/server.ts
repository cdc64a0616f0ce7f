import { spawn } from 'node:child_process';
import { open, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Contender } from '../questions/question.js';

/** A contender that answers. */
export interface Server {
  readonly pid: number;
  readonly url: string;
  readonly stop: () => Promise<void>;
}

const READY_SECONDS = 120;
const STOP_SECONDS = 5;
/** Milliseconds. */
const LOOK_EVERY = 50;

interface Program {
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

const PRODUCTION = { NODE_ENV: 'production', GRAPHILE_ENV: 'production' };

/** As each is served: the product by its own command with all its defaults, the others in production. */
const PROGRAMS: Readonly<Record<Contender, Program>> = {
  product: { args: ['--max-semi-space-size=64', 'dist/cli/main.js', 'serve'], environment: {} },
  floor: { args: ['dist/bench/floor.js'], environment: PRODUCTION },
  postgraphile: { args: ['bench/peers/postgraphile.mjs'], environment: PRODUCTION },
  prisma: { args: ['dist/bench/prisma.js'], environment: PRODUCTION },
};

/**
 * Starts one, its output in a file of its own below `logs`.
 * @throws Error where it ends, or does not say within two minutes that it is ready
 */
export async function startServer(
  contender: Contender,
  databaseUrl: string,
  logs: string,
  signal: AbortSignal,
): Promise<Server> {
  const { args, environment } = PROGRAMS[contender];
  const port = await findPort();
  const file = join(logs, `${contender}.log`);
  await writeFile(file, '');
  const log = await open(file, 'a');
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...environment, DATABASE_URL: databaseUrl, PORT: String(port), HOST: '127.0.0.1' },
    stdio: ['ignore', log.fd, log.fd],
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  await log.close();
  const hasEnded = (): boolean => child.exitCode !== null || child.signalCode !== null;
  const stop = async (): Promise<void> => {
    if (!hasEnded()) child.kill('SIGTERM');
    const late = setTimeout(() => child.kill('SIGKILL'), STOP_SECONDS * 1_000);
    await ended;
    clearTimeout(late);
  };
  const latest = performance.now() + READY_SECONDS * 1_000;
  while (!(await readFile(file, 'utf8')).includes('ready')) {
    if (hasEnded() || signal.aborted || performance.now() > latest || child.pid === undefined) {
      await stop();
      throw new Error(`expected ${contender} to be ready within ${READY_SECONDS} s, got what ${file} says`);
    }
    await sleep(LOOK_EVERY);
  }
  return { pid: child.pid ?? NaN, url: `http://127.0.0.1:${port}`, stop };
}

/** One that is free now. */
async function findPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
