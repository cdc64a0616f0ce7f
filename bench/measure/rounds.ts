import { setTimeout } from 'node:timers/promises';
import type { Client } from 'pg';
import type { Asked, Contender, Question } from '../questions/question.js';
import type { Sample } from '../questions/sample.js';
import { readCpu } from './cpu.js';
import type { Cpu } from './cpu.js';
import { runLoad } from './load.js';
import type { Length } from './load.js';
import type { Server } from './server.js';

/** Who had a turn, and whether what was asked had been asked before. */
export interface Turn {
  readonly question: string;
  readonly contender: Contender;
  readonly asked: 'FIRST' | 'AGAIN';
  readonly connections: number;
}

/** What came of a turn. */
export interface Run extends Turn {
  readonly round: number;
  /** Answers a second. */
  readonly rate: number;
  /** CPU of one answer in milliseconds. */
  readonly cpu: Cpu;
  /** Median, and that of the slowest hundredth. */
  readonly milliseconds: { readonly median: number; readonly slow: number };
}

interface Course {
  readonly questions: readonly Question[];
  readonly sample: Sample;
  readonly servers: ReadonlyMap<Contender, Server>;
  readonly client: Client;
  readonly rounds: number;
  readonly seconds: number;
  readonly connections: readonly number[];
  readonly signal: AbortSignal;
  readonly say: (line: string) => void;
}

/** So many that a turn rarely comes to the first of them again; where it does, another variable makes it another request. */
const VARIETY = 2_000;
const WARMING_SECONDS = 1;
/** Milliseconds. */
const LOOK_EVERY = 20;
/** Apart for each turn, more than any turn can ask. */
const STRIDE = 1_000_000;

/** Rounds of turns, each round beginning with another contender; a turn of each goes before, uncounted, and says how long the others last. */
export async function runRounds(course: Course): Promise<readonly Run[]> {
  const { questions, servers, connections, rounds, say } = course;
  const runs: Run[] = [];
  let firstAsked = 0;
  for (const question of questions) {
    const requests = makeRequests(question, course.sample);
    const turns = turnsOf(question.key, [...servers.keys()], connections);
    const run = (turn: Turn, length: Length): Promise<Omit<Run, 'round'>> =>
      runTurn(course, turn, { requests: requests[turn.contender], length, firstAsked: (firstAsked += STRIDE) });
    const lengths = new Map<Turn, Length>();
    for (const turn of turns) {
      // Who reads a large store into memory is slow at first: that says nothing of how long the next turns have to last.
      await run(turn, { seconds: WARMING_SECONDS });
      const { rate } = await run(turn, { seconds: WARMING_SECONDS });
      lengths.set(turn, rate < turn.connections ? { answers: 2 * turn.connections } : { seconds: course.seconds });
    }
    for (let round = 0; round < rounds; round += 1) {
      for (const turn of rotate(turns, round))
        runs.push({ ...(await run(turn, lengths.get(turn) ?? { seconds: course.seconds })), round });
      say(`${question.key}: round ${round + 1} of ${rounds}`);
    }
  }
  return runs;
}

function makeRequests(question: Question, sample: Sample) {
  const forms = Array.from({ length: VARIETY }, (_, nth) => question.make(sample, nth));
  const of = (contender: Contender) => forms.map((form) => form[contender].asked);
  return { product: of('product'), floor: of('floor'), postgraphile: of('postgraphile'), prisma: of('prisma') };
}

function turnsOf(question: string, contenders: readonly Contender[], connections: readonly number[]): readonly Turn[] {
  return connections.flatMap((count) => [
    ...contenders.map((contender): Turn => ({ question, contender, asked: 'FIRST', connections: count })),
    { question, contender: 'product', asked: 'AGAIN', connections: count },
  ]);
}

function rotate<T>(all: readonly T[], by: number): readonly T[] {
  const first = by % all.length;
  return [...all.slice(first), ...all.slice(0, first)];
}

interface Work {
  readonly requests: readonly Asked[];
  readonly length: Length;
  readonly firstAsked: number;
}

async function runTurn({ servers, client, signal }: Course, turn: Turn, work: Work): Promise<Omit<Run, 'round'>> {
  const server = servers.get(turn.contender);
  if (!server) throw new Error(`expected a contender that was started, got ${turn.contender}`);
  const { asked, connections } = turn;
  const stop = await readCpu(client, server.pid);
  const load = { ...work, url: server.url, connections, firstAsked: asked === 'AGAIN' ? null : work.firstAsked };
  const { answers, seconds, milliseconds } = await runLoad(load, signal);
  await untilIdle(client);
  const cpu = await stop();
  return {
    ...turn,
    rate: answers / seconds,
    cpu: { server: cpu.server / answers, database: cpu.database === null ? null : cpu.database / answers },
    milliseconds,
  };
}

/** What was asked last may still be worked at; the next turn is not to pay for it. */
async function untilIdle(client: Client): Promise<void> {
  for (;;) {
    const { rows } = await client.query<{ active: string }>(
      `SELECT count(*) AS "active" FROM pg_stat_activity
       WHERE "datname" = current_database() AND "backend_type" = 'client backend' AND "state" = 'active'
         AND "pid" <> pg_backend_pid()`,
    );
    if (rows[0]?.active === '0') return;
    await setTimeout(LOOK_EVERY);
  }
}
