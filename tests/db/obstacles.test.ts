import { describe, expect, it } from '@jest/globals';
import { explain } from '../../src/store/guard-store.js';
import { STORE_KINDS, useTestStore } from '../support/test-stores.js';

describe.each(STORE_KINDS)('What stands in the way on $name is said as such:', (kind) => {
  const store = useTestStore(kind);

  it.each([
    [
      'a full disk',
      '53100',
      'expected room on the disk of the store, got none: what was committed before is safe, nothing was added',
    ],
    [
      'a role without the right',
      '42501',
      'expected a role that may do this in the database, got: reason of the server',
    ],
    ['a statement that was cancelled', '57014', /^expected an answer in time, got a statement that takes longer/],
    ['a server that stops', '57P01', 'expected a store that answers, got none; try again later'],
  ])('%s', async (_, sqlstate, message) => {
    const raise = `DO $$ BEGIN RAISE EXCEPTION 'reason of the server' USING ERRCODE = '${sqlstate}'; END $$`;
    await expect(store().client.$executeRawUnsafe(raise).catch(explain)).rejects.toMatchObject({
      code: sqlstate === '57014' ? 'TIMEOUT' : 'STORE_UNAVAILABLE',
      message: message instanceof RegExp ? expect.stringMatching(message) : message,
    });
  });

  it('and a bug as it is', async () => {
    await expect(store().client.$executeRawUnsafe('SELECT nothing').catch(explain)).rejects.toMatchObject({
      name: 'PrismaClientKnownRequestError',
    });
  });
});
