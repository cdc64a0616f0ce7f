import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { loadReference } from '../../app/load-reference.js';
import { readDocument } from '../../app/read-document.js';
import { SEED_FOLDER, seedFileName } from '../../app/seed-files.js';
import { encodeSeed } from '../../app/seed-records.js';
import type { ExitCode } from '../exit-codes.js';
import { EXIT_CODES } from '../exit-codes.js';
import { listGivenFolder, readGivenFile } from '../given-paths.js';

/** Writes the seeds anew from the published documents of a folder: what the reader reads of them now. */
export async function runWriteSeeds(folder: string): Promise<ExitCode> {
  const reference = loadReference();
  const names = (await listGivenFolder(folder)).filter((name) => name.endsWith('.txt'));
  await mkdir(SEED_FOLDER, { recursive: true });
  for (const name of names) {
    const report = await readDocument(await readGivenFile(join(folder, name)), reference);
    const target = new URL(seedFileName(report), SEED_FOLDER);
    await writeFile(target, encodeSeed(report));
    process.stderr.write(`${name} → ${fileURLToPath(target)}: ${report.lineItems.length} figures\n`);
  }
  return EXIT_CODES.DONE;
}
