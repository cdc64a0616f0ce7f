import type { CellValue } from './cell-value.js';
import type { Entity } from './evidence.js';
import type { Measure } from './measure.js';
import type { Say } from './words/words.js';

/** A value with its coordinates. */
export interface Placed {
  readonly measure: Measure;
  readonly entity: Entity;
  readonly year: number;
  readonly value: CellValue;
}

/** One cell of a comparison with what it is held against. */
export interface Cell extends Placed {
  readonly place: number;
  readonly baseline: CellBaseline | null;
}

export interface CellBaseline {
  /** Whose it is and of which year. */
  readonly named: Say;
  readonly year: number;
  readonly value: CellValue;
  /** What it is made of: one value, or those that it is the average of. */
  readonly of: readonly Placed[];
}
