import { makeArgsLoader, makeListLoader, makeRowLoader } from '../../../src/api/loaders/batch.js';

test('rows are matched by key, whatever order they come in; what is not there is null', async () => {
  const asked: (readonly string[])[] = [];
  const loader = makeRowLoader<string, number>(async (keys) => {
    asked.push(keys);
    return new Map([
      ['c', 3],
      ['a', 1],
    ]);
  });
  expect(await Promise.all(['a', 'b', 'c', 'a'].map((key) => loader.load(key)))).toEqual([1, null, 3, 1]);
  expect(asked).toEqual([['a', 'b', 'c']]);
});

test('a list that is not there is empty', async () => {
  const loader = makeListLoader<string, number>(async () => new Map([['b', [1, 2]]]));
  expect(await Promise.all(['a', 'b'].map((key) => loader.load(key)))).toEqual([[], [1, 2]]);
});

test('keys with equal arguments share one statement', async () => {
  const asked: unknown[] = [];
  const loader = makeArgsLoader<string, { first: number }, string>(async (keys, args) => {
    asked.push([keys, args]);
    return new Map(keys.filter((key) => key !== 'x').map((key) => [key, `${key}${args.first}`]));
  }, 'none');
  const pairs = [
    ['a', 1],
    ['b', 2],
    ['c', 1],
    ['a', 2],
    ['x', 1],
    ['a', 1],
  ] as const;
  const found = await Promise.all(pairs.map(([key, first]) => loader.load({ key, args: { first } })));
  expect(found).toEqual(['a1', 'b2', 'c1', 'a2', 'none', 'a1']);
  expect(asked).toEqual([
    [['a', 'c', 'x'], { first: 1 }],
    [['b', 'a'], { first: 2 }],
  ]);
});
