import { randomUUID } from 'node:crypto';
import { aggregateFigures } from '../app/aggregate-figures.js';
import type { SumRequest, SummedFigures } from '../app/aggregate-figures.js';
import type { Demand } from '../app/answer-question.js';
import { compareFigures } from '../app/compare-figures.js';
import type { Comparison } from '../app/compare-figures.js';
import type { CompareRequest } from '../app/compare-request.js';
import { followTrend } from '../app/follow-trend.js';
import type { TrendAnswer, TrendRequest } from '../app/follow-trend.js';
import { holdAgainstBudget } from '../app/hold-against-budget.js';
import type { ExecutionAnswer, ExecutionRequest } from '../app/hold-against-budget.js';
import { rankFigures } from '../app/rank-figures.js';
import type { RankedFigures, Ranking } from '../app/rank-figures.js';
import type { PageRequest } from '../domain/filters.js';
import type { Release } from '../domain/records.js';
import type { Reference } from '../domain/reference.js';
import { MOST_HINTS, findHints } from '../app/hints.js';
import type { Named } from '../app/named.js';
import { listStatistics } from '../app/list-statistics.js';
import type { ListedStatistics, StatisticsAsked } from '../app/list-statistics.js';
import { readCoverage, readCoverageOf } from '../app/read-coverage.js';
import type { Coverage } from '../app/read-coverage.js';
import { readCrosswalk } from '../app/read-crosswalk.js';
import type { CrosswalkAnswer, CrosswalkRequest } from '../app/read-crosswalk.js';
import { keepQuestion } from '../app/saved-questions.js';
import { beginReading } from '../store/begin-reading.js';
import type { ReadingOptions } from '../store/begin-reading.js';
import { makeMemory } from '../store/memory.js';
import type { Memory } from '../store/memory.js';
import { guardStore } from '../store/guard-store.js';
import { newestRelease, releaseSeen } from '../store/release-watch.js';
import { findKeptRelease, findLatestRelease } from '../store/releases.js';
import type { ReleaseState } from '../store/releases.js';
import type { Store } from '../store/store.js';
import { makeFootprint } from './footprint.js';
import type { Footprint, KeptQuestion } from './footprint.js';
import { makeLoaders } from './loaders/loaders.js';
import type { Loaders } from './loaders/loaders.js';

export type { ReadingOptions, ReleaseState };

/** What all requests draw on. */
export interface Holdings {
  readonly store: Store;
  readonly reference: Reference;
  /** Figures that are answered from without asking the store; default: none. */
  readonly memory?: Memory | null;
}

/** The holdings, with so many bytes of figures in memory. */
export function withMemory(holdings: Holdings, bytes: number): Holdings {
  return { ...holdings, memory: bytes === 0 ? null : makeMemory(holdings.store, bytes) };
}

/** What one request works with. */
export interface Context {
  readonly requestId: string;
  readonly loaders: Loaders;
  readonly reference: Reference;
  /** Sentences for the hints of the answer, besides those that lists lead to. */
  readonly hints: string[];
  /** What the answer was made from by now. */
  readonly footprint: Footprint;
  /** All sentences for extensions.hints, ten at most: what was asked for and is not known. Call it when all else is answered. */
  findHints(): Promise<string[]>;
  /** Before all that was asked for is read once more. */
  forgetHints(): void;
  /** The release that is read, read once a request: the newest where the request is not pinned. */
  release(): Promise<ReleaseState>;
  /**
   * Answers from this release. Comes before all reading.
   * @throws AppError BAD_USER_INPUT where there is no such release, or it is kept no longer
   */
  pin(releaseId: string): Promise<ReleaseState>;
  /**
   * Comes after all reading, of every request.
   * @throws AppError STORE_BUSY, BAD_USER_INPUT where what was read may be of two releases
   */
  close(): Promise<void>;
  compare(request: CompareRequest, demand: Demand): Promise<Comparison>;
  rank(request: CompareRequest, ranking: Ranking, page: PageRequest, demand: Demand): Promise<RankedFigures>;
  trend(request: TrendRequest, demand: Demand): Promise<TrendAnswer>;
  execution(request: ExecutionRequest, demand: Demand): Promise<ExecutionAnswer>;
  aggregate(request: SumRequest, page: PageRequest): Promise<SummedFigures>;
  /** Keeps the question, so that the id leads to it. */
  keep(comparison: Comparison): Promise<void>;
  crosswalk(request: CrosswalkRequest): Promise<CrosswalkAnswer>;
  statistics(asked: StatisticsAsked): Promise<ListedStatistics>;
  coverage(within: string | null): Promise<Coverage>;
  coverageOf(districtCodes: readonly string[], years: readonly number[]): Promise<Coverage>;
}

