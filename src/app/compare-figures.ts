import { alignMeasure } from '../compare/align-measure.js';
import { compare, countCells } from '../compare/compare.js';
import type { Answer, Baseline, Question } from '../compare/compare.js';
import { asksIndicators, resolveMeasure, selectorsOf } from '../compare/measure.js';
import type { Measure } from '../compare/measure.js';
import { yearsOfNarrative } from '../compare/read-narrative.js';
import type { Evidence } from '../compare/evidence.js';
import type { DepartmentFilter } from '../domain/filters.js';
import type { Reference } from '../domain/reference.js';
import { findDepartmentsByIds } from '../store/departments.js';
import { findFigures, findReportsFor } from '../store/figures.js';
import { findIndicatorTotals } from '../store/indicator-totals.js';
import type { ReportPresence } from '../store/figures.js';
import type { Store } from '../store/store.js';
import { findUnlistedAccounts } from './compare-accounts.js';
import { departmentEntity, districtEntity, settleEntities } from './compare-entities.js';
import type { Holdings } from './compare-entities.js';
import { findCompareHints } from './compare-hints.js';
import { asksLaterYears, findNarrativeFacts } from './narrative-facts.js';
import { checkRequest, checkSize, identifyRequest } from './compare-request.js';
import type { BaselineRequest, CompareRequest } from './compare-request.js';

export type { ComparedCell } from '../compare/compare.js';

export interface Comparison extends Answer {
  /** Of the question: the same input has the same id. */
  readonly id: string;
  /** What was asked for and is not known. */
  readonly hints: readonly string[];
}

/** Reports of what is compared, and of the baseline where that is another district or department. */
interface Gathered {
  readonly own: Holdings;
  readonly base: Holdings;
}

/**
 * Puts figures side by side: three statements, two more where the texts state what the tables leave out, one more each for a baseline of another district or department, for metrics of
 * indicators, and for account codes that are on no official list and not among the figures.
 * @throws AppError BAD_USER_INPUT
 */
export async function compareFigures(store: Store, reference: Reference, request: CompareRequest): Promise<Comparison> {
  checkRequest(request);
  const measures = request.metrics.map(resolveMeasure);
  const gathered = await gather(store, reference, request);
  const question = settleQuestion(request, measures, gathered);
  checkSize(countCells(question));
  const { departments } = gathered.own;
  const reports = uniqueReports([...gathered.own.reports, ...gathered.base.reports]);
  const scope = {
    departmentIds: [...new Set(reports.map(({ departmentId }) => departmentId))],
    years: addYearsOfBaseline(question.years, request.baseline),
  };
  const selectors = selectorsOf([...question.measures, ...(question.baseline?.measures ?? [])], question.share);
  const figures = await findFigures(store, { ...scope, selectors });
  const indicators = question.measures.some(asksIndicators) ? await findIndicatorTotals(store, scope) : [];
  const unlisted = await findUnlistedAccounts(store, reference, question.measures, figures);
  const evidence = { figures, indicators, reports, departments, reference, unlisted };
  const answer = await addNarrative(store, question, evidence, { ...scope, reports });
  const hints = await findCompareHints(store, reference, request, { reports, departments, figures, question });
  return { ...answer, id: identifyRequest(request), hints };
}

interface NarrativeScope {
  readonly reports: readonly ReportPresence[];
  readonly departmentIds: readonly string[];
  readonly years: readonly number[];
}

/** The answer of the tables; where they leave something out, of the tables and the texts. */
async function addNarrative(
  store: Store,
  question: Question,
  evidence: Evidence,
  { reports, ...scope }: NarrativeScope,
): Promise<Answer> {
  const answer = compare(question, evidence);
  const measures = [...question.measures, ...(question.baseline?.measures ?? [])];
  const facts = await findNarrativeFacts(store, { ...scope, measures, cells: answer.cells, reports });
  if (facts.length === 0) return answer;
  if (!asksLaterYears(facts, scope.years)) return compare(question, { ...evidence, facts });
  const years = yearsOfNarrative(scope.years);
  const figures = await findFigures(store, { ...scope, years, selectors: selectorsOf(measures, question.share) });
  return compare(question, { ...evidence, figures, facts });
}

/** Reports of all years: what there is settles the defaults and explains what is missing. */
async function gather(store: Store, reference: Reference, request: CompareRequest): Promise<Gathered> {
  const { districts, departments, where, baseline } = request;
  const own = await findReportsFor(store, {
    districtCodes: districts ?? null,
    departmentIds: departments ?? null,
    departmentFilter: where ?? null,
  });
  const base = await findBaselineReports(store, baseline, where);
  const ids = [...own, ...base].map(({ departmentId }) => departmentId);
  const named = [...(departments ?? []), ...(baseline?.department != null ? [baseline.department] : [])];
  const found = await findDepartmentsByIds(store, [...new Set([...ids, ...named])]);
  return {
    own: { reports: own, departments: found, reference },
    base: { reports: base, departments: found, reference },
  };
}

/** The filter narrows the baseline's departments too, but not to the districts that are compared. */
async function findBaselineReports(
  store: Store,
  baseline: CompareRequest['baseline'],
  where: DepartmentFilter | null | undefined,
): Promise<readonly ReportPresence[]> {
  if (baseline?.department != null) return findReportsFor(store, { departmentIds: [baseline.department] });
  if (baseline?.district == null) return [];
  const departmentFilter = where ? { ...where, district: null } : null;
  return findReportsFor(store, { districtCodes: [baseline.district], departmentFilter });
}

function settleQuestion(request: CompareRequest, measures: readonly Measure[], { own, base }: Gathered): Question {
  const entities = settleEntities(request, own);
  const ids = new Set(entities.flatMap(({ departmentIds }) => departmentIds));
  const covered = own.reports.filter(({ departmentId }) => ids.has(departmentId)).map(({ year }) => year);
  const asked = [...new Set(request.years ?? covered.sort((a, b) => a - b))];
  const { baseline, metrics } = request;
  const years = { asked, read: addYearsOfBaseline(asked, baseline) };
  const alignAll = (edition: number | null | undefined): Measure[] =>
    measures.map((measure, place) =>
      alignMeasure(measure, edition ?? metrics[place]?.account?.edition, years, own.reference),
    );
  return {
    measures: alignAll(null),
    entities,
    years: asked,
    stages: request.stages ? [...new Set(request.stages)] : null,
    share: request.normalise === 'SHARE_OF_TOTAL',
    baseline: baseline
      ? { ...settleBaseline(baseline, base), measures: baseline.edition == null ? null : alignAll(baseline.edition) }
      : null,
    unit: request.unit ?? 'WAN_YUAN',
  };
}

/** A district or department that is not known has no figures. */
function settleBaseline(baseline: BaselineRequest, holdings: Holdings): Omit<Baseline, 'measures'> {
  const { district, department, year, previousYear, stages } = baseline;
  const entity =
    district != null
      ? districtEntity(district, holdings)
      : department != null
        ? departmentEntity(department, holdings)
        : null;
  return { entity, year: year ?? null, previousYear: previousYear ?? false, stages: stages ?? null };
}

/** The years asked for and those of their baselines. */
function addYearsOfBaseline(years: readonly number[], baseline: BaselineRequest | null | undefined): number[] {
  const before = baseline?.previousYear ? years.map((year) => year - 1) : [];
  const fixed = baseline?.year != null ? [baseline.year] : [];
  return [...new Set([...years, ...before, ...fixed])];
}

function uniqueReports(reports: readonly ReportPresence[]): ReportPresence[] {
  return [...new Map(reports.map((report) => [report.reportId, report])).values()];
}
