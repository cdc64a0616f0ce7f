import { readValues } from '../compare/compare.js';
import type { ComparedCell } from '../compare/compare.js';
import type { Entity } from '../compare/evidence.js';
import { resolveMeasure } from '../compare/measure.js';
import type { Measure } from '../compare/measure.js';
import type { AmountUnit, MetricKey, Stage } from '../domain/closed-lists.js';
import type { Reference } from '../domain/reference.js';
import { findPresences } from '../store/presences.js';
import type { Presences } from '../store/report-presence.js';
import type { Store } from '../store/store.js';
import { answerFromStore } from './answer-from-store.js';
import { departmentEntity, districtEntity } from './compare-entities.js';

export interface ValueKey {
  /** Division code or department id. */
  readonly of: string;
  readonly metric: MetricKey;
  readonly year: number;
  /** Null: the outturn where there is one, else the original budget. */
  readonly stage: Stage | null;
  readonly unit: AmountUnit;
  /** Whether the value has to lead to the printed figures that it comes from. */
  readonly withFigures: boolean;
}

/** Values of districts (sums over their departments) in the order of the keys: two statements for any number of them, two more where the texts state what the tables leave out. */
export async function readDistrictValues(
  store: Store,
  reference: Reference,
  keys: readonly ValueKey[],
): Promise<ComparedCell[]> {
  const districtCodes = distinct(keys.map(({ of }) => of));
  const presences = await findPresences(store, { districtCodes, departmentIds: null, departmentFilter: null });
  return answerValues(store, reference, keys, presences, (code) => districtEntity(code, { presences, reference }));
}

/** Values of single departments, likewise. */
export async function readDepartmentValues(
  store: Store,
  reference: Reference,
  keys: readonly ValueKey[],
): Promise<ComparedCell[]> {
  const departmentIds = distinct(keys.map(({ of }) => of));
  const presences = await findPresences(store, { districtCodes: null, departmentIds, departmentFilter: null });
  const { departments } = presences;
  return answerValues(store, reference, keys, presences, (id) => departmentEntity(id, { departments }));
}

async function answerValues(
  store: Store,
  reference: Reference,
  keys: readonly ValueKey[],
  presences: Presences,
  entityOf: (of: string) => Entity,
): Promise<ComparedCell[]> {
  const measures = new Map(distinct(keys.map(({ metric }) => metric)).map((key) => [key, resolveMeasure({ key })]));
  const entities = new Map(distinct(keys.map(({ of }) => of)).map((of) => [of, entityOf(of)]));
  // Written out, as objects made of pieces take several times as long, and there are many.
  const asked = keys.map(({ of, metric, year, stage, unit }) => ({
    year,
    stage,
    unit,
    measure: measures.get(metric) as Measure,
    entity: entities.get(of) as Entity,
  }));
  const { answer } = await answerFromStore(
    store,
    reference,
    {
      measures: [...measures.values()],
      presences,
      departments: new Map(),
      years: distinct(keys.map(({ year }) => year)),
      withFigures: keys.some(({ withFigures }) => withFigures),
    },
    (evidence) => readValues(asked, evidence),
  );
  return answer;
}

function distinct<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
