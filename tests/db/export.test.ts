import { Writable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { findLineItems } from '../../src/store/line-items.js';
import { findLatestRelease } from '../../src/store/releases.js';
import { saveReport } from '../../src/store/save-report.js';
import { withStatementCount } from '../../src/store/statement-count.js';
import { exportInto, exportText, readNdjson } from '../support/export-text.js';
import { collect } from '../support/collect.js';
import { FOUR_REPORTS } from '../support/fillings.js';
import { makeReports } from '../support/make-report.js';
import { multiplyReports } from '../support/multiply-reports.js';
import { REFERENCE } from '../support/reference.js';
import { POSTGRES, STORE_KINDS, useTestStore } from '../support/test-stores.js';

/** Rows of a stretch on the embedded store, at least, but for the first and the last. */
const STRETCH = 1_000;

describe.each(STORE_KINDS)('An export from $name', (kind) => {
  const store = useTestStore(kind, FOUR_REPORTS);
  beforeAll(() => multiplyReports(store(), 9), 60_000);
  let nextYear = 2001;
  /** Before, at and behind the place where an export may be. */
  const importMore = async (): Promise<void> => {
    for (const report of makeReports(4, [nextYear++])) await saveReport(store(), report, REFERENCE);
  };

  it.each(['PRINTED', 'AMOUNT_ASC', 'AMOUNT_DESC'] as const)(
    'has the rows that the API lists, each once and in its order: %s',
    async (orderBy) => {
      const { text, rows } = await exportText(store(), { format: 'ndjson', orderBy });
      const listed = await collect((page) => findLineItems(store(), null, orderBy, page), 500);
      expect(rows).toBeGreaterThan(2 * STRETCH);
      expect(readNdjson(text).map(({ id }) => id)).toEqual(listed.map(({ id }) => id));
      expect(rows).toBe(listed.length);
    },
  );

  it('takes a COPY a stretch, one statement that finds the reports, and few for its release', async () => {
    for (const format of ['csv', 'ndjson'] as const) {
      const { result, sql } = await withStatementCount(store(), () => exportText(store(), { format }));
      const own = sql.filter((statement) => !/^SET TRANSACTION|"Release"|pg_export_snapshot/.test(statement));
      const copies = own.filter((statement) => statement.startsWith('COPY '));
      expect(own).toHaveLength(copies.length + 1);
      expect(copies.length).toBeGreaterThan(1);
      expect(copies.length).toBeLessThanOrEqual(2 + result.rows / STRETCH);
    }
  });

  it('lets everyone else have a turn in each stretch', async () => {
    let turns = 0;
    let isOver = false;
    const turn = (): void => {
      turns += 1;
      if (!isOver) setImmediate(turn);
    };
    turn();
    const { rows } = await exportText(store(), { format: 'csv' });
    isOver = true;
    expect(rows).toBeGreaterThan(2 * STRETCH);
    expect(turns).toBeGreaterThanOrEqual(rows / STRETCH);
  });

  it('reads no further while its sink is full', async () => {
    let copies = 0;
    const count = (sql: string): void => void (copies += sql.startsWith('COPY ') ? 1 : 0);
    const begun: (readonly [before: number, after: number])[] = [];
    const sink = new Writable({
      // Full with any chunk: how large those are depends on the connection.
      highWaterMark: 1,
      write: (_chunk, _encoding, done) => {
        const before = copies;
        void setTimeout(20).then(() => {
          begun.push([before, copies]);
          done();
        });
      },
    });
    store().listeners.add(count);
    await exportInto(store(), {}, sink).finally(() => store().listeners.delete(count));
    expect(begun.length).toBeGreaterThan(2);
    expect(begun.map(([before]) => before)).toEqual(begun.map(([, after]) => after));
  });

  it('stops reading when its sink closes, and gives its connection back', async () => {
    for (let attempt = 0; attempt < 12; attempt++) {
      let chunks = 0;
      const sink: Writable = new Writable({
        write: (_chunk, _encoding, done) => {
          if (++chunks === 2) sink.destroy();
          else done();
        },
      });
      const { statements } = await withStatementCount(store(), async () => {
        await expect(exportInto(store(), {}, sink)).rejects.toMatchObject({ code: 'ERR_STREAM_PREMATURE_CLOSE' });
      });
      expect(statements).toBeLessThanOrEqual(8);
    }
    expect((await findLatestRelease(store())).reports).toBe(4);
  });

  it('hands on what goes wrong in its sink', async () => {
    const sink = new Writable({ write: (_chunk, _encoding, done) => done(new Error('no space left')) });
    await expect(exportInto(store(), {}, sink)).rejects.toThrow('no space left');
  });

  it('refuses before it opens the sink', async () => {
    const open = () => exportText(store(), { table: 'comparison', input: '{"metrics":[{}],"years":[2019]}' });
    await expect(open()).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  if (kind === POSTGRES) {
    it('ends its COPY on the server when its sink closes', async () => {
      const sink: Writable = new Writable({ write: () => void sink.destroy() });
      await expect(exportInto(store(), {}, sink)).rejects.toMatchObject({ code: 'ERR_STREAM_PREMATURE_CLOSE' });
      const countReaders = async (): Promise<number | undefined> => {
        const [found] = await store().client.$queryRaw<{ count: number }[]>`
          SELECT count(*)::int AS count FROM pg_locks
          WHERE relation = '"LineItem"'::regclass AND pid <> pg_backend_pid()`;
        return found?.count;
      };
      let readers = await countReaders();
      for (let attempt = 0; attempt < 50 && readers !== 0; attempt++) {
        await setTimeout(20 * attempt);
        readers = await countReaders();
      }
      expect(readers).toBe(0);
    });

    it('says that the store is gone where the server cuts the connection midway', async () => {
      const sink = new Writable({
        write: (_chunk, _encoding, done) => {
          const cut = store().client.$queryRaw`
            SELECT pg_terminate_backend(pid) FROM pg_locks
            WHERE relation = '"LineItem"'::regclass AND pid <> pg_backend_pid()`;
          void cut.then(() => done(), done);
        },
      });
      await expect(exportInto(store(), {}, sink)).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
      expect((await exportText(store(), {})).rows).toBeGreaterThan(2 * STRETCH);
    });
  }

  it('is of one release, whatever is imported meanwhile', async () => {
    const before = await exportText(store(), { format: 'ndjson' });
    const chunks: Buffer[] = [];
    const sink = new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        chunks.push(chunk);
        const meanwhile = chunks.length <= 3 ? importMore() : Promise.resolve();
        void meanwhile.then(() => done(), done);
      },
    });
    const during = exportInto(store(), { format: 'ndjson' }, sink);
    if (store().kind === 'EMBEDDED') {
      await expect(during).rejects.toMatchObject({
        code: 'STORE_BUSY',
        message: expect.stringMatching(`^expected release ${before.release.id} to the end of the export, got `),
      });
      expect(chunks).toHaveLength(1);
    } else {
      expect(await during).toMatchObject({ rows: before.rows, release: before.release });
      expect(chunks.length).toBeGreaterThan(2);
      expect(Buffer.concat(chunks).toString()).toBe(before.text);
    }
    const after = await exportText(store(), { format: 'ndjson' });
    expect(after.release.id).not.toBe(before.release.id);
    expect(after.rows).toBeGreaterThan(before.rows);
  });
});
