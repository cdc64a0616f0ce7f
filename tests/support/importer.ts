import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { encodeSeed } from '../../src/app/seed-records.js';
import type { Report } from '../../src/domain/report.js';
import type { StoreLocation } from '../../src/store/open-store.js';
import { SHORT_LIVED } from './short-lived.js';

/** Reports as a folder of seed files, for other processes to import. */
export async function writeReports(reports: readonly Report[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'duizhao-reports-'));
  for (const [index, report] of reports.entries())
    await writeFile(join(folder, `${String(index).padStart(4, '0')}.ndjson`), encodeSeed(report));
  return folder;
}

export interface Importer {
  readonly process: ChildProcess;
  /** All lines said so far. */
  readonly lines: readonly string[];
  /** Waits for a line that fits, or for the end. */
  waitFor(pattern: RegExp): Promise<void>;
  readonly ended: Promise<void>;
}

/** Another process, of the built code, that imports the reports of a folder: one after the other, or as other documents each round, all at once. */
export function startImporter(
  location: StoreLocation,
  folder: string,
  rounds = Infinity,
  way: 'ONE_BY_ONE' | 'TOGETHER' = 'ONE_BY_ONE',
): Importer {
  const loop = ['tests/support/import-loop.mjs', JSON.stringify(location), folder, String(rounds)];
  const args = way === 'TOGETHER' ? [...loop, 'together'] : loop;
  const child = spawn(process.execPath, [...SHORT_LIVED, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines: string[] = [];
  const reader = createInterface({ input: child.stdout });
  reader.on('line', (line) => lines.push(line));
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const waitFor = (pattern: RegExp): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (lines.some((line) => pattern.test(line))) resolve();
      };
      reader.on('line', look);
      void ended.then(resolve);
      look();
    });
  return { process: child, lines, waitFor, ended };
}
