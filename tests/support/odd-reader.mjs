// A reader that does what the document says, for tests of the threads that readers run in.
import { setTimeout } from 'node:timers';
import { TextDecoder } from 'node:util';
import { parentPort } from 'node:worker_threads';

const DEEDS = {
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, Number(milliseconds))),
  spin: () => {
    for (;;);
  },
  grow: () => {
    const kept = [];
    for (;;) kept.push(Array.from({ length: 10_000 }, (_, index) => ({ index })));
  },
  exit: () => process.exit(3),
  fail: () => {
    throw new TypeError('odd');
  },
  later: () => {
    // Long enough for the answer to be on its way.
    setTimeout(() => DEEDS.fail(), 100);
  },
};

export async function readInThread({ place, bytes }) {
  parentPort.postMessage({ began: place });
  const [verb, argument] = new TextDecoder().decode(bytes).split(' ');
  await DEEDS[verb]?.(argument);
  if (verb === 'refuse')
    return { refusal: { code: 'NOT_A_REPORT', message: 'expected a report, got a poem', context: { title: '春' } } };
  return { report: { title: verb, year: 2019, lineItems: [{ amount: { fen: 2n ** 62n } }] } };
}
