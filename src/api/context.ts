import { randomUUID } from 'node:crypto';
import { aggregateFigures } from '../app/aggregate-figures.js';
import type { SumRequest, SummedFigures } from '../app/aggregate-figures.js';
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
import { guardStore } from '../store/guard-store.js';
import { findLatestRelease } from '../store/releases.js';
import type { Store } from '../store/store.js';
import { makeLoaders } from './loaders/loaders.js';
import type { Loaders } from './loaders/loaders.js';

/** What all requests draw on. */
export interface Holdings {
  readonly store: Store;
  readonly reference: Reference;
}

/** What one request works with. */
export interface Context {
  readonly requestId: string;
  readonly loaders: Loaders;
  readonly reference: Reference;
  /** Sentences for the hints of the answer, besides those that lists lead to. */
  readonly hints: string[];
  /** All sentences for extensions.hints, ten at most: what was asked for and is not known. Call it when all else is answered. */
  findHints(): Promise<string[]>;
  /** The newest release, read once a request. */
  release(): Promise<Release>;
  compare(request: CompareRequest): Promise<Comparison>;
  rank(request: CompareRequest, ranking: Ranking, page: PageRequest): Promise<RankedFigures>;
  trend(request: TrendRequest): Promise<TrendAnswer>;
  execution(request: ExecutionRequest): Promise<ExecutionAnswer>;
  aggregate(request: SumRequest, page: PageRequest): Promise<SummedFigures>;
  crosswalk(request: CrosswalkRequest): Promise<CrosswalkAnswer>;
  statistics(asked: StatisticsAsked): Promise<ListedStatistics>;
  coverage(within: string | null): Promise<Coverage>;
  coverageOf(districtCodes: readonly string[], years: readonly number[]): Promise<Coverage>;
}

/** A context for one request, with loaders of its own. Once `signal` is aborted nothing more is read: what waits fails with its reason. */
export function makeContext(
  { store: whole, reference }: Holdings,
  requestId: string = randomUUID(),
  signal: AbortSignal = new AbortController().signal,
): Context {
  const store = guardStore(whole, signal);
  let release: Promise<Release> | undefined;
  const hints: string[] = [];
  const asked: Named[] = [];
  return {
    requestId,
    loaders: makeLoaders(store, reference, (names) => asked.push(...names)),
    reference,
    hints,
    findHints: async () => [...new Set([...hints, ...(await findHints(store, reference, asked))])].slice(0, MOST_HINTS),
    release: () => (release ??= findLatestRelease(store)),
    compare: (request) => compareFigures(store, reference, request),
    rank: (request, ranking, page) => rankFigures(store, reference, request, ranking, page),
    trend: (request) => followTrend(store, reference, request),
    execution: (request) => holdAgainstBudget(store, reference, request),
    aggregate: (request, page) => aggregateFigures(store, reference, request, page),
    crosswalk: (request) => readCrosswalk(store, reference, request),
    statistics: (asked) => listStatistics(store, reference, asked),
    coverage: (within) => {
      if (within !== null) asked.push({ kind: 'DIVISION', value: within });
      return readCoverage(store, reference, within);
    },
    coverageOf: (codes, years) => readCoverageOf(store, reference, codes, years),
  };
}
