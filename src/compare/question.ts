import type { AmountUnit, Average, Normalisation, Stage } from '../domain/closed-lists.js';
import type { Entity } from './evidence.js';
import type { Measure } from './measure.js';

/** The same cell with these coordinates replaced. */
export interface Baseline {
  readonly entity: Entity | null;
  /** Of all entities of the question, instead of one of them. */
  readonly average: Average | null;
  readonly year: number | null;
  readonly previousYear: boolean;
  /** The first of them that has a value; null: the cell's own. */
  readonly stages: readonly Stage[] | null;
  /** The measures of the question, in its order, read as of another year; null: as those of the cells. */
  readonly measures: readonly Measure[] | null;
}

/** The cell itself: nothing is replaced yet. */
export const SAME_CELL: Baseline = {
  ...{ entity: null, average: null, year: null, previousYear: false, stages: null, measures: null },
};

/** What values are turned into before they are held against each other. */
export interface Normaliser {
  readonly normalise: Normalisation;
  /** Of REAL_TERMS and INDEX. */
  readonly baseYear: number | null;
  /** Of stored statistics; null: the newest that covers the year. */
  readonly vintage: string | null;
}

/** A comparison with all defaults settled. */
export interface Question extends Normaliser {
  readonly measures: readonly Measure[];
  readonly entities: readonly Entity[];
  readonly years: readonly number[];
  /** Null: for each cell the outturn where there is one, else the original budget. */
  readonly stages: readonly Stage[] | null;
  readonly baseline: Baseline | null;
  readonly unit: AmountUnit;
}

/** Amounts as they are. */
export const AS_THEY_ARE: Normaliser = { normalise: 'NONE', baseYear: null, vintage: null };

/** How many cells the answer will have. */
export function countCells({ measures, entities, years, stages }: Question): number {
  return measures.length * entities.length * years.length * (stages?.length ?? 1);
}

/** All years whose figures are looked at. */
export function yearsOf({ years, baseline, baseYear, normalise }: Question): number[] {
  const own = [...years, ...(normalise === 'INDEX' && baseYear !== null ? [baseYear] : [])];
  const before = baseline?.previousYear ? years.map((year) => year - 1) : [];
  const fixed = baseline?.year == null ? [] : [baseline.year];
  return [...new Set([...own, ...before, ...fixed])];
}
