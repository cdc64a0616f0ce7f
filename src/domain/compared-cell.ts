import type { CellStatus, MissingReason, Stage, Unit, WarningCode } from './closed-lists.js';

export interface Warning {
  readonly code: WarningCode;
  readonly message: string;
}

/** One printed figure or number of the text in a value; what is taken off is negative. In fen; counts and points in millionths. */
export interface CellTerm {
  /** The row or clause, with its code where it has one. */
  readonly called: string;
  readonly fen: bigint;
  readonly lineItemId: string | null;
  readonly factId: string | null;
}

/** What one department adds to a value; of a share with what it is taken of. */
export interface CellPart {
  readonly departmentId: string;
  readonly year: number;
  readonly terms: readonly CellTerm[];
  readonly total: readonly CellTerm[] | null;
  /** The same, derived in another way. */
  readonly others: readonly { readonly called: string; readonly fen: bigint }[];
}

/** A cell of a comparison's answer; figures are exact decimal text in `unit`. */
export interface ComparedCell {
  readonly metric: string;
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
  readonly ratio: string | null;
  readonly changeRate: string | null;
  readonly rank: number | null;
  readonly warnings: readonly Warning[];
  readonly lineItemIds: readonly string[];
  /** Numbers of the text. */
  readonly factIds: readonly string[];
  /** What the value is made of; empty where there is none. */
  readonly parts: readonly CellPart[];
  readonly baselineParts: readonly CellPart[];
}
