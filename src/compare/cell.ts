import type { CellValue } from './cell-value.js';
import type { Entity } from './evidence.js';
import type { Measure } from './measure.js';

/** One cell of a comparison with what it is held against. */
export interface Cell {
  readonly place: number;
  readonly measure: Measure;
  readonly entity: Entity;
  readonly year: number;
  readonly value: CellValue;
  readonly baseline: {
    readonly measure: Measure;
    readonly entity: Entity;
    readonly year: number;
    readonly value: CellValue;
  } | null;
}
