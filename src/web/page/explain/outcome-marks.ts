import type { FindingOutcome } from '../generated/graphql';

/** Beside a word: colour and sign never stand alone. */
export const OUTCOME_MARKS: Readonly<Record<FindingOutcome, string>> = {
  BROKEN: '✕',
  ROUNDING: '≈',
  NOT_EVALUABLE: '–',
  EXACT: '✓',
};
