import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, readdir, rename } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import lockfile from 'proper-lockfile';
import { MIGRATIONS_FOLDER } from '../../src/store/migrate.js';
import { openStore } from '../../src/store/open-store.js';
import type { StoreLocation } from '../../src/store/open-store.js';
import type { Store } from '../../src/store/store.js';

const CACHE = 'node_modules/.cache/duizhao';

/** What several files of tests want in their stores: `fill` puts it into an empty one; of one name there is one. */
export interface Filling {
  readonly name: string;
  readonly fill: (store: Store) => Promise<void>;
}

/**
 * Makes `folder` an empty embedded store. Making one takes seconds, copying one a tenth of that: the first test that needs one makes a
 * template, kept for the next runs too, until a migration or the embedded Postgres changes.
 */
export async function copyEmptyStore(folder: string): Promise<void> {
  const template = join(CACHE, `empty-store-${await digestOfIngredients()}`);
  await mkdir(CACHE, { recursive: true });
  await makeOnce(template, (half) => fillStore({ dataDir: half }));
  await cp(template, folder, { recursive: true });
}

/** Makes `folder` an embedded store that holds a filling: the first test of a run that wants it fills a template, the others copy it. */
export async function copyFilledStore(folder: string, { name, fill }: Filling): Promise<void> {
  const template = join(tmpdir(), `filled-store-${name}`);
  await makeOnce(template, async (half) => {
    await copyEmptyStore(half);
    await fillStore({ dataDir: half }, fill);
  });
  await cp(template, folder, { recursive: true });
}

/** Opens a store, made where it isn't there, fills it and closes it. */
export async function fillStore(location: StoreLocation, fill?: Filling['fill']): Promise<void> {
  const store = await openStore(location);
  try {
    await fill?.(store);
  } finally {
    await store.close();
  }
}

/** Several tests may want one template at the same time: the first makes it, under another name until it is whole. */
async function makeOnce(template: string, make: (half: string) => Promise<void>): Promise<void> {
  if (existsSync(template)) return;
  await underLock(template, async () => {
    if (existsSync(template)) return;
    const half = `${template}.${process.pid}`;
    await make(half);
    await rename(half, template);
  });
}

async function underLock(path: string, work: () => Promise<void>): Promise<void> {
  const unlock = await lockfile.lock(path, {
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
