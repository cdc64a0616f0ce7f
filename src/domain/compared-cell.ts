import type {
  Average,
  CellStatus,
  MissingReason,
  Normalisation,
  Stage,
  Unit,
  Verdict,
  WarningCode,
} from './closed-lists.js';
import type { Exact } from './exact.js';
import type { FactFigure, Figure } from './figure.js';
import type { Statistic } from './statistics.js';

export interface Warning {
  readonly code: WarningCode;
  /** What it makes of the figures; of ZERO_BASE: COMPARABLE. */
  readonly verdict: Verdict;
  readonly message: string;
  /** The same in Chinese. */
  readonly messageZh: string;
}

/** Statistics that are not here: the population of a district, or the deflators of two years of one vintage. */
export type LackingStatistic =
  | { readonly kind: 'POPULATION'; readonly districtCode: string; readonly year: number }
  | { readonly kind: 'DEFLATOR'; readonly year: number; readonly baseYear: number };

/** What a number counts: fen, or millionths of pieces or points. */
export type Scale = 'MONEY' | 'COUNT' | 'POINTS';

/** What one department's reports say, in fen (counts and points in millionths), and from which printed figures. */
export interface CellReading {
  readonly fen: bigint;
  readonly figures: readonly Figure[];
  /** Numbers of the text. */
  readonly facts?: readonly FactFigure[];
  /** The same, derived in another way. */
  readonly others?: readonly { readonly fen: bigint; readonly called: string }[];
}

/** What one department adds to a value; of a quotient with what it is divided by. */
export interface CellPart {
  readonly departmentId: string;
  readonly reading: CellReading;
  readonly over: CellReading | null;
}

/** How a value came about. */
export interface ValueTrace {
  readonly year: number;
  readonly stage: Stage | null;
  /** Exact, in fen, millionths or without unit; null: there is none. */
  readonly value: Exact | null;
  /** The departments that are added; empty where there is no value, or where it is an average. */
  readonly parts: readonly CellPart[];
  /** What their sum is divided by; null: nothing. */
  readonly over: { readonly name: string; readonly nameZh: string; readonly scale: Scale } | null;
  /** What then is done with the statistics. */
  readonly statistics: readonly Statistic[];
  /** The statistics that it could not be normalised by; null: none is lacking. */
  readonly lacks: LackingStatistic | null;
  /** Of an index: the value that is 100. */
  readonly base: ValueTrace | null;
  /** Of an average: the values that it is of. */
  readonly average: { readonly of: Average; readonly members: readonly ValueTrace[] } | null;
}

/** A cell of a comparison's answer; figures are exact decimal text in `unit`. */
export interface ComparedCell {
  readonly metric: string;
  /** The metric's Chinese name, code and name of an account, or the name given. */
  readonly metricZh: string;
  readonly districtCode: string;
  readonly departmentId: string | null;
  readonly year: number;
  readonly stage: Stage | null;
  readonly value: string | null;
  readonly unit: Unit;
  readonly status: CellStatus;
  readonly missing: MissingReason | null;
  readonly baseline: string | null;
  readonly baselineStage: Stage | null;
  /** Why there is no baseline; null where there is one, or none was asked for. */
  readonly baselineMissing: MissingReason | null;
  readonly difference: string | null;
  /** The difference of two ratios, times 100. */
  readonly percentagePoints: string | null;
  readonly ratio: string | null;
  readonly changeRate: string | null;
  readonly rank: number | null;
  /** The same cell in a ranking, where it has this rank. */
  ranked(rank: number): ComparedCell;
  /** Less the median of its peers, in `unit`; null: without a value, or among fewer than five. */
  readonly distanceFromMedian: string | null;
  /** Less the mean of its peers, in standard deviations of theirs; null likewise, and where all are equal. */
  readonly zScore: string | null;
  readonly warnings: readonly Warning[];
  readonly lineItemIds: readonly string[];
  /** Numbers of the text. */
  readonly factIds: readonly string[];
  /** Populations and deflators that the value and its baseline were computed with. */
  readonly statistics: readonly Statistic[];
  readonly normalise: Normalisation;
  /** Of the metric itself, without what it is divided by. */
  readonly scale: Scale;
  readonly trace: ValueTrace;
  /** Null where no baseline was asked for. */
  readonly baselineTrace: ValueTrace | null;
}
