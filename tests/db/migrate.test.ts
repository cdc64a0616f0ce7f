import { cpSync, mkdtempSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { migrate, MIGRATIONS_FOLDER } from '../../src/store/migrate.js';
import { openStore } from '../../src/store/open-store.js';
import { POSTGRES, STORE_KINDS, useTestStore } from '../support/test-stores.js';

describe.each(STORE_KINDS)('Migrating $name', (kind) => {
  const store = useTestStore(kind);
  const root = mkdtempSync(join(tmpdir(), 'duizhao-migrations-'));
  const folder = join(root, 'migrations');
  beforeAll(() => cpSync(MIGRATIONS_FOLDER, folder, { recursive: true }));
  afterAll(() => rmSync(root, { recursive: true }));

  const add = (name: string, sql: string): void => {
    mkdirSync(join(folder, name), { recursive: true });
    writeFileSync(join(folder, name, 'migration.sql'), sql);
  };
  const execute = (sql: string): Promise<number> => store().client.$executeRawUnsafe(sql);

  it('has nothing to do on a store that was just opened', async () => {
    expect(await migrate(store().client)).toEqual([]);
  });

  it('applies what is new, in order of the names, once, also when two run at once', async () => {
    add(
      '20990101000000_words',
      `CREATE TABLE "Word" ("text" TEXT DEFAULT 'a;b'); -- a comment; with a semicolon\nCOMMENT ON TABLE "Word" IS $$;$$;`,
    );
    add('20990102000000_more', 'INSERT INTO "Word" DEFAULT VALUES;');
    const runs = await Promise.all([migrate(store().client, folder), migrate(store().client, folder)]);
    expect(runs.flat().sort()).toEqual(['20990101000000_words', '20990102000000_more']);
    expect(await store().client.$queryRawUnsafe('SELECT * FROM "Word"')).toEqual([{ text: 'a;b' }]);
    expect(await migrate(store().client, folder)).toEqual([]);
  });

  it('leaves nothing of a migration that fails, and says which statement it was', async () => {
    add('20990103000000_wrong', 'CREATE TABLE "Half" ("a" INT); SELECT no_such_function();');
    await expect(migrate(store().client, folder)).rejects.toMatchObject({
      code: 'MIGRATION_REFUSED',
      message: expect.stringMatching(/statement 2 of migration 20990103000000_wrong .*no_such_function/),
    });
    expect(await store().client.$queryRawUnsafe(`SELECT to_regclass('"Half"')::text AS half`)).toEqual([
      { half: null },
    ]);
    rmSync(join(folder, '20990103000000_wrong'), { recursive: true });
    expect(await migrate(store().client, folder)).toEqual([]);
  });

  it('refuses a migration that was edited after it had been applied', async () => {
    const file = join(folder, '20990102000000_more', 'migration.sql');
    const sql = readFileSync(file, 'utf8');
    writeFileSync(file, `${sql}\n`);
    await expect(migrate(store().client, folder)).rejects.toMatchObject({
      code: 'MIGRATION_REFUSED',
      message: expect.stringMatching(/^expected migration 20990102000000_more as it was applied .* edited$/),
    });
    writeFileSync(file, sql);
  });

  it('refuses a store that a newer version has migrated', async () => {
    await expect(migrate(store().client)).rejects.toMatchObject({
      code: 'MIGRATION_REFUSED',
      message: expect.stringContaining('20990101000000_words, which a newer version may have applied'),
    });
  });

  it('refuses one that another tool left unfinished, and takes one that was rolled back for not applied', async () => {
    await execute(
      `UPDATE "_prisma_migrations" SET "finished_at" = NULL WHERE "migration_name" = '20990102000000_more'`,
    );
    await expect(migrate(store().client, folder)).rejects.toThrow(
      /expected migration 20990102000000_more to be finished/,
    );
    await execute(
      `UPDATE "_prisma_migrations" SET "rolled_back_at" = now() WHERE "migration_name" = '20990102000000_more'`,
    );
    expect(await migrate(store().client, folder)).toEqual(['20990102000000_more']);
  });
});

const onPostgres = POSTGRES ? describe : describe.skip;
onPostgres('Opening one empty PostgreSQL twice at once', () => {
  it('migrates it once', async () => {
    const place = await POSTGRES!.makePlace();
    const stores = await Promise.all([openStore(place.location), openStore(place.location), openStore(place.location)]);
    const rows = await stores[0]!.client.$queryRawUnsafe<{ name: string }[]>(
      'SELECT "migration_name" AS name FROM "_prisma_migrations" ORDER BY 1',
    );
    await Promise.all(stores.map((store) => store.close()));
    await place.remove();
    expect(rows.map(({ name }) => name)).toEqual(readdirSync(MIGRATIONS_FOLDER).sort());
  });
});
