import { LRUCache } from 'lru-cache';
import type { KeptQuestion } from '../footprint.js';
import type { Body, Encoding, Form } from './body.js';

/** What is sent for a question. */
export interface Answer {
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Body;
  /** The name that the client gave its question. */
  readonly operation?: string | undefined;
  /** Whether it has no errors. */
  readonly isWhole: boolean;
  /** Whether its release was named. */
  readonly isPinned: boolean;
  /** Null: the next one who asks may get another. */
  readonly again: Repeatable | null;
}

/** What has to hold for an answer to be given again. */
export interface Repeatable {
  /** The state of the release that was read. */
  readonly state: string;
  /** Are kept for their ids. */
  readonly questions: readonly KeptQuestion[];
}

/** How answers are made, and what is known without making one. */
export interface Source {
  /** The state of the newest release: another one as soon as any answer may be. */
  newestState(): Promise<string>;
  /** The same where it is known already. */
  stateSeen(): string | null;
  /** Whether all of the questions are kept (again) for their ids. */
  keepQuestions(questions: readonly KeptQuestion[]): Promise<boolean>;
}

/** One request for an answer. */
export interface Asking {
  /** Tells questions apart; null: this one is answered for itself. */
  readonly key: string | null;
  readonly encoding: Encoding;
  /** Aborted where nobody waits for the answer any more, or it is too late. */
  signal(): AbortSignal;
  make(): Promise<Answer>;
}

export interface Given {
  readonly answer: Answer;
  /** Its bytes as they were asked for. */
  readonly form: Form;
  /** Whether it was made for another request. */
  readonly isRepeated: boolean;
}

export interface Answers {
  ask(asking: Asking): Promise<Given>;
  /** Bytes that are kept by now. */
  size(): number;
}

/** What an answer takes besides its bytes, about. */
const OVERHEAD = 1_000;
/** The share of all that one answer may take. */
const LARGEST = 1 / 8;

/**
 * Keeps answers, at most so many bytes of them (0: none), for as long as the newest release is in the state that it was in: that decides on answers
 * from earlier releases too, as they may be kept no longer. Who asks what is being answered waits for that answer.
 */
export function makeAnswers(source: Source, mostBytes: number): Answers {
  const kept = new LRUCache<string, Answer>({
    maxSize: Math.max(1, mostBytes),
    maxEntrySize: Math.max(1, Math.floor(mostBytes * LARGEST)),
    sizeCalculation: ({ body }) => body.size() + OVERHEAD,
  });
  let current = '';
  const underWay = new Map<string, Promise<Answer>>();

  const make = async (state: string, key: string, asking: Asking): Promise<Answer> => {
    const answer = await asking.make();
    const isRepeatable = answer.again !== null && (answer.isPinned || answer.again.state === state);
    if (isRepeatable && current === state) kept.set(key, answer);
    return answer;
  };

  const give = async ({ key, encoding }: Asking, answer: Answer, isRepeated: boolean): Promise<Given> => {
    const before = answer.body.size();
    const form = await answer.body.form(encoding);
    if (key !== null && answer.body.size() > before && kept.peek(key) === answer) {
      kept.delete(key); // what is there already is not measured again
      kept.set(key, answer);
    }
    return { answer, form, isRepeated };
  };

  const enter = (state: string): void => {
    if (state !== current) kept.clear();
    current = state;
  };

  const ask = async (asking: Asking): Promise<Given> => {
    const key = mostBytes > 0 ? asking.key : null;
    const state =
      key === null ? null : (source.stateSeen() ?? (await unlessAborted(source.newestState(), asking.signal())));
    if (key === null || state === null) return give(asking, await asking.make(), false);
    enter(state);
    const known = kept.get(key);
    if (known?.again && (await source.keepQuestions(known.again.questions))) return give(asking, known, true);
    const place = `${state} ${key}`;
    const leader = underWay.get(place);
    const shared = leader && (await unlessAborted(leader, asking.signal()));
    if (shared?.again) return give(asking, shared, true);
    const own = make(state, key, asking);
    underWay.set(place, own);
    try {
      return await give(asking, await own, false);
    } finally {
      if (underWay.get(place) === own) underWay.delete(place);
    }
  };
  return { ask, size: () => kept.calculatedSize };
}

/** Null where it fails, or is waited for no longer. */
function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T | null> {
  const aborted = new Promise<null>((resolve) => {
    const stop = (): void => resolve(null);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
  return Promise.race([promise.catch(() => null), aborted]);
}
