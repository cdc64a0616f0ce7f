import { alignMeasure } from '../compare/align-measure.js';
import type { Entity } from '../compare/evidence.js';
import type { Measure } from '../compare/measure.js';
import { yearsOf } from '../compare/question.js';
import type { Baseline, Question } from '../compare/question.js';
import { departmentEntity, districtEntity, settleEntities } from './compare-entities.js';
import type { Holdings } from './compare-entities.js';
import type { BaselineRequest, CompareRequest } from './compare-request.js';
import type { Gathered } from './gather-reports.js';

/** The question with all defaults settled by what there is. `chooseYears` may ask for the years with a report, rising. */
export function settleQuestion(
  request: CompareRequest,
  measures: readonly Measure[],
  { own, base }: Pick<Gathered, 'own' | 'base'>,
  chooseYears: (covered: () => readonly number[]) => readonly number[] = (covered) => request.years ?? covered(),
): Question {
  const entities = settleEntities(request, own);
  const asked = [...new Set(chooseYears(() => yearsCovered(entities, own)))];
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

/** Years with a report of one of them, rising. */
function yearsCovered(entities: readonly Entity[], { presences }: Holdings): number[] {
  const years = new Set<number>();
  for (const { departmentIds } of entities)
    for (const id of departmentIds) for (const { year } of presences.ofDepartment(id)) years.add(year);
  return [...years].sort((a, b) => a - b);
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
