import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import { AppError } from '../domain/app-error.js';
import type { Report } from '../domain/report.js';

/** What reading one document may take. */
export interface ReadingLimits {
  /** From when its reading begins. */
  readonly seconds: number;
  /** Of JavaScript heap, in MB. */
  readonly megabytes: number;
}

export const READING_LIMITS: ReadingLimits = { seconds: 60, megabytes: 512 };

export interface ReadingPoolOptions extends ReadingLimits {
  /** Documents read at the same time. */
  readonly threads: number;
  /** Module that has `readInThread`. */
  readonly worker?: URL;
}

/** Threads that read documents, so that one that takes too much harms nothing but itself. */
export interface ReadingPool {
  /**
   * The report that a document's bytes hold. The bytes are taken over: the caller's may be empty afterwards.
   * @throws AppError UNREADABLE_DOCUMENT (also where a limit is exceeded or the reader fails), NOT_A_REPORT
   */
  read(bytes: Uint8Array<ArrayBuffer>): Promise<Report>;
  /** What is being read is given up. */
  close(): Promise<void>;
}

export interface ReadingTask {
  readonly place: number;
  readonly bytes: Uint8Array;
}

export type ReadingAnswer =
  { readonly report: Report } | { readonly refusal: Pick<AppError, 'code' | 'message' | 'context'> };

/** The built worker, seen from src/app and from dist/app alike. */
const WORKER = new URL('../../dist/app/reading-worker.js', import.meta.url);

/** Starts the threads; those that a document ends are replaced. */
export function openReadingPool({ threads, seconds, megabytes, worker = WORKER }: ReadingPoolOptions): ReadingPool {
  const pool = new Piscina<ReadingTask, ReadingAnswer>({
    filename: fileURLToPath(worker),
    name: 'readInThread',
    minThreads: threads,
    maxThreads: threads,
    // Reading waits for callbacks: a thread must not sleep between two documents as if there were none.
    atomics: 'disabled',
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
  });
  /** Starts the clock of a document, by its place. */
  const clocks = new Map<number, () => void>();
  let begun = 0;
  pool.on('message', ({ began }: { began: number }) => clocks.get(began)?.());
  // A thread that fails between two documents is replaced as well.
  pool.on('error', () => undefined);

  const read = async (bytes: Uint8Array<ArrayBuffer>): Promise<Report> => {
    const place = begun++;
    const clock = makeClock(seconds);
    clocks.set(place, clock.start);
    try {
      const own = bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice();
      const answer = await pool.run({ place, bytes: own }, { transferList: [own.buffer], signal: clock.signal });
      if ('report' in answer) return answer.report;
      throw new AppError(answer.refusal.code, answer.refusal.message, answer.refusal.context);
    } catch (error) {
      throw explain(error, clock.signal.aborted, { seconds, megabytes });
    } finally {
      clock.stop();
      clocks.delete(place);
    }
  };
  return { read, close: () => pool.destroy() };
}

interface Clock {
  readonly signal: AbortSignal;
  readonly start: () => void;
  readonly stop: () => void;
}

/** Aborts its signal after some seconds. An answer that has come while this thread had no time for it goes first. */
function makeClock(seconds: number): Clock {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let over = false;
  return {
    signal: controller.signal,
    start: () => {
      timer = setTimeout(() => setImmediate(() => !over && controller.abort()), seconds * 1_000);
    },
    stop: () => {
      over = true;
      clearTimeout(timer);
    },
  };
}

function explain(error: unknown, late: boolean, { seconds, megabytes }: ReadingLimits): AppError {
  if (error instanceof AppError) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  const expectation = 'expected a document that can be read';
  if (late) return new AppError('UNREADABLE_DOCUMENT', `${expectation} within ${seconds} s, got one that takes longer`);
  if (code === 'ERR_WORKER_OUT_OF_MEMORY')
    return new AppError(
      'UNREADABLE_DOCUMENT',
      `${expectation} within ${megabytes} MB of memory, got one that needs more`,
    );
  const sentence = `${expectation}, got one at which the reader failed (${message}): please report it`;
  return new AppError('UNREADABLE_DOCUMENT', sentence, {}, { cause: error });
}
