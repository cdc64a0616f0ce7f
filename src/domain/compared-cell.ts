import type { CellStatus, MissingReason, Stage, Unit, WarningCode } from './closed-lists.js';

export interface Warning {
  readonly code: WarningCode;
  readonly message: string;
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
}
