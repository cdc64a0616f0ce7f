import type { Evidence } from '../compare/evidence.js';
import { indexFacts } from '../compare/evidence.js';
import { asksIndicators, selectorsOf } from '../compare/measure.js';
import type { Measure } from '../compare/measure.js';
import { standInsFor, yearsOfNarrative } from '../compare/read-narrative.js';
import type { FactFigure } from '../domain/figure.js';
import { findFactFigures } from '../store/fact-figures.js';
import { findFigures } from '../store/figures.js';
import type { ReportPresence } from '../store/report-presence.js';
import type { Store } from '../store/store.js';

interface TextRequest<A> {
  readonly measures: readonly Measure[];
  readonly reports: readonly ReportPresence[];
  readonly departmentIds: readonly string[];
  readonly years: readonly number[];
  /** Of the tables. */
  readonly evidence: Evidence;
  readonly answer: (evidence: Evidence) => A;
}

/**
 * The answer of the tables; where they leave something out that a text may state, of the tables and the texts: one statement more, two
 * where the text states the change to a year whose figures were not read.
 */
export async function answerWithTexts<A>(
  store: Store,
  { evidence, answer, measures, reports, departmentIds, years }: TextRequest<A>,
): Promise<A> {
  const covered = coveredByTexts(reports);
  let isSought = false;
  const plain = answer({
    ...evidence,
    facts: (departmentId, year) => {
      isSought ||= covered.has(`${departmentId} ${year}`);
      return [];
    },
  });
  if (!isSought) return plain;
  const stated = measures.filter((measure) => !asksIndicators(measure));
  const metrics = stated.flatMap(({ key }) => (key === null ? [] : [key, ...standInsFor(key)]));
  const found = await findFactFigures(store, {
    ...{ departmentIds, years: yearsOfNarrative(years) },
    subjects: {
      metrics: [...new Set(metrics)],
      accountCodes: measures.flatMap(({ account }) => account?.code ?? []),
    },
  });
  if (found.length === 0) return plain;
  const facts = indexFacts(found);
  if (!asksLaterYears(found, years)) return answer({ ...evidence, facts });
  const later = { departmentIds, years: yearsOfNarrative(years), selectors: selectorsOf(measures) };
  return answer({ ...evidence, figures: await findFigures(store, later), facts });
}

/** The departments and years that texts are about: a report is about its year, and tells of the one before. */
function coveredByTexts(reports: readonly ReportPresence[]): ReadonlySet<string> {
  return new Set(
    reports.flatMap(({ departmentId, year }) => [`${departmentId} ${year}`, `${departmentId} ${year - 1}`]),
  );
}

/** Whether a year lies outside of those whose figures were read: the amount of which the text states the change. */
function asksLaterYears(facts: readonly FactFigure[], years: readonly number[]): boolean {
  return facts.some(({ kind, year }) => kind === 'CHANGE' && !years.includes(year));
}
