import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from '@jest/globals';
import pg from 'pg';
import { openStore } from '../../src/store/open-store.js';
import type { StoreLocation } from '../../src/store/open-store.js';
import type { Store } from '../../src/store/store.js';
import { copyEmptyStore, copyFilledStore, fillStore } from './embedded-template.js';
import type { Filling } from './embedded-template.js';

/** A store of a test's own. */
export interface TestPlace {
  readonly location: StoreLocation;
  /** Removes all of it; open stores must be closed before. */
  remove(): Promise<void>;
}

export interface StoreKind {
  readonly name: string;
  /** Of an empty store, or of one that holds a filling. */
  makePlace(filling?: Filling): Promise<TestPlace>;
}

export const EMBEDDED: StoreKind = { name: 'the embedded store', makePlace: makeFolder };

/** Where TEST_DATABASE_URL names a server; DATABASE_URL is never looked at. */
export const POSTGRES: StoreKind | null = process.env['TEST_DATABASE_URL']
  ? { name: 'PostgreSQL', makePlace: makeSchema }
  : null;

/** For `describe.each(STORE_KINDS)('on $name', (kind) => …)`. */
export const STORE_KINDS: readonly StoreKind[] = POSTGRES ? [EMBEDDED, POSTGRES] : [EMBEDDED];

/**
 * Opens a store before the tests of the surrounding `describe` and removes it after them: an empty one, one that holds what other files
 * want too, or one with what `fill` puts in. At most one of a kind a file at a time.
 */
export function useTestStore(kind: StoreKind, content?: Filling | ((store: Store) => Promise<unknown>)): () => Store {
  const [filling, fill] = typeof content === 'function' ? [undefined, content] : [content, undefined];
  let store: Store | undefined;
  let place: TestPlace | undefined;
  beforeAll(async () => {
    place = await kind.makePlace(filling);
    store = await openStore(place.location);
    await fill?.(store);
  }, 60_000);
  afterAll(async () => {
    await store?.close();
    await place?.remove();
  }, 30_000);
  return () => {
    if (!store) throw new Error('expected the store to be open, got none: beforeAll has not run');
    return store;
  };
}

const TABLES = [
  ...[
    'Finding',
    'ReportedFact',
    'PerformanceIndicator',
    'Evaluation',
    'LineItem',
    'Issue',
    'Report',
    'Document',
    'AccountSpelling',
    'Account',
  ],
  ...['ReadyDepartment', 'DepartmentFigure', 'DistrictFigure'],
  ...['Department', 'District', 'FiscalYear', 'Statistic', 'Question'],
];

/** Makes a store empty again; for tests that need one each. */
export async function emptyStore(store: Store): Promise<void> {
  const tables = TABLES.map((table) => `"${table}"`).join(', ');
  await store.client.$executeRawUnsafe(`TRUNCATE ${tables}`);
  await store.client.$executeRawUnsafe('DELETE FROM "Release" WHERE "number" > 0');
  await store.client.$executeRawUnsafe('UPDATE "Release" SET "kept" = TRUE');
}

async function makeFolder(filling?: Filling): Promise<TestPlace> {
  const dataDir = await mkdtemp(join(tmpdir(), 'duizhao-store-'));
  await (filling ? copyFilledStore(dataDir, filling) : copyEmptyStore(dataDir));
  return { location: { dataDir }, remove: () => rm(dataDir, { recursive: true, force: true, maxRetries: 3 }) };
}

/** A schema in the database of TEST_DATABASE_URL. */
async function makeSchema(filling?: Filling): Promise<TestPlace> {
  const url = new URL(process.env['TEST_DATABASE_URL'] ?? '');
  const schema = `test_${process.pid}_${Math.random().toString(36).slice(2, 10)}`;
  const withSchema = new URL(url);
  withSchema.searchParams.set('schema', schema);
  const location = { databaseUrl: withSchema.href };
  if (filling) await fillStore(location, filling.fill);
  return {
    location,
    remove: () => execute(url.href, `DROP SCHEMA IF EXISTS "${schema}" CASCADE`),
  };
}

async function execute(connectionString: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
