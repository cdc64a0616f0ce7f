import pg from 'pg';
import { generateReports } from '../../bench/data/generate-reports.js';
import { storeReports } from '../../bench/data/store-reports.js';
import { STATEMENTS as FLOOR } from '../../bench/floor/statements.js';
import { QUESTIONS } from '../../bench/questions/all.js';
import type { Sample } from '../../bench/questions/sample.js';
import { openStore } from '../../src/store/open-store.js';
import type { Store } from '../../src/store/store.js';
import { ask } from '../golden/ask.js';
import { REFERENCE } from '../support/reference.js';
import { POSTGRES } from '../support/test-stores.js';
import type { TestPlace } from '../support/test-stores.js';

const YEARS = [2019, 2020];
const DEPARTMENTS = 3;
/** Those of the smaller store are the first of the larger one, and all that the questions are about. */
const FEW = 4;
const MANY = 16;
/** Of one row by one question: a page looks for years, and for figures, by the reports; an index leads to superseded ones too. */
const MOST_READINGS = 3;

/** The release's included; reads through the tables, without figures in memory. */
const STATEMENTS = { Q1: 5, Q2: 4, Q3: 4, Q4: 5, Q6: 7 };

/** What one question takes. */
interface Taken {
  readonly statements: number;
  readonly rowsOf: Rows;
  /** In the answer. */
  readonly items: number | undefined;
}
interface Answered {
  readonly lineItems: { readonly nodes: readonly unknown[] };
}
interface Measured {
  readonly taken: ReadonlyMap<string, Taken>;
  /** Rows of the districts that are asked for, by table. */
  readonly own: ReadonlyMap<string, number>;
  readonly plan: string;
}

/** Of a table. */
type Rows = (table: string) => number;

const NAME = `duizhao_rows_${process.pid}`;

/** Small tables are read by their indexes, as large ones are. */
const BY_INDEX = '-c enable_seqscan=off';
/** What an index has in order is not sorted. */
const IN_ORDER = `${BY_INDEX} -c enable_bitmapscan=off -c enable_sort=off`;

/** As `pg` takes it, with a name to know its sessions by. */
function addressOf({ location }: TestPlace, settings: string): URL {
  if (!('databaseUrl' in location)) throw new Error('expected a database');
  const url = new URL(location.databaseUrl);
  url.searchParams.set('application_name', NAME);
  url.searchParams.set('options', settings);
  return url;
}

