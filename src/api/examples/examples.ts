import type { Example } from './example.js';
import { NOT_ALIKE } from './not-alike.js';
import { PRINTED_FIGURES } from './printed-figures.js';
import { SIDE_BY_SIDE } from './side-by-side.js';
import { WAYS_OF_ASKING } from './ways-of-asking.js';
import { WHAT_IS_THERE } from './what-is-there.js';

/** The playground's menu, a tour from the first to the last; the first one stands ready to run. */
export const EXAMPLES: readonly Example[] = [
  ...SIDE_BY_SIDE,
  ...NOT_ALIKE,
  ...WHAT_IS_THERE,
  ...PRINTED_FIGURES,
  ...WAYS_OF_ASKING,
];
