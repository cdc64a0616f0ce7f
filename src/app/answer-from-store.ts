import type { CodedAccount, Evidence } from '../compare/evidence.js';
import { asksIndicators, isKeptReady, selectorsOf } from '../compare/measure.js';
import type { Measure } from '../compare/measure.js';
import { NotReady, accountOfReady, indexReady, readyNamesIn } from '../compare/read-ready.js';
import { compareTexts } from '../domain/compare-texts.js';
import type { Figure } from '../domain/figure.js';
import type { Department } from '../domain/records.js';
import type { Reference } from '../domain/reference.js';
import type { Statistic } from '../domain/statistics.js';
import { findFigures } from '../store/figures.js';
import type { ReportPresence } from '../store/figures.js';
import { findReadyFigures } from '../store/find-ready-figures.js';
import { findIndicatorTotals } from '../store/indicator-totals.js';
import type { Store } from '../store/store.js';
import { findUnlistedAccounts } from './compare-accounts.js';
import { READY_RULES } from './keep-ready.js';
import { answerWithTexts } from './narrative-facts.js';

/** What an answer is made from: figures of these measures in these reports and years. */
export interface Sources {
  readonly measures: readonly Measure[];
  readonly reports: readonly ReportPresence[];
  readonly departments: ReadonlyMap<string, Department>;
  readonly years: readonly number[];
  readonly statistics?: readonly Statistic[];
  /** Whether the values have to lead to the printed figures that they come from. */
  readonly withFigures: boolean;
}

export interface FromStore<A> {
  readonly answer: A;
  /** Codes of accounts that were met. */
  readonly printed: readonly CodedAccount[];
  readonly statistics: readonly Statistic[];
}

/**
 * Answers from what is kept ready where that is enough (one statement), else from the printed figures: one statement, one more for
 * metrics of indicators, and one or two where the texts state what the tables leave out. One more for account codes that are on no
 * official list and were not met.
 */
export async function answerFromStore<A>(
  store: Store,
  reference: Reference,
  sources: Sources,
  answer: (evidence: Evidence) => A,
): Promise<FromStore<A>> {
  if (!isReady(store, sources)) return answerFromFigures(store, reference, sources, answer);
  try {
    return await answerFromReady(store, reference, sources, answer);
  } catch (error) {
    if (!(error instanceof NotReady)) throw error;
    return answerFromFigures(store, reference, sources, answer);
  }
}

/** Only of the newest release figures are kept ready, and only by themselves. */
function isReady({ pinnedTo }: Store, { measures, reports, withFigures }: Sources): boolean {
  return (
    !withFigures &&
    pinnedTo === null &&
    measures.every(isKeptReady) &&
    reports.every(({ readyVersion }) => readyVersion === READY_RULES.version)
  );
}

async function answerFromReady<A>(
  store: Store,
  reference: Reference,
  sources: Sources,
  answer: (evidence: Evidence) => A,
): Promise<FromStore<A>> {
  const { measures, reports, departments, years, statistics = [] } = sources;
  const names = new Set(measures.flatMap((measure) => years.flatMap((year) => readyNamesIn(measure, year).names)));
  const found = await findReadyFigures(store, { ...scopeOf(sources), measures: [...names] });
  const printed = found.flatMap(({ measure }) => accountOfReady(measure) ?? []);
  const unlisted = await findUnlistedAccounts(store, reference, measures, printed);
  const ready = indexReady(rosterOf(reports), found);
  const evidence = { figures: [], ready, reports, departments, reference, unlisted, statistics };
  return { answer: answer(evidence), printed, statistics };
}

async function answerFromFigures<A>(
  store: Store,
  reference: Reference,
  sources: Sources,
  answer: (evidence: Evidence) => A,
): Promise<FromStore<A>> {
  const { measures, reports, departments, statistics = [] } = sources;
  const scope = scopeOf(sources);
  const figures = await findFigures(store, { ...scope, selectors: selectorsOf(measures) });
  const indicators = measures.some(asksIndicators) ? await findIndicatorTotals(store, scope) : [];
  const printed = figures.flatMap(codeOf);
  const unlisted = await findUnlistedAccounts(store, reference, measures, printed);
  const evidence = { figures, indicators, reports, departments, reference, unlisted, statistics };
  const own = await answerWithTexts(store, { ...scope, measures, reports, evidence, answer });
  return { answer: own, printed, statistics };
}

/** By district, then by id. */
function rosterOf(reports: readonly ReportPresence[]): string[] {
  const districts = new Map(reports.map(({ departmentId, districtCode }) => [departmentId, districtCode]));
  const sorted = [...districts].sort(([a, one], [b, other]) => compareTexts(one, other) || compareTexts(a, b));
  return sorted.map(([id]) => id);
}

function scopeOf({ reports, years }: Sources) {
  return { departmentIds: [...new Set(reports.map(({ departmentId }) => departmentId))], years };
}

function codeOf({ classification, accountCode: code }: Figure): CodedAccount[] {
  return code === null ? [] : [{ classification, code }];
}
