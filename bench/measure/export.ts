import { readFileSync } from 'node:fs';
import { get } from 'node:http';
import type { Client } from 'pg';
import type { Sample } from '../questions/sample.js';
import type { Server } from './server.js';

/** What writing 100,000 rows or a few more took. */
export interface Exported {
  readonly contender: 'product' | 'floor';
  readonly round: number;
  readonly rows: number;
  readonly bytes: number;
  readonly milliseconds: number;
  /** Until the first byte of the body. */
  readonly first: number;
  /** By which the process grew at most, in megabytes. */
  readonly growth: number;
}

const ROWS = 100_000;
const LINE_FEED = '\n'.charCodeAt(0);
const LOOK_EVERY = 10;

interface Course {
  readonly sample: Sample;
  readonly product: Server;
  readonly floor: Server;
  readonly client: Client;
  readonly rounds: number;
}

/**
 * The line items of so many districts that there are 100,000, by turns; one turn of each goes before, uncounted.
 * @throws Error where the two write different numbers of rows
 */
export async function measureExports({ sample, product, floor, client, rounds }: Course): Promise<readonly Exported[]> {
  const districts = await gatherDistricts(client, sample.districts);
  const where = encodeURIComponent(JSON.stringify({ district: { in: districts } }));
  const turns = [
    { contender: 'product', server: product, path: `/export/line-items.ndjson?where=${where}` },
    { contender: 'floor', server: floor, path: `/export?districts=${districts.join()}` },
  ] as const;
  const exported: Exported[] = [];
  for (let round = -1; round < rounds; round += 1) {
    for (const { contender, server, path } of round % 2 === 0 ? turns : [...turns].reverse()) {
      const own = { contender, round, ...(await readExport(server, path)) };
      if (round >= 0) exported.push(own);
    }
  }
  const [one, other] = exported;
  if (one?.rows !== other?.rows) throw new Error(`expected the same rows, got ${one?.rows} and ${other?.rows}`);
  return exported;
}

async function gatherDistricts(client: Client, districts: readonly string[]): Promise<readonly string[]> {
  const { rows } = await client.query<{ code: string; count: string }>(
    'SELECT "districtCode" AS "code", count(*) FROM "LineItem" WHERE "current" GROUP BY 1',
  );
  const counts = new Map(rows.map(({ code, count }) => [code, Number(count)]));
  let sum = 0;
  return districts.filter((code) => {
    const isWanted = sum < ROWS;
    if (isWanted) sum += counts.get(code) ?? 0;
    return isWanted;
  });
}

async function readExport(server: Server, path: string): Promise<Omit<Exported, 'contender' | 'round'>> {
  const before = memoryOf(server.pid);
  let greatest = before;
  const look = setInterval(() => (greatest = Math.max(greatest, memoryOf(server.pid))), LOOK_EVERY);
  const start = performance.now();
  let [rows, bytes, first] = [0, 0, 0];
  try {
    await new Promise<void>((resolve, reject) => {
      get(`${server.url}${path}`, (response) => {
        response.on('data', (part: Buffer) => {
          first ||= performance.now() - start;
          bytes += part.length;
          for (let at = part.indexOf(LINE_FEED); at >= 0; at = part.indexOf(LINE_FEED, at + 1)) rows += 1;
        });
        response.on('error', reject).on('end', resolve);
      }).on('error', reject);
    });
  } finally {
    clearInterval(look);
  }
  return { rows, bytes, milliseconds: performance.now() - start, first, growth: greatest - before };
}

/** In megabytes. */
function memoryOf(pid: number): number {
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
}
