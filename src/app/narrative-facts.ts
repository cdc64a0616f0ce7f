import type { Evidence } from '../compare/evidence.js';
import { asksIndicators, selectorsOf } from '../compare/measure.js';
import type { Measure } from '../compare/measure.js';
import { standInsFor, yearsOfNarrative } from '../compare/read-narrative.js';
import type { ComparedCell } from '../domain/compared-cell.js';
import type { MissingReason } from '../domain/closed-lists.js';
import type { FactFigure } from '../domain/figure.js';
import { findFactFigures } from '../store/fact-figures.js';
import { findFigures } from '../store/figures.js';
import type { ReportPresence } from '../store/figures.js';
import type { Store } from '../store/store.js';

/** Reasons of a missing value that the text may remedy. */
const REMEDIABLE: readonly MissingReason[] = ['NOT_COVERED', 'NOT_IN_TEMPLATE', 'NOT_PRINTED', 'NO_DENOMINATOR'];

interface NarrativeRequest {
  readonly measures: readonly Measure[];
  /** What the tables gave. */
  readonly cells: readonly ComparedCell[];
  readonly reports: readonly ReportPresence[];
  readonly departmentIds: readonly string[];
  readonly years: readonly number[];
}

interface TextRequest<A> extends Omit<NarrativeRequest, 'cells'> {
  /** Of the tables. */
  readonly evidence: Evidence;
  readonly answer: (evidence: Evidence) => A;
  readonly cellsOf: (answer: A) => readonly ComparedCell[];
}

/**
 * The answer of the tables; where they leave something out that a text may state, of the tables and the texts: one statement more, two
 * where the text states the change to a year whose figures were not read.
 */
export async function answerWithTexts<A>(
  store: Store,
  { evidence, answer, cellsOf, ...scope }: TextRequest<A>,
): Promise<A> {
  const plain = answer(evidence);
  const { departmentIds, years, measures } = scope;
  const facts = await findNarrativeFacts(store, { ...scope, cells: cellsOf(plain) });
  if (facts.length === 0) return plain;
  if (!asksLaterYears(facts, years)) return answer({ ...evidence, facts });
  const later = { departmentIds, years: yearsOfNarrative(years), selectors: selectorsOf(measures) };
  return answer({ ...evidence, figures: await findFigures(store, later), facts });
}

/** What the texts state of these measures: one statement, none where no text can fill a cell that the tables left out. */
async function findNarrativeFacts(
  store: Store,
  { measures, cells, reports, departmentIds, years }: NarrativeRequest,
): Promise<readonly FactFigure[]> {
  const covered = new Set(
    reports.flatMap(({ districtCode, year }) => [`${districtCode} ${year}`, `${districtCode} ${year - 1}`]),
  );
  const stated = measures.filter((measure) => !asksIndicators(measure));
  const metrics = stated.flatMap(({ key }) => (key === null ? [] : [key, ...standInsFor(key)]));
  const codes = measures.flatMap(({ account }) => account?.code ?? []);
  const ofAccounts = new Set(measures.flatMap(({ account, name }) => (account ? [name] : [])));
  const ofMetrics = new Set(stated.flatMap(({ key, name }) => (key === null ? [] : [name])));
  const lacks = cells.some(({ missing, baselineMissing, stage, baselineStage, districtCode, year, metric }) => {
    const may = (reason: MissingReason | null, own: typeof stage): boolean =>
      reason !== null &&
      REMEDIABLE.includes(reason) &&
      (ofMetrics.has(metric) || (ofAccounts.has(metric) && own !== null && own !== 'OUTTURN'));
    const filled = may(missing, stage) && covered.has(`${districtCode} ${year}`);
    return filled || may(baselineMissing, baselineStage ?? stage);
  });
  if (!lacks || departmentIds.length === 0) return [];
  return findFactFigures(store, {
    ...{ departmentIds, years: yearsOfNarrative(years) },
    ...{ metrics: [...new Set(metrics)], accountCodes: codes },
  });
}

/** Whether a year lies outside of those whose figures were read: the amount of which the text states the change. */
function asksLaterYears(facts: readonly FactFigure[], years: readonly number[]): boolean {
  return facts.some(({ kind, year }) => kind === 'CHANGE' && !years.includes(year));
}
