import { afterEach, describe, expect, it } from '@jest/globals';
import { openReadingPool } from '../../../src/app/reading-pool.js';
import type { ReadingPool, ReadingPoolOptions } from '../../../src/app/reading-pool.js';
import { AppError } from '../../../src/domain/app-error.js';
import { BODY, finalAccounts, general } from '../read/small-report.js';

const ODD = new URL('../../support/odd-reader.mjs', import.meta.url);
const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

describe('threads that read', () => {
  let pool: ReadingPool | undefined;
  afterEach(() => pool?.close());

  const open = (options: Partial<ReadingPoolOptions> = {}): ((text: string) => Promise<unknown>) => {
    const own = openReadingPool({ threads: 1, seconds: 20, megabytes: 64, worker: ODD, ...options });
    pool = own;
    return (text) =>
      own.read(bytesOf(text)).then(
        ({ title }) => title,
        (error: unknown) => (error instanceof AppError ? `${error.code}: ${error.message}` : error),
      );
  };

  it('give the report of a document, figures and all', async () => {
    pool = openReadingPool({ threads: 1, seconds: 20, megabytes: 256 });
    const report = await pool.read(bytesOf(finalAccounts(general('201|一般公共服务支出|9.00|5.00|4.00'))));
    expect(report).toMatchObject({ title: `2019年${BODY}部门决算`, kind: 'FINAL_ACCOUNTS' });
    expect(report.lineItems.map(({ amount }) => amount.fen)).toEqual([9_000_000n, 5_000_000n, 4_000_000n]);
  });

  it('refuse a document with the error that its reader refused it with', async () => {
    pool = openReadingPool({ threads: 1, seconds: 20, megabytes: 64, worker: ODD });
    const refusal = await pool.read(bytesOf('refuse')).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(AppError);
    expect(refusal).toMatchObject({ code: 'NOT_A_REPORT', message: 'expected a report, got a poem' });
    expect((refusal as AppError).context).toEqual({ title: '春' });
  });

  it('refuse one that takes too long, idle or busy, and read the next', async () => {
    const read = open({ seconds: 0.2 });
    const late = 'UNREADABLE_DOCUMENT: expected a document that can be read within 0.2 s, got one that takes longer';
    expect(await Promise.all(['wait 60000', 'spin', 'next'].map(read))).toEqual([late, late, 'next']);
  });

  it('count the time from when a document is begun, not while it waits for others', async () => {
    const read = open({ seconds: 1 });
    expect(await Promise.all(['wait 700', 'wait 700', 'wait 700'].map(read))).toEqual(['wait', 'wait', 'wait']);
  });

  it('take an answer that came in time while the main thread was busy', async () => {
    const read = open({ seconds: 0.5 });
    await read('warm');
    const reading = read('wait 100');
    await new Promise((resolve) => setTimeout(resolve, 50));
    // Timers go first when an immediate is over, messages after them.
    await new Promise((resolve) => setImmediate(resolve));
    const end = performance.now() + 1_000;
    while (performance.now() < end);
    expect(await reading).toBe('wait');
  });

  it('refuse one that needs too much memory, and read the next', async () => {
    const read = open({ megabytes: 32 });
    const large =
      'UNREADABLE_DOCUMENT: expected a document that can be read within 32 MB of memory, got one that needs more';
    expect(await Promise.all(['grow', 'next'].map(read))).toEqual([large, 'next']);
  });

  it('refuse one at which the reader ends or fails, and read the next', async () => {
    const read = open();
    const [ended, failed, next] = await Promise.all(['exit', 'fail', 'next'].map(read));
    expect(ended).toMatch(
      /^UNREADABLE_DOCUMENT: expected a document .*got one at which the reader failed \(worker exit/,
    );
    expect(failed).toMatch(/the reader failed \(odd\): please report it$/);
    expect(next).toBe('next');
  });

  it('go on where one fails after its document was read', async () => {
    const read = open();
    expect(await read('later')).toBe('later');
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await read('next')).toBe('next');
  });
});
