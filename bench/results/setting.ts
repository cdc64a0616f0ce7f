import { readFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import type { Client } from 'pg';
import type { BenchOptions } from '../measure/options.js';

/** On what it was measured, a line each. */
export async function describeSetting(client: Client, options: BenchOptions): Promise<readonly string[]> {
  const { rows } = await client.query<{
    version: string;
    items: string;
    reports: string;
    figures: string;
    size: string;
  }>(
    `SELECT current_setting('server_version') AS "version", pg_size_pretty(pg_database_size(current_database())) AS "size",
       (SELECT count(*) FROM "LineItem") AS "items", (SELECT count(*) FROM "Report") AS "reports",
       (SELECT count(*) FROM "DepartmentFigure") AS "figures"`,
  );
  const [store] = rows;
  const { rounds, seconds, connections } = options;
  return [
    `${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, PostgreSQL ${store?.version}, ${availableParallelism()} cores (${cpus()[0]?.model ?? 'unknown'}), load generator on the same`,
    `${count(store?.items)} line items of ${count(store?.reports)} reports, ${count(store?.figures)} ready figures of departments, ${store?.size}`,
    `${rounds} rounds of ${seconds} s a turn at ${connections.join(' and ')} connections`,
    `peers: ${PEERS.map((name) => `${name} ${versionOf(name)}`).join(', ')}`,
  ];
}

const PEERS = [
  'postgraphile',
  '@graphile/pg-aggregates',
  'postgraphile-plugin-connection-filter',
  '@prisma/client',
  '@apollo/server',
  'dataloader',
];

/** As it is installed for the benchmark, else for the product. */
function versionOf(name: string): string {
  for (const folder of ['bench/node_modules', 'node_modules']) {
    try {
      return (JSON.parse(readFileSync(`${folder}/${name}/package.json`, 'utf8')) as { version: string }).version;
    } catch {
      continue;
    }
  }
  return '(not installed)';
}

function count(text: string | undefined): string {
  return Number(text).toLocaleString('en');
}
