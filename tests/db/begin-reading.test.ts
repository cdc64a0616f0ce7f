import { PassThrough, Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { completeStore } from '../../src/app/complete-store.js';
import { AppError } from '../../src/domain/app-error.js';
import { backUp } from '../../src/store/backup.js';
import { beginReading } from '../../src/store/begin-reading.js';
import type { Reading, ReadingOptions } from '../../src/store/begin-reading.js';
import { findDepartments } from '../../src/store/departments.js';
import { countLineItems, findLineItems } from '../../src/store/line-items.js';
import { openStore } from '../../src/store/open-store.js';
import { saveQuestion } from '../../src/store/questions.js';
import { findLatestRelease, findNewestState } from '../../src/store/releases.js';
import { findReports } from '../../src/store/reports.js';
import { restore } from '../../src/store/restore.js';
import { saveReport } from '../../src/store/save-report.js';
import { withStatementCount } from '../../src/store/statement-count.js';
import { saveStatistics } from '../../src/store/statistics.js';
import type { Store } from '../../src/store/store.js';
import { makeReport } from '../support/make-report.js';
import type { ReportWish } from '../support/make-report.js';
import { interrupt } from '../support/meanwhile.js';
import { REFERENCE } from '../support/reference.js';
import { EMBEDDED, POSTGRES, STORE_KINDS, useTestStore } from '../support/test-stores.js';

const never = (): AbortSignal => new AbortController().signal;
const BUSY = {
  code: 'STORE_BUSY',
  message: 'expected one release to the end of the answer, got another: something was imported meanwhile; ask again',
};

/** What a request reads, by statements one after the other and at the same time, as text. */
async function read({ store }: Reading): Promise<string> {
  const page = { first: 100 };
  const release = await findLatestRelease(store);
  const [items, ...rest] = await Promise.all([
    findLineItems(store, null, 'AMOUNT_DESC', { first: 3 }),
    findReports(store, { superseded: null }, page),
    findDepartments(store, null, page),
    countLineItems(store),
  ]);
  const largest = items.edges.map(({ node: { id, amount } }) => [id, String(amount.fen)]);
  return JSON.stringify([release.id, largest, ...rest]);
}

async function readAll(store: Store, options?: ReadingOptions, releaseId?: string): Promise<string> {
  const reading = beginReading(store, never(), options);
  if (releaseId !== undefined) await reading.pinTo(releaseId);
  const text = await read(reading);
  await reading.close();
  return text;
}

async function backUpToMemory(store: Store): Promise<Buffer> {
  const sink = new PassThrough();
  const [content] = await Promise.all([buffer(sink), backUp(store, 'duizhao test', sink)]);
  return content;
}

describe.each(STORE_KINDS)('reading $name', (kind) => {
  const store = useTestStore(kind, (own) => saveReport(own, makeReport(), REFERENCE));
  const save = (wish: ReportWish, change = {}) => saveReport(store(), { ...makeReport(wish), ...change }, REFERENCE);
  let edition = 1;
  const revise = () => save({ edition: (edition += 1) });
  let reader = 1;
  const readAnew = () => save({ edition, readerVersion: (reader += 1) }, { title: `read by ${reader}` });

  test.each([1, 2, 3, 4])(
    'before all of its five statements are sent, after %i, something is imported: it is refused, and answered in a transaction',
    async (after) => {
      const before = await readAll(store());
      await expect(readAll(interrupt(store(), after, revise))).rejects.toMatchObject(BUSY);
      const now = await readAll(store());
      expect(now).not.toBe(before);
      const again = readAll(interrupt(store(), after, revise), { inTransaction: true });
      if (kind === EMBEDDED) await expect(again).rejects.toMatchObject(BUSY);
      else expect(await again).toBe(now);
    },
  );

  test('nothing is imported, or before anything is read, or after all: it is answered', async () => {
    const before = beginReading(store(), never());
    await revise();
    await before.close();
    const reading = beginReading(store(), never());
    const text = await read(reading);
    const { id } = await reading.release();
    await reading.close();
    await revise();
    await reading.close();
    expect(text).toContain(id);
    expect(await readAll(store())).not.toBe(text);
  });

  test('it takes its own statements, as looks at the newest release are shared', async () => {
    const count = async (options: ReadingOptions) =>
      (await withStatementCount(store(), () => readAll(store(), options))).statements;
    expect([await count({}), await count({ inTransaction: true })]).toEqual([5, 5]);
  });

  test('it is of the release that it names', async () => {
    const reading = beginReading(store(), never());
    const { id, number } = await reading.release();
    expect(await findLatestRelease(reading.store)).toMatchObject({ id, number });
    await reading.close();
  });

  test('an earlier release is read on while others come', async () => {
    const { id } = await findLatestRelease(store());
    const before = await readAll(store(), {}, id);
    await revise();
    expect(await readAll(interrupt(store(), 3, revise), {}, id)).toBe(before);
    const pinned = beginReading(store(), never());
    expect(await pinned.pinTo(id)).toMatchObject({ id });
    expect(await pinned.release()).toMatchObject({ id });
    await pinned.close();
  });

  test('an earlier release is refused when it ends to be kept, or has come back meanwhile', async () => {
    const { id } = await findLatestRelease(store());
    await revise();
    const gone = readAll(interrupt(store(), 3, readAnew), {}, id);
    await expect(gone).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    const { id: kept } = await findLatestRelease(store());
    await revise();
    const goAndComeBack = async () => {
      const anew = makeReport({ edition: edition - 1, readerVersion: (reader += 1) });
      await saveReport(store(), { ...anew, title: 'otherwise' }, REFERENCE);
      await store().client.$executeRaw`UPDATE "Release" SET "kept" = TRUE WHERE "id" = ${kept}`;
    };
    await expect(readAll(interrupt(store(), 3, goAndComeBack), {}, kept)).rejects.toMatchObject(BUSY);
  });

  test('a request whose time is over gets that reason, not an answer that nobody has confirmed', async () => {
    const controller = new AbortController();
    const reading = beginReading(store(), controller.signal);
    await read(reading);
    const late = new AppError('TIMEOUT', 'too late');
    controller.abort(late);
    if (kind === EMBEDDED) await reading.close();
    else await expect(reading.close()).rejects.toBe(late);
    await expect(reading.release()).rejects.toBe(late);
  });

  describe('the state of the newest release', () => {
    const stateAfter = async (write: () => Promise<unknown>): Promise<readonly [string, string]> => {
      const { state } = await findNewestState(store());
      await write();
      return [state, (await findNewestState(store())).state];
    };
    const STATISTIC = {
      ...{ kind: 'POPULATION' as const, districtCode: '440104', year: 2019, value: '70.01' },
      ...{ vintage: '2099-01', source: 'made up' },
    };

    const WRITERS: readonly (readonly [writer: string, write: () => Promise<unknown>])[] = [
      ['a report that is the first of its year', () => save({ year: 2021 })],
      ['a revision', revise],
      ['what a newer reader reads otherwise', readAnew],
      ['what a newer reader reads the same', () => save({ year: 2021, readerVersion: 2 })],
      ['a document that is found to be of another year', () => save({ year: 2021, readerVersion: 3 }, { year: 2022 })],
      ['statistics', () => saveStatistics(store(), [STATISTIC])],
      [
        'a backup of the same that is put in its place',
        async () => {
          const content = await backUpToMemory(store());
          await restore(store(), { open: () => Readable.from([content]), replace: true });
        },
      ],
      [
        'texts to search by that were lacking',
        async () => {
          await store().client.$executeRaw`UPDATE "Account" SET "searchText" = NULL`;
          await completeStore(store(), REFERENCE);
        },
      ],
      [
        'figures that are made ready anew',
        async () => {
          await store().client.$executeRaw`DELETE FROM "ReadyDepartment"`;
          await completeStore(store(), REFERENCE);
        },
      ],
      [
        'indicators that are judged anew',
        async () => {
          await store().client.$executeRaw`UPDATE "PerformanceIndicator" SET "measuresVersion" = 0`;
          await completeStore(store(), REFERENCE);
        },
      ],
    ];

    test.each(WRITERS)('is another one after %s', async (_writer, write) => {
      const { done } = store().writes;
      const [before, after] = await stateAfter(write);
      expect(after).not.toBe(before);
      expect(store().writes.done).toBeGreaterThan(done);
    });

    const OTHERS: readonly (readonly [writer: string, write: () => Promise<unknown>])[] = [
      ['a document that is known', () => save({ year: 2021 })],
      ['statistics that are known', () => saveStatistics(store(), [STATISTIC])],
      ['a question that is kept for its id', () => saveQuestion(store(), { id: 'such', input: '{}' })],
      ['a store that lacks nothing', () => completeStore(store(), REFERENCE)],
    ];

    test.each(OTHERS)('is the same after %s', async (_writer, write) => {
      const [before, after] = await stateAfter(write);
      expect(after).toBe(before);
    });
  });
});

describe.each(STORE_KINDS)('while one importer after another writes to $name', (kind) => {
  const EDITIONS = 25;

  test('what is not refused is of one release', async () => {
    const place = await kind.makePlace();
    const store = await openStore(place.location);
    // Another process, where a store has room for two.
    const importing = kind === POSTGRES ? await openStore(place.location) : store;
    try {
      await saveReport(importing, makeReport(), REFERENCE);
      const seen: string[] = [];
      const refused: unknown[] = [];
      let isImporting = true;
      const ask = async (): Promise<void> => {
        do {
          const text = await readAll(store).catch((error: unknown) => void refused.push(error));
          if (text !== undefined) seen.push(text);
        } while (isImporting);
      };
      const asking = Array.from({ length: 8 }, ask);
      for (let edition = 2; edition <= EDITIONS; edition++)
        await saveReport(importing, makeReport({ edition, details: edition }), REFERENCE);
      isImporting = false;
      await Promise.all(asking);
      seen.push(await readAll(store));
      for (const error of refused) expect(error).toMatchObject(BUSY);
      for (const text of new Set(seen)) {
        const [release] = JSON.parse(text) as [string];
        expect(text).toBe(await readAll(store, {}, release));
      }
    } finally {
      if (importing !== store) await importing.close();
      await store.close();
      await place.remove();
    }
  }, 120_000);
});
