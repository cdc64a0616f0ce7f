import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { SHORT_LIVED } from '../support/short-lived.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
export const MAIN = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

export interface CliResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunningCli {
  /** The first match of `pattern` in what it prints; fails where it ends without. */
  waitFor(pattern: RegExp): Promise<RegExpExecArray>;
  signal(signal: 'SIGINT' | 'SIGTERM'): void;
  readonly ended: Promise<CliResult>;
}

/** Runs the built command line as a user would; the environment of the tests' databases is not handed on. */
export function runCli(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<CliResult> {
  return startCli(args, env).ended;
}

/** Starts the built command line and leaves it running. */
export function startCli(args: readonly string[], env: Readonly<Record<string, string>> = {}): RunningCli {
  return start(process.execPath, [...SHORT_LIVED, MAIN, ...args], env);
}

/** `npm …`, as the README says it. */
export function startNpm(args: readonly string[], env: Readonly<Record<string, string>>): RunningCli {
  return start('npm', args, env);
}

function start(command: string, args: readonly string[], env: Readonly<Record<string, string>>): RunningCli {
  const { DATABASE_URL: _url, PORT: _port, DUIZHAO_DATA: _data, ...rest } = process.env;
  const child = spawn(command, args, { cwd: ROOT, env: { ...rest, NODE_OPTIONS: '', ...env } });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const ended = new Promise<CliResult>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, stdout, stderr }));
  });
  return {
    ended,
    signal: (signal) => void child.kill(signal),
    waitFor: (pattern) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const match = pattern.exec(stdout);
          if (match) resolve(match);
        };
        child.stdout.on('data', look);
        ended.then(
          ({ code }) => reject(new Error(`expected ${pattern}, got the end (${code}): ${stdout}${stderr}`)),
          reject,
        );
        look();
      }),
  };
}