async function withStore<T>(place: TestPlace, work: (store: Store) => Promise<T>, settings = BY_INDEX): Promise<T> {
  const store = await openStore({ databaseUrl: addressOf(place, settings).href });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** Rows that were read so far, by table: sessions say so at the latest when they end. */
async function readRows(client: pg.Client, place: TestPlace): Promise<Rows> {
  for (;;) {
    const { rowCount } = await client.query('SELECT FROM pg_stat_activity WHERE "application_name" = $1', [NAME]);
    if (rowCount === 0) break;
  }
  const { rows } = await client.query<{ table: string; rows: string }>(
    `SELECT "relname" AS "table", "seq_tup_read" + coalesce("idx_tup_fetch", 0) AS "rows" FROM pg_stat_user_tables
     WHERE "schemaname" = $1`,
    [addressOf(place, BY_INDEX).searchParams.get('schema')],
  );
  const counts = new Map(rows.map(({ table, rows: count }) => [table, Number(count)]));
  return (table) => counts.get(table) ?? 0;
}

async function readSampleOf(store: Store): Promise<Sample> {
  const districts = await store.client.$queryRaw<{ code: string }[]>`
    SELECT DISTINCT "districtCode" AS code FROM "Report" ORDER BY 1 LIMIT ${FEW}::int`;
  const reports = await store.client.$queryRaw<{ departmentId: string; id: string }[]>`
    SELECT "departmentId", "id" FROM "Report" WHERE "status" = 'CURRENT' AND "kind" = 'FINAL_ACCOUNTS' AND "year" = 2020
    ORDER BY "districtCode", "departmentId" LIMIT 1`;
  const categories = new Map(YEARS.map((year) => [year, ['201', '208', '210']]));
  return { years: YEARS, districts: districts.map(({ code }) => code), reports, categories, stated: new Set() };
}

async function takeAll(client: pg.Client, districts: number): Promise<Measured> {
  const place = await POSTGRES!.makePlace();
  try {
    const wish = { districts, departments: DEPARTMENTS, years: YEARS.length, from: YEARS[0]!, seed: 1, faults: 0 };
    const sample = await withStore(place, async (store) => {
      for await (const stored of storeReports(store, REFERENCE, generateReports(wish, REFERENCE)))
        expect(stored.before).toBe(false);
      await store.client.$executeRaw`ANALYZE`;
      return readSampleOf(store);
    });
    const taken = new Map<string, Taken>();
    for (const question of QUESTIONS) {
      const { query, variables } = question.make(sample, 1).product.asked.body!;
      const before = await readRows(client, place);
      await withStore(place, () => Promise.resolve());
      const opened = await readRows(client, place);
      const reply = await withStore(place, (store) => ask<{ report?: Answered }>(store, query, variables));
      const after = await readRows(client, place);
      expect(reply.errors).toEqual([]);
      const rowsOf = (table: string): number => after(table) - opened(table) - (opened(table) - before(table));
      taken.set(question.key, {
        statements: reply.statements,
        rowsOf,
        items: reply.data.report?.lineItems.nodes.length,
      });
    }
    return {
      taken,
      own: await withStore(place, (store) => countOwn(store, sample)),
      plan: await explainRanking(place),
    };
  } finally {
    await place.remove();
  }
}

async function countOwn(store: Store, { districts }: Sample): Promise<Map<string, number>> {
  const tables = ['Report', 'DepartmentFigure', 'DistrictFigure'];
  const counts = tables.map(async (table): Promise<[string, number]> => {
    const text = `SELECT count(*)::int AS rows FROM "${table}" WHERE "districtCode" = ANY($1)`;
    const [counted] = await store.client.$queryRawUnsafe<{ rows: number }[]>(text, districts);
    return [table, counted!.rows];
  });
  return new Map(await Promise.all(counts));
}

/** The figures of all departments in the order of their growth, as rankings read them. */
async function explainRanking(place: TestPlace): Promise<string> {
  const rows = await withStore(
    place,
    (store) =>
      store.client.$queryRawUnsafe<{ 'QUERY PLAN': string }[]>(`EXPLAIN ${FLOOR.ranking}`, 2020, 'EXPENDITURE'),
    IN_ORDER,
  );
  return rows.map((row) => row['QUERY PLAN']).join('\n');
}

(POSTGRES ? describe : describe.skip)('The questions of performance on PostgreSQL', () => {
  let few: Measured;
  let many: Measured;
  beforeAll(async () => {
    const client = new pg.Client({ connectionString: process.env['TEST_DATABASE_URL'] });
    await client.connect();
    try {
      few = await takeAll(client, FEW);
      many = await takeAll(client, MANY);
    } finally {
      await client.end();
    }
  }, 120_000);

  it.each(Object.entries(STATEMENTS))('%s takes %d statements, however many districts there are', (key, statements) => {
    expect([few, many].map(({ taken }) => taken.get(key)?.statements)).toEqual([statements, statements]);
  });

  it('read the line items of the report that is asked for, and for comparisons, rankings and pages none', () => {
    for (const { taken } of [few, many]) {
      const read = Object.fromEntries([...taken].map(([key, { rowsOf }]) => [key, rowsOf('LineItem')]));
      expect(read).toEqual({ Q1: taken.get('Q1')?.items, Q2: 0, Q3: 0, Q4: 0, Q6: 0 });
    }
  });

  it.each(['Q1', 'Q2', 'Q3', 'Q6'])(
    '%s reads no figures or reports but those of the districts that are asked for',
    (key) => {
      const beyond = [few, many].flatMap(({ taken, own }) =>
        [...own].map(([table, count]) => ({ table, count, read: taken.get(key)!.rowsOf(table) })),
      );
      expect(beyond.filter(({ count, read }) => read > MOST_READINGS * count)).toEqual([]);
    },
  );

  it('read, for a ranking of all departments, some figures for each of them', () => {
    const growth = many.taken.get('Q4')!.rowsOf('DepartmentFigure') / few.taken.get('Q4')!.rowsOf('DepartmentFigure');
    expect(growth).toBeLessThanOrEqual(MANY / FEW);
  });

  it('find a ranking by growth in the order of an index, without a sort', () => {
    for (const { plan } of [few, many]) {
      expect(plan).toContain('DepartmentFigure_growth_idx');
      expect(plan).not.toContain('Sort');
    }
  });
});
