import { beforeEach, describe, expect, it } from '@jest/globals';
import { copyRows } from '../../src/store/copy-rows.js';
import { withStatementCount } from '../../src/store/statement-count.js';
import type { Writer } from '../../src/store/store.js';
import { STORE_KINDS, emptyStore, useTestStore } from '../support/test-stores.js';

const YEAR = { year: 'int' } as const;

describe.each(STORE_KINDS)('A transaction that writes past Prisma on $name', (kind) => {
  const store = useTestStore(kind);
  beforeEach(() => emptyStore(store()));
  const copyYears = (writer: Writer, years: readonly (number | string)[]): Promise<void> =>
    copyRows(writer, 'FiscalYear', YEAR, [{ shared: { sinceRelease: 0 }, rows: years.map((year) => ({ year })) }]);
  const years = async (): Promise<number[]> => {
    const rows = await store().client.$queryRaw<{ year: number }[]>`SELECT "year" FROM "FiscalYear" ORDER BY 1`;
    return rows.map(({ year }) => year);
  };

  it('keeps what its statements and COPY write once it is done, and tells of them', async () => {
    const { result, sql } = await withStatementCount(store(), () =>
      store().transact(async (writer) => {
        await copyYears(writer, [2019, 2020]);
        const added = await writer.$executeRaw`INSERT INTO "FiscalYear" ("year") VALUES (${2021}::int), (2022)`;
        const [row] = await writer.$queryRaw<{ count: bigint }[]>`SELECT count(*) AS count FROM "FiscalYear"`;
        return [added, row?.count];
      }),
    );
    expect(result).toEqual([2, 4n]);
    expect(sql).toEqual([
      'COPY "FiscalYear" ("sinceRelease", "year") FROM STDIN',
      expect.stringContaining('VALUES ($1::int), (2022)'),
      expect.stringContaining('SELECT count(*)'),
    ]);
    expect(await years()).toEqual([2019, 2020, 2021, 2022]);
  });

  it('keeps nothing where it fails: by a statement, by a row of a COPY, by what makes the rows, or by its caller', async () => {
    const failures: readonly [work: (writer: Writer) => Promise<unknown>, expected: RegExp][] = [
      [(writer) => writer.$executeRaw`INSERT INTO "FiscalYear" ("year") VALUES (2019)`, /FiscalYear_pkey/],
      [(writer) => copyYears(writer, [2020, 'no year']), /no year/],
      [(writer) => writer.copyIn((source) => `COPY "FiscalYear" ("year") FROM ${source}`, failing()), /no more rows/],
      [() => Promise.reject(new Error('changed its mind')), /changed its mind/],
    ];
    for (const [work, expected] of failures) {
      const writing = store().transact(async (writer) => {
        await copyYears(writer, [2019]);
        await work(writer);
      });
      await expect(writing).rejects.toThrow(expected);
      expect(await years()).toEqual([]);
    }
  });

  it('keeps texts with what COPY spells otherwise, empty ones and none', async () => {
    const names = ['', '\\N', '\\', 'a\tb\nc\r\\.', '\\.', '长'.repeat(70_000)];
    await store().transact(async (writer) => {
      const rows = names.map((name, at) => ({ code: `00000${at}`, name, nameEn: name, parentCode: null }));
      const types = { code: 'text', name: 'text', nameEn: 'text', parentCode: 'text' } as const;
      await copyRows(writer, 'District', types, [{ shared: {}, rows }]);
    });
    const rows = await store().client.$queryRaw<{ name: string; parentCode: string | null }[]>`
      SELECT "name", "parentCode" FROM "District" ORDER BY "code"`;
    expect(rows).toEqual(names.map((name) => ({ name, parentCode: null })));
  });
});

function* failing(): Generator<string> {
  yield '2020\n';
  throw new Error('no more rows');
}
