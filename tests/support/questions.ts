import { AS_THEY_ARE, SAME_CELL } from '../../src/compare/question.js';
import type { Baseline } from '../../src/compare/question.js';

/** A question with nothing asked for but what its entities have. */
export const PLAIN = { ...AS_THEY_ARE, stages: null, baseline: null, unit: 'WAN_YUAN' } as const;

/** A baseline with these coordinates replaced. */
export function against(replaced: Partial<Baseline> = {}): Baseline {
  return { ...SAME_CELL, ...replaced };
}
