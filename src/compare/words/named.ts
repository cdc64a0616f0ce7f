import type { Stage } from '../../domain/closed-lists.js';

/** A figure by whose it is and of which year; by its stage too where several are named. */
export interface NamedFigure {
  readonly name: string;
  readonly year: number;
  readonly stage?: Stage;
}

/** How many of a kind a sentence names. */
export const MOST_NAMED = 3;

/** A metric or an account. */
export interface NamedMeasure {
  readonly name: string;
  readonly nameZh: string;
}

/** An account as it is meant in one year. */
export interface NamedAccount {
  /** With its code. */
  readonly name: string;
  readonly year: number;
}

/** What is noted of a change, with the first year of the new state; as the reference data have it. */
export interface NotedChange {
  readonly note: string;
  readonly year: number;
}
