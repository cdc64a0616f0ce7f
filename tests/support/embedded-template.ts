import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import lockfile from 'proper-lockfile';
import { MIGRATIONS_FOLDER } from '../../src/store/migrate.js';
import { openStore } from '../../src/store/open-store.js';

const CACHE = 'node_modules/.cache/duizhao';

/**
 * Makes `folder` an empty embedded store. Making one takes seconds, copying one a tenth of that: the first test that needs one makes a
 * template, kept for the next runs too, until a migration or the embedded Postgres changes.
 */
export async function copyEmptyStore(folder: string): Promise<void> {
  const template = join(CACHE, `empty-store-${await digestOfIngredients()}`);
  if (!existsSync(template)) await underLock(() => makeTemplate(template));
  await cp(template, folder, { recursive: true });
}

async function makeTemplate(template: string): Promise<void> {
  if (existsSync(template)) return;
  const half = `${template}.${process.pid}`;
  const store = await openStore({ dataDir: half });
  await store.close();
  await rename(half, template);
}

async function underLock(work: () => Promise<void>): Promise<void> {
  await mkdir(CACHE, { recursive: true });
  const unlock = await lockfile.lock(join(CACHE, 'empty-store'), {
    realpath: false,
    stale: 180_000,
    retries: { retries: 600, minTimeout: 50, maxTimeout: 100 },
  });
  try {
    await work();
  } finally {
    await unlock();
  }
}

async function digestOfIngredients(): Promise<string> {
  const names = (await readdir(MIGRATIONS_FOLDER)).sort();
  const files = [
    'node_modules/@electric-sql/pglite/package.json',
    'src/store/embedded-database.ts',
    ...names.map((name) => join(MIGRATIONS_FOLDER, name, 'migration.sql')),
  ];
  const hash = createHash('sha256');
  for (const file of files) hash.update(await readFile(file)).update('\0');
  return hash.digest('hex').slice(0, 16);
}
