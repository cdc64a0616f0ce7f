import { Prisma } from '../../src/store/generated/client.js';
import type { Store } from '../../src/store/store.js';
import { STORE_KINDS, useTestStore } from '../support/test-stores.js';

/** Each type of column that the statements of the store have, with what its rows must hold. */
const VALUES: readonly (readonly [sql: string, value: unknown])[] = [
  ['(-2147483648)::int', -2_147_483_648],
  ['7::smallint', 7],
  ['9223372036854775807::bigint', 9_223_372_036_854_775_807n],
  ['12::bigint', 12n],
  ['0.1::float8', 0.1],
  ['TRUE', true],
  ['\'从化 "𠮷" \\\'::text', '从化 "𠮷" \\'],
  ["'relname'::name", 'relname'],
  ["ARRAY['a,b', NULL, '{\"', '']::text[]", ['a,b', null, '{"', '']],
  ['ARRAY[]::text[]', []],
  ['ARRAY[3, -1]::int[]', [3, -1]],
  [`'{"k": [1, null, "x"]}'::jsonb`, { k: [1, null, 'x'] }],
  ["'[1.50]'::json", [1.5]],
  ["'2020-02-29 23:59:59.123+08'::timestamptz", new Date('2020-02-29T15:59:59.123Z')],
  ["'2020-02-29 00:00:00+00'::timestamptz", new Date('2020-02-29T00:00:00Z')],
  ["'2020-02-29 01:02:03'::timestamp", new Date('2020-02-29T01:02:03Z')],
  ["'2020-02-29'::date", new Date('2020-02-29T00:00:00Z')],
  ['12345678901234567890.10::numeric', new Prisma.Decimal('12345678901234567890.1')],
  ['NULL::bigint', null],
  ['NULL::jsonb', null],
];

/** Each kind of parameter, and what the database must make of it. */
const PARAMETERS: readonly (readonly [parameter: unknown, cast: string, text: string | null])[] = [
  ['从化 \'"\\', 'text', '从化 \'"\\'],
  [null, 'text', null],
  [2019, 'int', '2019'],
  [-(2n ** 63n), 'bigint', '-9223372036854775808'],
  ['0.10', 'numeric', '0.10'],
  [false, 'boolean', 'false'],
  [new Date('2020-02-29T15:59:59.123Z'), 'timestamptz', '2020-02-29 15:59:59.123+00'],
  [['a', '{"\\', '', 'NULL', null], 'text[]', '{a,"{\\"\\\\","","NULL",NULL}'],
  [[], 'text[]', '{}'],
  ['{"k": 1}', 'jsonb', '{"k": 1}'],
];

describe.each(STORE_KINDS)('what is read past Prisma from $name', (kind) => {
  const store = useTestStore(kind);

  /** Read directly, and as Prisma reads it in a transaction. */
  const readBoth = async (statement: Prisma.Sql): Promise<readonly unknown[]> => [
    await store().client.$queryRaw(statement),
    await store().client.$transaction((tx) => tx.$queryRaw(statement)),
  ];

  test.each(VALUES)('is of the value that Prisma gives: %s', async (sql, value) => {
    const rows = [{ value }];
    expect(await readBoth(Prisma.sql`SELECT ${Prisma.raw(sql)} AS value`)).toEqual([rows, rows]);
  });

  test.each(PARAMETERS)('takes the parameter that Prisma takes: %p as %s', async (parameter, cast, value) => {
    const rows = [{ value }];
    const statement = Prisma.sql`SELECT ${parameter}::${Prisma.raw(cast)}::text AS value`;
    expect(await readBoth(statement)).toEqual([rows, rows]);
  });

  test('is written as a template too, and told to who listens', async () => {
    const told: string[] = [];
    const listen = (sql: string): void => void told.push(sql);
    store().listeners.add(listen);
    const rows = await store().client.$queryRaw`SELECT ${'越秀'}::text AS name, ${Prisma.sql`${3}::int + 1`} AS number`;
    store().listeners.delete(listen);
    expect(rows).toEqual([{ name: '越秀', number: 4 }]);
    expect(told).toEqual(['SELECT $1::text AS name, $2::int + 1 AS number']);
  });

  test('waits for a transaction that writes, or does not see it', async () => {
    const read = (): Promise<unknown> => store().client.$queryRaw`SELECT count(*)::int AS count FROM "FiscalYear"`;
    let reading: Promise<unknown> | undefined;
    const rolledBack = store().client.$transaction(async (tx) => {
      await tx.$executeRaw`INSERT INTO "FiscalYear" ("year") VALUES (2019)`;
      reading = read();
      await tx.$queryRaw`SELECT pg_sleep(0.05)::text`;
      throw new Error('not to be kept');
    });
    await expect(rolledBack).rejects.toThrow('not to be kept');
    expect(await reading).toEqual([{ count: 0 }]);
  });

  if (kind.name === 'PostgreSQL')
    test('is planned once where it is sent often, and once more where a table has changed', async () => {
      await store().client.$executeRawUnsafe('CREATE TABLE "Told" AS SELECT 1 AS value');
      const read = (): Promise<unknown> => store().client.$queryRaw`SELECT * FROM "Told"`;
      for (let time = 0; time < 4; time++) expect(await read()).toEqual([{ value: 1 }]);
      expect(await findPlanned(store())).toContain('SELECT * FROM "Told"');
      await store().client.$executeRawUnsafe(`ALTER TABLE "Told" ALTER COLUMN value TYPE text USING 'one'`);
      await expect(read()).rejects.toThrow('cached plan must not change result type');
      expect(await read()).toEqual([{ value: 'one' }]);
    });
});

/** Of the connection that read last, which is the next to read. */
async function findPlanned({ client }: Store): Promise<readonly string[]> {
  const rows = await client.$queryRaw<{ statement: string }[]>`
    SELECT "statement" FROM pg_prepared_statements WHERE "name" LIKE 'duizhao%'`;
  return rows.map(({ statement }) => statement);
}
