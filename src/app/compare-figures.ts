import { alignMeasure } from '../compare/align-measure.js';
import { compare } from '../compare/compare.js';
import type { Answer } from '../compare/compare.js';
import { asksIndicators, resolveMeasure, selectorsOf, withDenominators } from '../compare/measure.js';
import type { Measure } from '../compare/measure.js';
import { countCells, yearsOf } from '../compare/question.js';
import type { Baseline, Question } from '../compare/question.js';
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
import { answerWithTexts } from './narrative-facts.js';
import { MOST_CELLS, checkRequest, checkSize, identifyRequest } from './compare-request.js';
import { findStatistics } from './compare-statistics.js';
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
 * indicators, for statistics, and for account codes that are on no official list and not among the figures.
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
  const gathered = await gather(store, reference, request);
  const question = settleQuestion(request, measures, gathered);
  checkSize(countCells(question), mostCells);
  const { departments } = gathered.own;
  const reports = uniqueReports([...gathered.own.reports, ...gathered.base.reports]);
  const read = withDenominators([...question.measures, ...(question.baseline?.measures ?? [])], question.normalise);
  const scope = {
    departmentIds: [...new Set(reports.map(({ departmentId }) => departmentId))],
    years: yearsOf(question),
  };
  const figures = await findFigures(store, { ...scope, selectors: selectorsOf(read) });
  const indicators = read.some(asksIndicators) ? await findIndicatorTotals(store, scope) : [];
  const unlisted = await findUnlistedAccounts(store, reference, read, figures);
  const statistics = await findStatistics(store, reference, request, question);
  const evidence = { figures, indicators, reports, departments, reference, unlisted, statistics };
  const answer = await answerWithTexts(store, {
    ...{ ...scope, measures: read, reports, evidence },
    answer: (all) => compare(question, all),
    cellsOf: ({ cells }) => cells,
  });
  const hints = await findCompareHints(store, reference, request, { reports, departments, figures, question });
  return { ...answer, id: identifyRequest(request), hints };
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
  const { baseline, baseYear = null, normalise, vintage = null } = request;
  const settled = {
    ...{ measures, entities, years: asked, unit: request.unit ?? 'WAN_YUAN' },
    ...{ normalise: normalise ?? 'NONE', baseYear, vintage },
    stages: request.stages ? [...new Set(request.stages)] : null,
    baseline: baseline ? { ...settleBaseline(baseline, base), measures: null } : null,
  };
  const years = { asked, read: yearsOf(settled) };
  const alignAll = (edition: number | null): Measure[] =>
    measures.map((measure) => alignMeasure(measure, edition, years, own.reference));
  const before = settled.baseline && {
    ...settled.baseline,
    measures: baseline?.edition == null ? null : alignAll(baseline.edition),
  };
  return { ...settled, measures: alignAll(null), baseline: before };
}

/** A district or department that is not known has no figures. */
function settleBaseline(baseline: BaselineRequest, holdings: Holdings): Omit<Baseline, 'measures'> {
  const { district, department, average, year, previousYear, stages } = baseline;
  const entity =
    district != null
      ? districtEntity(district, holdings)
      : department != null
        ? departmentEntity(department, holdings)
        : null;
  return {
    ...{ entity, average: average ?? null, year: year ?? null, previousYear: previousYear ?? false },
    stages: stages ?? null,
  };
}

function uniqueReports(reports: readonly ReportPresence[]): ReportPresence[] {
  return [...new Map(reports.map((report) => [report.reportId, report])).values()];
}
