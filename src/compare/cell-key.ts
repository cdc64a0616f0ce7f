import type { Stage, WarningCode } from '../domain/closed-lists.js';
import type { Entity } from './evidence.js';
import type { Measure } from './measure.js';
import type { Say } from './words/words.js';

export interface CellKey {
  readonly measure: Measure;
  readonly entity: Entity;
  readonly year: number;
  /** Null: the one preferred where there is one, else the outturn, else the original budget. */
  readonly stage: Stage | null;
  readonly preferred: Stage | null;
  /** What the measure is divided by. */
  readonly over: Measure | 'NOT_APPLICABLE' | null;
}

/** A sentence about one cell by itself: put into words where somebody reads it. */
export interface CellNote {
  readonly code: WarningCode;
  readonly say: Say;
}
