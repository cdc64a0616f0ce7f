import type { Evidence } from '../compare/evidence.js';
import { asksIndicators, selectorsOf } from '../compare/measure.js';
import type { Measure } from '../compare/measure.js';
import type { Department } from '../domain/records.js';
import type { Reference } from '../domain/reference.js';
import type { Statistic } from '../domain/statistics.js';
import { findFigures } from '../store/figures.js';
import type { ReportPresence } from '../store/figures.js';
import { findIndicatorTotals } from '../store/indicator-totals.js';
import type { Store } from '../store/store.js';
import { findUnlistedAccounts } from './compare-accounts.js';
import { answerWithTexts } from './narrative-facts.js';

/** What an answer is made from: figures of these measures in these reports and years. */
export interface Sources {
  readonly measures: readonly Measure[];
  readonly reports: readonly ReportPresence[];
  readonly departments: ReadonlyMap<string, Department>;
  readonly years: readonly number[];
  readonly statistics?: readonly Statistic[];
}

export interface FromStore<A> {
  readonly answer: A;
  readonly evidence: Evidence & { readonly statistics: readonly Statistic[] };
}

/**
 * Reads the figures and answers from them: one statement, one more each for metrics of indicators and for account codes that are on no
 * official list and not among the figures, and one or two where the texts state what the tables leave out.
 */
export async function answerFromStore<A>(
  store: Store,
  reference: Reference,
  { measures, reports, departments, years, statistics = [] }: Sources,
  answer: (evidence: Evidence) => A,
): Promise<FromStore<A>> {
  const scope = { departmentIds: [...new Set(reports.map(({ departmentId }) => departmentId))], years };
  const figures = await findFigures(store, { ...scope, selectors: selectorsOf(measures) });
  const indicators = measures.some(asksIndicators) ? await findIndicatorTotals(store, scope) : [];
  const unlisted = await findUnlistedAccounts(store, reference, measures, figures);
  const evidence = { figures, indicators, reports, departments, reference, unlisted, statistics };
  return { answer: await answerWithTexts(store, { ...scope, measures, reports, evidence, answer }), evidence };
}
