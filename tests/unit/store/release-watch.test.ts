import { jest } from '@jest/globals';
import { FRESH_FOR, newestRelease, newestReleaseByNow } from '../../../src/store/release-watch.js';
import type { Store } from '../../../src/store/store.js';

/** A store of which each look at the newest release waits until it is answered with a state, or fails. */
function makeStore() {
  const looks: { answer(state: string): void; fail(): void }[] = [];
  const $queryRaw = () =>
    new Promise((resolve, reject) => {
      looks.push({ answer: (state) => resolve([{ state }]), fail: () => reject(new Error('gone')) });
    });
  const store = { client: { $queryRaw }, writes: { pending: 0, done: 0 } } as unknown as Store;
  const stateOf = async (newest: ReturnType<typeof newestRelease>) => (await newest).state;
  return {
    looks,
    writes: store.writes,
    begin: () => stateOf(newestRelease(store)),
    end: () => stateOf(newestReleaseByNow(store)),
    answer: async (look: number, state: string) => {
      looks[look]?.answer(state);
      await jest.advanceTimersByTimeAsync(0);
    },
  };
}

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

test('requests that begin at the same time share a look', async () => {
  const { looks, begin, answer } = makeStore();
  const begun = [begin(), begin(), begin()];
  await answer(0, 'one');
  expect(await Promise.all(begun)).toEqual(['one', 'one', 'one']);
  expect(looks).toHaveLength(1);
});

test('a look is new enough for so many milliseconds since it began, however long it took', async () => {
  const { looks, begin, answer } = makeStore();
  const first = begin();
  await jest.advanceTimersByTimeAsync(FRESH_FOR - 1);
  await answer(0, 'one');
  await first;
  await jest.advanceTimersByTimeAsync(1);
  expect([await begin(), looks.length]).toEqual(['one', 1]);
  await jest.advanceTimersByTimeAsync(1);
  const later = begin();
  await answer(1, 'two');
  expect([await later, looks.length]).toEqual(['two', 2]);
});

test('what this process has written is not to be overlooked: neither what is about to be committed nor by a look from before', async () => {
  const { looks, writes, begin, answer } = makeStore();
  const first = begin();
  writes.pending = 1;
  const second = begin();
  expect(looks).toHaveLength(1); // one after the other
  await answer(0, 'one');
  await answer(1, 'one');
  expect(await Promise.all([first, second])).toEqual(['one', 'one']);
  Object.assign(writes, { pending: 0, done: 1 });
  const third = begin();
  await answer(2, 'two');
  expect([await third, await begin(), looks.length]).toEqual(['two', 'two', 3]);
});

test('requests that end while a look runs share the next one, and no look of before is theirs', async () => {
  const { looks, begin, end, answer } = makeStore();
  const begun = begin();
  const ended = [end(), end(), end()];
  expect(looks).toHaveLength(1);
  await answer(0, 'one');
  expect(looks).toHaveLength(2);
  const late = end();
  await answer(1, 'two');
  expect([await begun, ...(await Promise.all(ended))]).toEqual(['one', 'two', 'two', 'two']);
  await answer(2, 'three');
  expect([await late, looks.length]).toEqual(['three', 3]);
});

test('who begins takes what who ended has seen', async () => {
  const { looks, begin, end, answer } = makeStore();
  const ended = end();
  const begun = begin();
  await answer(0, 'one');
  expect([await ended, await begun, await begin(), looks.length]).toEqual(['one', 'one', 'one', 1]);
});

test('a look that fails fails those who wait for it, and the next is tried', async () => {
  const { looks, begin, end, answer } = makeStore();
  const begun = begin();
  const ended = end();
  looks[0]?.fail();
  await expect(begun).rejects.toThrow('gone');
  await answer(1, 'one');
  expect([await ended, looks.length]).toEqual(['one', 2]);
});
