import type { Evidence } from '../compare/evidence.js';
import { resolveMeasure, withDenominators } from '../compare/measure.js';
import { countCells, yearsOf } from '../compare/question.js';
import type { Question } from '../compare/question.js';
import type { Reference } from '../domain/reference.js';
import type { Store } from '../store/store.js';
import { answerFromStore } from './answer-from-store.js';
import type { Compared } from './compare-hints.js';
import { MOST_CELLS, checkRequest, checkSize } from './compare-request.js';
import type { CompareRequest } from './compare-request.js';
import { findStatistics } from './compare-statistics.js';
import { gatherReports } from './gather-reports.js';
import { settleQuestion } from './settle-question.js';

interface Answering<A> {
  readonly answer: (question: Question, evidence: Evidence) => A;
  /** Given the years with a report, rising; default: those asked for, else these. */
  readonly chooseYears?: (covered: () => readonly number[]) => readonly number[];
  readonly demand?: Demand;
}

/** How much is asked of an answer. */
export interface Demand {
  /** What the caller can answer; default: what one comparison may have. */
  readonly mostCells?: number;
  /** Whether cells lead to the printed figures that they come from, which takes longer; default: they do. */
  readonly withFigures?: boolean;
}

/**
 * Answers a request, with what its hints are made from: two statements for reports and departments, one more each for a baseline of
 * another district or department and for statistics, and those of `answerFromStore`.
 * @throws AppError BAD_USER_INPUT
 */
export async function answerQuestion<A>(
  store: Store,
  reference: Reference,
  request: CompareRequest,
  { answer, chooseYears, demand = {} }: Answering<A>,
): Promise<{ readonly answer: A; readonly compared: Omit<Compared, 'cells'> }> {
  checkRequest(request);
  const measures = request.metrics.map(resolveMeasure);
  const gathered = await gatherReports(store, reference, request);
  const question = settleQuestion(request, measures, gathered, chooseYears);
  checkSize(countCells(question), demand.mostCells ?? MOST_CELLS);
  const found = await answerFromStore(
    store,
    reference,
    {
      ...gathered,
      measures: withDenominators([...question.measures, ...(question.baseline?.measures ?? [])], question.normalise),
      years: yearsOf(question),
      statistics: await findStatistics(store, reference, request, question),
      withFigures: demand.withFigures ?? true,
    },
    (evidence) => answer(question, evidence),
  );
  const { printed, statistics } = found;
  return { answer: found.answer, compared: { ...gathered, printed, statistics, question } };
}
