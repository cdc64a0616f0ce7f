import { CHECKED } from './checked.js';
import { CODES_FIRST } from './codes-first.js';
import type { Example } from './example.js';
import { GROWTH_AND_EXECUTION } from './growth-and-execution.js';
import { HINTS_AND_REFUSALS } from './hints-and-refusals.js';
import { IN_THE_TEXT } from './in-the-text.js';
import { NOT_ALIKE } from './not-alike.js';
import { ON_ONE_SCALE } from './on-one-scale.js';
import { PAGE_BY_PAGE } from './page-by-page.js';
import { PERFORMANCE } from './performance.js';
import { PRINTED_FIGURES } from './printed-figures.js';
import { RATIOS } from './ratios.js';
import { SIDE_BY_SIDE } from './side-by-side.js';
import { SUMS } from './sums.js';
import { WAYS_OF_ASKING } from './ways-of-asking.js';
import { WHAT_IS_THERE } from './what-is-there.js';

/** The playground's menu, a tour from the first to the last; the first one stands ready to run. */
export const EXAMPLES: readonly Example[] = [
  ...SIDE_BY_SIDE,
  ...ON_ONE_SCALE,
  ...RATIOS,
  ...GROWTH_AND_EXECUTION,
  ...SUMS,
  ...CODES_FIRST,
  ...WHAT_IS_THERE,
  ...PRINTED_FIGURES,
  ...NOT_ALIKE,
  ...CHECKED,
  ...IN_THE_TEXT,
  ...PERFORMANCE,
  ...HINTS_AND_REFUSALS,
  ...WAYS_OF_ASKING,
  ...PAGE_BY_PAGE,
];
