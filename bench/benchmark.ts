import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { describeFailure } from '../src/cli/exit-codes.js';
import { catchSignals } from '../src/cli/stop-signals.js';
import { checkAnswers } from './measure/check.js';
import type { Answered } from './measure/check.js';
import { measureExports } from './measure/export.js';
import { EXPORT_KEY, readOptions } from './measure/options.js';
import type { BenchOptions } from './measure/options.js';
import { runRounds } from './measure/rounds.js';
import { startServer } from './measure/server.js';
import type { Server } from './measure/server.js';
import { countStatements } from './measure/statement-count.js';
import { QUESTIONS } from './questions/all.js';
import type { Contender } from './questions/question.js';
import { readSample } from './questions/sample.js';
import { writeMarkdown } from './results/markdown.js';
import { describeSetting } from './results/setting.js';

process.chdir(join(import.meta.dirname, '../..'));
try {
  await benchmark(readOptions(process.argv.slice(2)));
} catch (error) {
  const { code, line } = describeFailure(error);
  if (line !== null) process.stderr.write(`${line}\n`);
  process.exitCode = code;
}

/** Checks that all give the same answers, then measures, then says what came of it; ends what it started whatever happens. */
async function benchmark(options: BenchOptions): Promise<void> {
  const signal = catchSignals();
  const logs = await mkdtemp(join(tmpdir(), 'duizhao-bench-'));
  const client = new Client({ connectionString: options.databaseUrl });
  try {
    await client.connect();
    const text = await measure(options, { client, logs, signal });
    process.stdout.write(text);
    if (options.out !== null) await writeFile(options.out, text);
    await rm(logs, { recursive: true });
  } finally {
    await client.end();
  }
}

interface Surroundings {
  readonly client: Client;
  readonly logs: string;
  readonly signal: AbortSignal;
}

async function measure(options: BenchOptions, { client, logs, signal }: Surroundings): Promise<string> {
  const { databaseUrl, rounds, seconds, connections, contenders } = options;
  const say = (line: string): void => void process.stderr.write(`${line}\n`);
  say(`what the servers write is in ${logs}`);
  const sample = await readSample(client);
  const questions = QUESTIONS.filter(({ key }) => options.questions.includes(key));
  const answered = new Map<string, ReadonlyMap<Contender, Answered>>();
  const database = await countStatements(databaseUrl);
  try {
    await withServers(
      contenders,
      (name) => startServer(name, database.databaseUrl, logs, signal),
      async (servers) => {
        for (const question of questions) {
          answered.set(question.key, await checkAnswers({ question, sample, servers, database }));
          say(`${question.key}: the same answers`);
        }
      },
    );
  } finally {
    await database.close();
  }
  return withServers(
    contenders,
    (name) => startServer(name, databaseUrl, logs, signal),
    async (servers) => {
      const runs = await runRounds({ questions, sample, servers, client, rounds, seconds, connections, signal, say });
      const [product, floor] = [servers.get('product'), servers.get('floor')];
      const exports =
        options.questions.includes(EXPORT_KEY) && product && floor
          ? await measureExports({ sample, product, floor, client, rounds })
          : [];
      return writeMarkdown({ setting: await describeSetting(client, options), questions, answered, runs, exports });
    },
  );
}

async function withServers<T>(
  contenders: readonly Contender[],
  start: (contender: Contender) => Promise<Server>,
  work: (servers: ReadonlyMap<Contender, Server>) => Promise<T>,
): Promise<T> {
  const servers = new Map<Contender, Server>();
  try {
    for (const contender of contenders) servers.set(contender, await start(contender));
    return await work(servers);
  } finally {
    await Promise.all([...servers.values()].map(({ stop }) => stop()));
  }
}
