import { existsSync, readFileSync, readdirSync } from 'node:fs';
import type { Client } from 'pg';

/** Milliseconds of CPU, of the server and of the database's processes for it; null: on another machine. */
export interface Cpu {
  readonly server: number;
  readonly database: number | null;
}

const NANOSECONDS = 1e6;

/** Takes the time of a server and of all backends of the database but our own: only one contender works at a time. */
export async function readCpu(client: Client, serverPid: number): Promise<() => Promise<Cpu>> {
  const backends = async (): Promise<Map<number, number>> => {
    const { rows } = await client.query<{ pid: number }>(
      'SELECT "pid" FROM pg_stat_activity WHERE "datname" = current_database() AND "pid" <> pg_backend_pid()',
    );
    return new Map(rows.map(({ pid }) => [pid, timeOf(pid)]));
  };
  const [server, before] = [timeOf(serverPid), await backends()];
  return async () => {
    const after = await backends();
    const isHere = [...after.keys()].every((pid) => existsSync(`/proc/${pid}`));
    const spent = [...after].map(([pid, time]) => time - (before.get(pid) ?? 0));
    return {
      server: timeOf(serverPid) - server,
      database: isHere ? spent.reduce((sum, own) => sum + own, 0) : null,
    };
  };
}

/** What all threads of a process have used since it began, to the nanosecond; 0: it is gone. */
function timeOf(pid: number): number {
  try {
    const threads = readdirSync(`/proc/${pid}/task`);
    return threads.reduce((sum, thread) => sum + Number(readTime(`/proc/${pid}/task/${thread}/schedstat`)), 0);
  } catch {
    return 0;
  }
}

function readTime(file: string): number {
  const [nanoseconds = '0'] = readFileSync(file, 'utf8').split(' ');
  return Number(nanoseconds) / NANOSECONDS;
}
