import { compareTexts } from '../domain/compare-texts.js';
import type { Stage, Verdict, WarningCode } from '../domain/closed-lists.js';
import type { Entity } from './evidence.js';
import type { Measure } from './measure.js';
import type { Scope } from '../domain/ready-figure.js';

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
  /** Names the figures and says why; without the name of the measure. Put into words where somebody reads it. */
  readonly say: () => string;
  readonly standings: readonly Standing[];
}

const MOST_NAMED = 3;

/** The first three of them by name and year, and how many more. */
export function nameSome(standings: readonly Standing[]): string {
  return shortenNames(standings.map(({ entity, year }) => `${entity.name} ${year}`));
}

export function nameSomeEntities(standings: readonly Standing[]): string {
  return shortenNames(standings.map(({ entity }) => entity.name));
}

/** Each once, the first three of them, and how many more. */
export function shortenNames(all: readonly string[]): string {
  const names = [...new Set(all)];
  const more = names.length - MOST_NAMED;
  return names.slice(0, MOST_NAMED).join(', ') + (more > 0 ? ` and ${more} more` : '');
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
