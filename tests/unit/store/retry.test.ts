import { describe, expect, it } from '@jest/globals';
import { retry } from '../../../src/store/retry.js';

/** Fails in this way so many times, and then gives the number of runs. */
function failing(times: number, error: unknown): () => Promise<number> {
  let runs = 0;
  return async () => {
    runs += 1;
    if (runs <= times) throw error;
    return runs;
  };
}

describe('Running a transaction again', () => {
  it('is tried after a deadlock, a serialization failure or a lost connection, however deep the driver hides it', async () => {
    const errors = [
      { code: '40P01' },
      { code: 'P2034' },
      {
        code: 'P2010',
        meta: { driverAdapterError: { cause: { kind: 'TransactionWriteConflict', originalCode: '40P01' } } },
      },
      { cause: { kind: 'ConnectionClosed' } },
      Object.assign(new Error('server closed the connection unexpectedly'), { code: 'XX000' }),
    ];
    for (const error of errors) expect(await retry(failing(2, error))).toBe(3);
  });

  it('is not tried after anything else', async () => {
    for (const error of [
      new Error('a bug'),
      { code: '23505' },
      Object.assign(new Error('odd'), { code: 'XX000' }),
      null,
    ])
      await expect(retry(failing(1, error))).rejects.toBe(error);
  });

  it('ends after five times', async () => {
    await expect(retry(failing(5, { code: '40001' }))).rejects.toEqual({ code: '40001' });
  });
});
