import { makeAnswers } from '../../../src/api/answers/answers.js';
import type { Answer, Asking, Source } from '../../../src/api/answers/answers.js';
import { chooseEncoding, makeBody } from '../../../src/api/answers/body.js';

const MEGABYTE = 1_048_576;

interface Made extends Source {
  state: string;
  keeps: boolean;
}
const makeSource = (): Made => ({
  state: 'first',
  keeps: true,
  newestState() {
    return Promise.resolve(this.state);
  },
  stateSeen: () => null,
  keepQuestions() {
    return Promise.resolve(this.keeps);
  },
});

const answerOf = (text: string, more: Partial<Answer> = {}): Answer => ({
  ...{ status: 200, headers: [], body: makeBody(Buffer.from(text)), isWhole: true, isPinned: false },
  again: { state: 'first', questions: [] },
  ...more,
});

const askingOf = (key: string | null, make: () => Promise<Answer>, more: Partial<Asking> = {}): Asking => ({
  ...{ key, make, encoding: 'identity', signal: () => new AbortController().signal },
  ...more,
});

/** Asks for the same thing twice; how often it was made. */
async function askTwice(source: Source, answer: Answer, { size = MEGABYTE, key = 'key' as string | null } = {}) {
  const answers = makeAnswers(source, size);
  let made = 0;
  const make = (): Promise<Answer> => Promise.resolve(((made += 1), answer));
  await answers.ask(askingOf(key, make));
  const { isRepeated } = await answers.ask(askingOf(key, make));
  return [made, isRepeated];
}

describe('an answer', () => {
  test('is made once, and given again', async () => {
    expect(await askTwice(makeSource(), answerOf('{}'))).toEqual([1, true]);
  });

  test.each<[string, Partial<Answer>, object]>([
    ['nothing says that it holds again', { again: null }, {}],
    ['it was read in another state than was looked up', { again: { state: 'second', questions: [] } }, {}],
    ['it takes more than an eighth of all', { body: makeBody(Buffer.alloc(MEGABYTE / 8)) }, {}],
    ['its question can not be told by its bytes', {}, { key: null }],
    ['nothing is to be kept', {}, { size: 0 }],
  ])('is made anew where %s', async (_why, more, options) => {
    expect(await askTwice(makeSource(), answerOf('{}', more), options)).toEqual([2, false]);
  });

  test('from an earlier release is of the state that was looked up: the earlier one is kept by then', async () => {
    const pinned = answerOf('{}', { isPinned: true, again: { state: 'of the earlier one', questions: [] } });
    expect(await askTwice(makeSource(), pinned)).toEqual([1, true]);
  });

  test('is made anew when a question whose id it gives out can not be kept again', async () => {
    expect(await askTwice(Object.assign(makeSource(), { keeps: false }), answerOf('{}'))).toEqual([2, false]);
  });

  test('goes with its state, also when it comes back', async () => {
    const source = makeSource();
    const answers = makeAnswers(source, MEGABYTE);
    const ask = () =>
      answers.ask(
        askingOf('key', () => Promise.resolve(answerOf('{}', { again: { state: source.state, questions: [] } }))),
      );
    await ask();
    source.state = 'second';
    expect((await ask()).isRepeated).toBe(false);
    source.state = 'first';
    expect((await ask()).isRepeated).toBe(false);
    expect((await ask()).isRepeated).toBe(true);
  });

  test('is not kept where the state is another one when it is made', async () => {
    const source = makeSource();
    const answers = makeAnswers(source, MEGABYTE);
    let finish = (_answer: Answer): void => undefined;
    const slow = answers.ask(askingOf('slow', () => new Promise((resolve) => (finish = resolve))));
    await Promise.resolve();
    source.state = 'second';
    await answers.ask(askingOf('other', () => Promise.resolve(answerOf('{}'))));
    finish(answerOf('{}'));
    await slow;
    expect((await answers.ask(askingOf('slow', () => Promise.resolve(answerOf('{}'))))).isRepeated).toBe(false);
  });
});

test('what is kept is bounded in bytes, compressed forms included; what was not asked for the longest goes first', async () => {
  const size = 100_000;
  const answers = makeAnswers(makeSource(), size);
  const ask = (key: string, encoding: 'identity' | 'gzip' = 'identity') =>
    answers.ask(askingOf(key, () => Promise.resolve(answerOf(`${key} `.repeat(1_000))), { encoding }));
  await ask('0');
  const before = answers.size();
  const { form } = await ask('0', 'gzip');
  expect(answers.size()).toBe(before + form.bytes.length);
  for (let key = 1; key < 200; key += 1) await ask(String(key));
  expect(answers.size()).toBeLessThanOrEqual(size);
  expect([(await ask('199')).isRepeated, (await ask('0')).isRepeated]).toEqual([true, false]);
});

describe('who asks what is being answered', () => {
  test('waits for that answer', async () => {
    const answers = makeAnswers(makeSource(), MEGABYTE);
    let made = 0;
    const make = async (): Promise<Answer> => {
      made += 1;
      await new Promise((resolve) => setTimeout(resolve, 20));
      return answerOf('{}');
    };
    const given = await Promise.all([1, 2, 3].map(() => answers.ask(askingOf('key', make))));
    expect([made, given.map(({ isRepeated }) => isRepeated)]).toEqual([1, [false, true, true]]);
  });

  test('is answered for himself where that fails, or has errors', async () => {
    const answers = makeAnswers(makeSource(), MEGABYTE);
    const failing = answers.ask(askingOf('key', () => Promise.reject(new Error('gone'))));
    const others = [1, 2].map(() =>
      answers.ask(askingOf('key', () => Promise.resolve(answerOf('own', { again: null })))),
    );
    await expect(failing).rejects.toThrow('gone');
    for (const { form, isRepeated } of await Promise.all(others))
      expect([form.bytes.toString(), isRepeated]).toEqual(['own', false]);
  });

  test('does not wait longer than he has time', async () => {
    const answers = makeAnswers(makeSource(), MEGABYTE);
    void answers.ask(askingOf('key', () => new Promise(() => undefined)));
    const late = AbortSignal.timeout(20);
    const given = await answers.ask(
      askingOf('key', () => Promise.resolve(answerOf('too late')), { signal: () => late }),
    );
    expect(given.form.bytes.toString()).toBe('too late');
  });
});

test('a store that can not be looked at does not keep from answering', async () => {
  const source = { ...makeSource(), newestState: () => Promise.reject(new Error('no store')) };
  expect(await askTwice(source, answerOf('{}'))).toEqual([2, false]);
});

test.each([
  [undefined, 'identity'],
  ['', 'identity'],
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip', 'gzip'],
  ['gzip;q=0.5, br;q=0.1', 'gzip'],
  ['br;q=0, gzip;q=0', 'identity'],
  ['identity;q=1, br;q=0.5', 'identity'],
  ['*', 'br'],
  ['*;q=0', 'identity'],
  ['zstd', 'identity'],
])('accept-encoding: %s is answered with %s', (accepted, encoding) => {
  expect(chooseEncoding(accepted)).toBe(encoding);
});