/**
 * A context for one request, with loaders of its own. Once `signal` is aborted nothing more is read: what waits fails with its reason. Without a
 * transaction on Postgres the end of a request may be STORE_BUSY.
 */
export function makeContext(
  { store: whole, reference, memory = null }: Holdings,
  requestId: string = randomUUID(),
  signal: AbortSignal = new AbortController().signal,
  options: ReadingOptions = { inTransaction: true },
): Context {
  const reading = beginReading(whole, signal, { memory, ...options });
  const { store } = reading;
  const footprint = makeFootprint();
  let release: Promise<ReleaseState> | undefined;
  const hints: string[] = [];
  const asked: Named[] = [];
  return {
    requestId,
    footprint,
    loaders: makeLoaders(store, reference, {
      names: (names) => void asked.push(...names),
      // Questions come and go whatever the release.
      questions: () => void (footprint.isPassing = true),
    }),
    reference,
    hints,
    findHints: async () => [...new Set([...hints, ...(await findHints(store, reference, asked))])].slice(0, MOST_HINTS),
    forgetHints: () => {
      hints.length = 0;
      asked.length = 0;
    },
    release: () => (release ??= reading.release()),
    pin: (releaseId) => {
      footprint.isPinned = true;
      return (release ??= reading.pinTo(releaseId));
    },
    close: () => reading.close(),
    compare: (request, demand) => compareFigures(store, reference, request, demand),
    rank: (request, ranking, page, demand) => rankFigures(store, reference, request, ranking, page, demand),
    trend: (request, demand) => followTrend(store, reference, request, demand),
    execution: (request, demand) => holdAgainstBudget(store, reference, request, demand),
    aggregate: (request, page) => aggregateFigures(store, reference, request, page),
    keep: async (comparison) => {
      const hint = await keepQuestion(whole, comparison);
      // An answer has ten hints at most, and this one nobody could tell otherwise.
      if (hint !== null) hints.unshift(hint);
      if (hint === null) footprint.questions.push({ id: comparison.id, question: comparison.question });
      else footprint.isPassing = true;
    },
    crosswalk: (request) => readCrosswalk(store, reference, request),
    statistics: (asked) => listStatistics(store, reference, asked),
    coverage: (within) => {
      if (within !== null) asked.push({ kind: 'DIVISION', value: within });
      return readCoverage(store, reference, within);
    },
    coverageOf: (codes, years) => readCoverageOf(store, reference, codes, years),
  };
}

/**
 * Whether the store answers.
 * @throws AppError STORE_UNAVAILABLE, TIMEOUT
 */
export async function checkStore({ store }: Holdings, signal: AbortSignal): Promise<void> {
  await findLatestRelease(guardStore(store, signal));
}

/** The state of the newest release, as it was some milliseconds ago at most: another one as soon as rows are others. */
export async function findNewestState({ store }: Holdings): Promise<string> {
  return (await newestRelease(store, freshnessOf(store))).state;
}

/** The same where no statement has to say it; null: one has to. */
export function newestStateSeen({ store }: Holdings): string | null {
  return releaseSeen(store, freshnessOf(store))?.state ?? null;
}

/** Only this process writes to the embedded store, and knows at once when it has. */
function freshnessOf({ kind }: Store): number | undefined {
  return kind === 'EMBEDDED' ? Infinity : undefined;
}

/** Keeps questions whose ids were given out before; false where one can't be kept. */
export async function keepQuestions({ store }: Holdings, questions: readonly KeptQuestion[]): Promise<boolean> {
  const refusals = await Promise.all(questions.map((question) => keepQuestion(store, question)));
  return refusals.every((refusal) => refusal === null);
}

/** The release that an export would be of. */
export async function findRelease({ store }: Holdings, releaseId: string | null): Promise<Release> {
  return releaseId === null ? findLatestRelease(store) : (await findKeptRelease(store, releaseId)).release;
}
