import { makeGate } from '../../../src/store/gate.js';

const never = new AbortController().signal;

test('so many are let in at once, the others in the order they came', async () => {
  const gate = makeGate(2);
  const order: string[] = [];
  const enter = (name: string) =>
    gate.enter(never).then((leave) => {
      order.push(name);
      return leave;
    });
  const [first, second, third, fourth] = ['first', 'second', 'third', 'fourth'].map(enter);
  (await second)?.();
  await third;
  expect(order).toEqual(['first', 'second', 'third']);
  (await first)?.();
  await fourth;
  expect(order).toEqual(['first', 'second', 'third', 'fourth']);
});

test('whose time is over takes no place when it is its turn, and says why', async () => {
  const gate = makeGate(1);
  const leave = await gate.enter(never);
  const controller = new AbortController();
  const late = gate.enter(controller.signal);
  const next = gate.enter(never);
  controller.abort(new Error('too late'));
  leave();
  await expect(late).rejects.toThrow('too late');
  (await next)();
  await expect(gate.enter(AbortSignal.abort(new Error('gone')))).rejects.toThrow('gone');
  expect(typeof (await gate.enter(never))).toBe('function');
});
