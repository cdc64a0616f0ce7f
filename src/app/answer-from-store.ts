import type { CodedAccount, Evidence, ReadyEvidence } from '../compare/evidence.js';
import { asksIndicators, isKeptReady, selectorsOf } from '../compare/measure.js';
import type { Measure } from '../compare/measure.js';
import { NotReady, accountOfReady, indexReady, readyNamesIn } from '../compare/read-ready.js';
import { STAGES } from '../domain/closed-lists.js';
import type { Figure } from '../domain/figure.js';
import type { Department } from '../domain/records.js';
import type { Reference } from '../domain/reference.js';
import type { Statistic } from '../domain/statistics.js';
import { findFigures } from '../store/figures.js';
import { findReadyFigures } from '../store/find-ready-figures.js';
import { findIndicatorTotals } from '../store/indicator-totals.js';
import type { Presences } from '../store/report-presence.js';
import type { Store } from '../store/store.js';
import { findUnlistedAccounts } from './compare-accounts.js';
import { READY_RULES } from './keep-ready.js';
import { answerWithTexts } from './narrative-facts.js';

/** What an answer is made from: figures of these measures in these reports and years. */
export interface Sources {
  readonly measures: readonly Measure[];
  readonly presences: Presences;
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
 * Answers from what is kept ready where that is enough (one statement, none where it is in memory), else from the printed figures: one
 * statement, one more for metrics of indicators, and one or two where the texts state what the tables leave out. One more for account
 * codes that are on no official list and were not met.
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
function isReady({ pinnedTo }: Store, { measures, presences, withFigures }: Sources): boolean {
  return !withFigures && pinnedTo === null && measures.every(isKeptReady) && presences.isMadeBy(READY_RULES.version);
}

async function answerFromReady<A>(
  store: Store,
  reference: Reference,
  sources: Sources,
  answer: (evidence: Evidence) => A,
): Promise<FromStore<A>> {
  const { measures, presences, departments, years, statistics = [] } = sources;
  const names = new Set(measures.flatMap((measure) => years.flatMap((year) => readyNamesIn(measure, year).names)));
  const ready = await findReady(store, presences, [...names], years);
  const printed = [...names].flatMap((name) => (isMet(ready, name, years) ? (accountOfReady(name) ?? []) : []));
  const unlisted = await findUnlistedAccounts(store, reference, measures, printed);
  const at = { figures: [], reports: [], findReport: presences.find };
  const evidence = { ...at, ready, departments, reference, unlisted, statistics };
  return { answer: answer(evidence), printed, statistics };
}

async function findReady(
  store: Store,
  presences: Presences,
  measures: readonly string[],
  years: readonly number[],
): Promise<ReadyEvidence> {
  const inMemory = await store.inMemory?.();
  if (inMemory) return { roster: inMemory.roster, column: await inMemory.columns(measures, years) };
  const departmentIds = presences.districtCodes.flatMap((code) => presences.departmentIdsOf(code));
  return indexReady(departmentIds, await findReadyFigures(store, { departmentIds, years, measures }));
}

function isMet({ column }: ReadyEvidence, name: string, years: readonly number[]): boolean {
  return years.some((year) => STAGES.some((stage) => column(name, year, stage) !== undefined));
}

async function answerFromFigures<A>(
  store: Store,
  reference: Reference,
  sources: Sources,
  answer: (evidence: Evidence) => A,
): Promise<FromStore<A>> {
  const { measures, presences, departments, years, statistics = [] } = sources;
  const scope = { departmentIds: presences.departmentIds(), years };
  const figures = await findFigures(store, { ...scope, selectors: selectorsOf(measures) });
  const indicators = measures.some(asksIndicators) ? await findIndicatorTotals(store, scope) : [];
  const printed = figures.flatMap(codeOf);
  const unlisted = await findUnlistedAccounts(store, reference, measures, printed);
  const reports = presences.all();
  const evidence = { figures, indicators, reports, departments, reference, unlisted, statistics };
  const own = await answerWithTexts(store, { ...scope, measures, reports, evidence, answer });
  return { answer: own, printed, statistics };
}

function codeOf({ classification, accountCode: code }: Figure): CodedAccount[] {
  return code === null ? [] : [{ classification, code }];
}
