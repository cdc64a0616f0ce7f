import { readValues } from '../compare/compare.js';
import type { ComparedCell } from '../compare/compare.js';
import type { Entity } from '../compare/evidence.js';
import { asksIndicators, resolveMeasure, selectorsOf } from '../compare/measure.js';
import type { Measure } from '../compare/measure.js';
import type { AmountUnit, MetricKey, Stage } from '../domain/closed-lists.js';
import type { Reference } from '../domain/reference.js';
import { findFigures, findReportsFor } from '../store/figures.js';
import { findIndicatorTotals } from '../store/indicator-totals.js';
import type { ReportPresence } from '../store/figures.js';
import type { Store } from '../store/store.js';
import { districtEntity } from './compare-entities.js';
import { answerWithTexts } from './narrative-facts.js';

export interface ValueKey {
  /** Division code or department id. */
  readonly of: string;
  readonly metric: MetricKey;
  readonly year: number;
  /** Null: the outturn where there is one, else the original budget. */
  readonly stage: Stage | null;
  readonly unit: AmountUnit;
}

/** Values of districts (sums over their departments) in the order of the keys: two statements for any number of them, two more where the texts state what the tables leave out. */
export async function readDistrictValues(
  store: Store,
  reference: Reference,
  keys: readonly ValueKey[],
): Promise<ComparedCell[]> {
  const reports = await findReportsFor(store, { districtCodes: distinct(keys.map(({ of }) => of)) });
  return answerValues(store, reference, keys, reports, (code) => districtEntity(code, { reports, reference }));
}

/** Values of single departments, likewise. */
export async function readDepartmentValues(
  store: Store,
  reference: Reference,
  keys: readonly ValueKey[],
): Promise<ComparedCell[]> {
  const reports = await findReportsFor(store, { departmentIds: distinct(keys.map(({ of }) => of)) });
  const districts = new Map(reports.map(({ departmentId, districtCode }) => [departmentId, districtCode]));
  return answerValues(store, reference, keys, reports, (id) => ({
    kind: 'DEPARTMENT',
    districtCode: districts.get(id) ?? '',
    departmentId: id,
    name: id,
    departmentIds: [id],
  }));
}

async function answerValues(
  store: Store,
  reference: Reference,
  keys: readonly ValueKey[],
  reports: readonly ReportPresence[],
  entityOf: (of: string) => Entity,
): Promise<ComparedCell[]> {
  const measures = new Map(distinct(keys.map(({ metric }) => metric)).map((key) => [key, resolveMeasure({ key })]));
  const scope = {
    departmentIds: distinct(reports.map(({ departmentId }) => departmentId)),
    years: distinct(keys.map(({ year }) => year)),
  };
  const own = [...measures.values()];
  const figures = await findFigures(store, { ...scope, selectors: selectorsOf(own) });
  const indicators = own.some(asksIndicators) ? await findIndicatorTotals(store, scope) : [];
  const entities = new Map(distinct(keys.map(({ of }) => of)).map((of) => [of, entityOf(of)]));
  const asked = keys.map(({ of, metric, ...coordinates }) => ({
    ...coordinates,
    measure: measures.get(metric) as Measure,
    entity: entities.get(of) as Entity,
  }));
  const evidence = { figures, indicators, reports, departments: new Map(), reference, unlisted: new Set<string>() };
  return answerWithTexts(store, {
    ...{ ...scope, measures: own, reports, evidence },
    answer: (all) => readValues(asked, all),
    cellsOf: (cells) => cells,
  });
}

function distinct<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
