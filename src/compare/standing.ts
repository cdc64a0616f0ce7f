import { compareTexts } from '../domain/compare-texts.js';
import type { Stage, Verdict, WarningCode } from '../domain/closed-lists.js';
import type { Entity } from './evidence.js';
import type { Measure } from './measure.js';
import type { Scope } from '../domain/ready-figure.js';
import type { NamedFigure } from './words/named.js';
import type { Say } from './words/words.js';

/** One value of a measure, as far as comparing it is concerned. */
export interface Standing {
  readonly measure: Measure;
  readonly entity: Entity;
  readonly year: number;
  readonly stage: Stage;
  readonly scope: Scope;
  /** Departments whose figures are in the value. */
  readonly departmentIds: readonly string[];
}

/** Why figures are not alike, and which. */
export interface Judgement {
  readonly code: WarningCode;
  /** Where it is not the one that the code usually has. */
  readonly verdict?: Verdict;
  /** Names the figures and says why; without the name of the measure. */
  readonly say: Say;
  readonly standings: readonly Standing[];
}

/** By whose they are and year. */
export function nameFigures(standings: readonly Pick<Standing, 'entity' | 'year'>[]): NamedFigure[] {
  return standings.map(({ entity, year }) => ({ name: entity.name, year }));
}

/** By whose they are, year and stage: sentences name them in this order, however they came. */
export function inOrder<S extends Standing>(standings: readonly S[]): readonly S[] {
  if (standings.length < 2) return standings;
  const keyed = standings.map((standing) => ({ standing, key: orderOf(standing) }));
  return keyed.sort((a, b) => compareTexts(a.key, b.key)).map(({ standing }) => standing);
}

function orderOf({ entity, year, stage }: Standing): string {
  return `${keyOfEntity(entity)} ${year} ${stage}`;
}

export function keyOfEntity({ districtCode, departmentId }: Entity): string {
  return `${districtCode} ${departmentId ?? ''}`;
}
