import { makeStatementNames } from '../../../src/store/statement-names.js';

/** Sends a text often enough for it to have a name. */
function nameOften(nameOf: ReturnType<typeof makeStatementNames>, text: string): string | undefined {
  return [1, 2, 3].map(() => nameOf(text)).at(-1);
}

test('a text that is sent a third time has a name, the same ever after and in every process', () => {
  const [nameOf, elsewhere] = [makeStatementNames(), makeStatementNames()];
  const names = [1, 2, 3, 4].map(() => nameOf('SELECT 1'));
  // The first forty digits of `printf 'SELECT 1' | sha256sum`.
  const name = 'duizhao_e004ebd5b5532a4b85984a62f8ad48a81aa3460c';
  expect(names).toEqual([undefined, undefined, name, name]);
  expect(nameOften(elsewhere, 'SELECT 1')).toBe(name);
  expect(nameOften(elsewhere, 'SELECT 2')).not.toBe(name);
  expect(name.length).toBeLessThanOrEqual(63);
});

test('so many have names, and keep them; others stay without', () => {
  const nameOf = makeStatementNames(2);
  const [first, second] = ['SELECT 1', 'SELECT 2'].map((text) => nameOften(nameOf, text));
  expect([first, second]).toEqual([expect.any(String), expect.any(String)]);
  expect(nameOften(nameOf, 'SELECT 3')).toBeUndefined();
  expect([nameOf('SELECT 1'), nameOf('SELECT 2')]).toEqual([first, second]);
});

test('texts that each are sent once take no names from those that are sent often, and are not remembered for ever', () => {
  const nameOf = makeStatementNames(1);
  nameOf('often');
  nameOf('often');
  for (let place = 0; place < 5_000; place++) expect(nameOf(`once ${place}`)).toBeUndefined();
  expect(nameOf('often')).toBeUndefined();
  expect(nameOf('once 4999')).toBeUndefined();
  expect(nameOf('once 4999')).toMatch(/^duizhao_/);
});
