import { settleRequest } from '../../src/app/compare-request.js';
import type { CompareRequest } from '../../src/app/compare-request.js';
import { addressOf } from '../../src/app/content-address.js';

/** The id that a comparison has, whether it was ever made or not. */
export function comparisonId(request: CompareRequest): string {
  return addressOf(settleRequest(request));
}
