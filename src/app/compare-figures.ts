import { compare } from '../compare/compare.js';
import type { Answer } from '../compare/compare.js';
import { resolveMeasure, withDenominators } from '../compare/measure.js';
import { countCells, yearsOf } from '../compare/question.js';
import type { Reference } from '../domain/reference.js';
import type { Store } from '../store/store.js';
import { answerFromStore } from './answer-from-store.js';
import { findCompareHints } from './compare-hints.js';
import { MOST_CELLS, checkRequest, checkSize, identifyRequest, settleRequest } from './compare-request.js';
import type { CompareRequest } from './compare-request.js';
import { findStatistics } from './compare-statistics.js';
import { gatherReports } from './gather-reports.js';
import { settleQuestion } from './settle-question.js';

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
 * Puts figures side by side: two statements for reports and departments, one more each for a baseline of another district or department
 * and for statistics, and those of `answerFromStore`.
 * @param mostCells what a caller can answer
 * @throws AppError BAD_USER_INPUT
 */
export async function compareFigures(
  store: Store,
  reference: Reference,
  request: CompareRequest,
  mostCells = MOST_CELLS,
): Promise<Comparison> {
  checkRequest(request);
  const measures = request.metrics.map(resolveMeasure);
  const gathered = await gatherReports(store, reference, request);
  const question = settleQuestion(request, measures, gathered);
  checkSize(countCells(question), mostCells);
  const { answer, evidence } = await answerFromStore(
    store,
    reference,
    {
      ...gathered,
      measures: withDenominators([...question.measures, ...(question.baseline?.measures ?? [])], question.normalise),
      years: yearsOf(question),
      statistics: await findStatistics(store, reference, request, question),
    },
    (all) => compare(question, all),
  );
  const hints = await findCompareHints(store, reference, request, { ...evidence, ...gathered, ...answer, question });
  return { ...answer, id: identifyRequest(request), question: settleRequest(request), hints };
}
