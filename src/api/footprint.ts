import type { Comparison } from '../app/compare-figures.js';

/** A question whose id an answer gives out. */
export type KeptQuestion = Pick<Comparison, 'id' | 'question'>;

/** What one answer was made from, noted while it is made: it says whether the same question may be given the same bytes again. */
export interface Footprint {
  /** The state of the release that was read; null until all is read, and where something is wrong with the answer. */
  state: string | null;
  /** Whether the request named the release. */
  isPinned: boolean;
  /** Whether the answer hangs on more than question and release, or asking does more than to read. */
  isPassing: boolean;
  /** Whether something was imported while it was read. */
  isMixed: boolean;
  /** Are kept by asking, and have to be by asking again. */
  readonly questions: KeptQuestion[];
}

export function makeFootprint(): Footprint {
  return { state: null, isPinned: false, isPassing: false, isMixed: false, questions: [] };
}
