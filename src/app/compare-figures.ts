import { compare } from '../compare/compare.js';
import type { Answer } from '../compare/compare.js';
import { once } from '../domain/once.js';
import type { Reference } from '../domain/reference.js';
import type { Store } from '../store/store.js';
import { answerQuestion } from './answer-question.js';
import type { Demand } from './answer-question.js';
import { findCompareHints } from './compare-hints.js';
import { settleRequest } from './compare-request.js';
import type { CompareRequest } from './compare-request.js';
import { addressOf } from './content-address.js';

export type { ComparedCell } from '../compare/compare.js';

export interface Comparison extends Answer {
  /** Of the question: the same input has the same id. */
  readonly id: string;
  /** The input as JSON, with its defaults. */
  readonly question: string;
  /** What was asked for and is not known. */
  readonly hints: readonly string[];
}

/**
 * Puts figures side by side, in the statements of `answerQuestion`.
 * @throws AppError BAD_USER_INPUT
 */
export async function compareFigures(
  store: Store,
  reference: Reference,
  request: CompareRequest,
  demand?: Demand,
): Promise<Comparison> {
  const { answer, compared } = await answerQuestion(store, reference, request, { answer: compare, demand });
  const { verdict, cells } = answer;
  const hints = await findCompareHints(store, reference, request, { ...compared, cells });
  const question = once(() => settleRequest(request));
  return {
    ...{ verdict, cells, hints },
    get warnings() {
      return answer.warnings;
    },
    get id() {
      return addressOf(question());
    },
    get question() {
      return question();
    },
  };
}
