import type { Average, CellStatus, MissingReason, Stage } from '../domain/closed-lists.js';
import type { CellPart, ValueTrace } from '../domain/compared-cell.js';
import { divide, whole } from '../domain/exact.js';
import type { FactFigure, Figure } from '../domain/figure.js';
import type { Reference } from '../domain/reference.js';
import type { CellKey, CellNote } from './cell-key.js';
import { noteBroken, noteMixedScopes, notePartial, noteReused, noteZeroBase } from './cell-notes.js';
import type { Entity, Index } from './evidence.js';
import type { Measure } from './measure.js';
import { MILLION, scaleOfQuotient } from './quantity.js';
import { readFigure, readTables } from './read-figure.js';
import type { Missing, Reading } from './reading.js';
import type { Scope } from '../domain/ready-figure.js';

/** The value of one cell, exact, in fen or millionths (a ratio: without unit), or why there is none. */
export interface CellValue extends ValueTrace {
  readonly missing: MissingReason | null;
  readonly status: CellStatus;
  readonly scope: Scope | null;
  /** Of what it is divided by. */
  readonly overScope: Scope | null;
  readonly overMeasure: Measure | null;
  /** Departments whose figures are in it. */
  readonly departmentIds: readonly string[];
  readonly figures: readonly Figure[];
  /** Numbers of the text that are in it. */
  readonly facts: readonly FactFigure[];
  readonly parts: readonly Part[];
  readonly base: CellValue | null;
  readonly average: { readonly of: Average; readonly members: readonly CellValue[] } | null;
  readonly notes: readonly CellNote[];
}

export interface Part extends CellPart {
  readonly reading: Reading;
  readonly over: Reading | null;
}

/** Reads a cell: the sum over the entity's departments that have the figure; a quotient over those that have both. */
export function readCell(key: CellKey, index: Index, reference: Reference): CellValue {
  const { measure, entity, year, over } = key;
  const stage = key.stage ?? chooseStage(key, index, reference);
  if (stage === null) return missingCell('NOT_COVERED', null, year);
  if (over === 'NOT_APPLICABLE') return missingCell('NOT_APPLICABLE', stage, year);
  const read = (own: Measure, departmentId: string): Reading | Missing =>
    readFigure(own, { departmentId, year, stage }, index, reference);
  const readings = entity.departmentIds.map((departmentId) => ({ departmentId, reading: read(measure, departmentId) }));
  const values = readings.flatMap(({ departmentId, reading }) =>
    'fen' in reading ? [{ departmentId, reading, over: null }] : [],
  );
  if (values.length === 0) {
    const reasons = readings.flatMap(({ reading }) => ('missing' in reading ? reading.missing : []));
    return missingOf(key, stage, new Set(reasons));
  }
  if (over === null) return addUp(key, stage, values, index);
  const parts = values.flatMap((value): Part[] => {
    const denominator = read(over, value.departmentId);
    return 'fen' in denominator ? [{ ...value, over: denominator }] : [];
  });
  return parts.length === 0 ? missingCell('NO_DENOMINATOR', stage, year) : addUp(key, stage, parts, index);
}

/** A cell of which nobody has the figure, for these reasons. */
export function missingOf(key: CellKey, stage: Stage, reasons: ReadonlySet<MissingReason>): CellValue {
  const missing = worstReason(reasons);
  const cell = missingCell(missing, stage, key.year);
  return missing === 'NO_MAPPING' ? { ...cell, notes: noteReused(key) } : cell;
}

function addUp(key: CellKey, stage: Stage, parts: readonly Part[], index: Index): CellValue {
  const readings = parts.map(({ reading }) => reading);
  const denominators = parts.flatMap(({ over }) => over ?? []);
  const all = [...readings, ...denominators];
  const figures = distinctFigures(all.flatMap((reading) => reading.figures));
  const facts = [...new Set(all.flatMap((reading) => reading.facts ?? []))];
  const scope = joinScopes(readings.map((reading) => reading.scope));
  const departmentIds = parts.map(({ departmentId }) => departmentId);
  const notes = [
    ...notePartial(key, departmentIds, index),
    ...(scope ? [] : [noteMixedScopes(key)]),
    ...[...figures, ...all.flatMap(({ flaws = [] }) => flaws)].flatMap((figure) => noteBroken(key, figure)),
  ];
  const over = key.over === 'NOT_APPLICABLE' ? null : key.over;
  const read = {
    figures,
    facts,
    parts,
    over: over && { name: over.name, nameZh: over.nameZh, scale: over.scale },
    overMeasure: over,
  };
  const value = over ? divide(whole(sumOf(readings)), whole(sumOf(denominators))) : whole(sumOf(readings));
  if (!value)
    return {
      ...missingCell('ZERO_BASE', stage, key.year),
      ...read,
      notes: [...notes, noteZeroBase(key, over)],
    };
  const isPlain = !over || scaleOfQuotient(key.measure.scale, over.scale) === 'PLAIN';
  const single = !over && parts.length === 1 ? readings[0]?.status : undefined;
  return {
    ...missingCell(null, stage, key.year),
    ...read,
    value: isPlain ? value : { num: value.num * MILLION, den: value.den },
    status: single ?? 'DERIVED',
    scope: scope ?? readings[0]?.scope ?? null,
    overScope: denominators.length === 0 ? null : joinScopes(denominators.map((own) => own.scope)),
    departmentIds,
    notes,
  };
}

function sumOf(readings: readonly Reading[]): bigint {
  return readings.reduce((sum, { fen }) => sum + fen, 0n);
}

function distinctFigures(figures: readonly Figure[]): Figure[] {
  return [...new Map(figures.map((figure) => [figure.lineItemId, figure])).values()];
}

/** A cell without a value. */
export function missingCell(missing: MissingReason | null, stage: Stage | null, year: number): CellValue {
  // Written out, as objects made of pieces take several times as long, and there are many.
  return {
    year,
    stage,
    missing,
    value: null,
    status: 'MISSING',
    scope: null,
    overScope: null,
    over: null,
    overMeasure: null,
    departmentIds: NOTHING,
    figures: NOTHING,
    facts: NOTHING,
    parts: NOTHING,
    notes: NOTHING,
    statistics: NOTHING,
    base: null,
    average: null,
    lacks: null,
  };
}

const NOTHING: readonly never[] = [];

/**
 * The stage preferred where some department states it, else the outturn, else the original budget: of what the tables print, else, of a
 * metric, of what the texts state. Without a figure the stage that a report would state.
 */
function chooseStage(key: CellKey, index: Index, reference: Reference): Stage | null {
  const { measure, entity, year, preferred } = key;
  const stages: readonly Stage[] = [...(preferred ? [preferred] : []), 'OUTTURN', 'ORIGINAL_BUDGET'];
  const isPrinted = (stage: Stage): boolean =>
    entity.departmentIds.some((departmentId) => readTables(measure, { departmentId, year, stage }, index) !== null);
  const isStated = (stage: Stage): boolean =>
    measure.key !== null &&
    entity.departmentIds.some(
      (departmentId) => 'fen' in readFigure(measure, { departmentId, year, stage }, index, reference),
    );
  return stages.find(isPrinted) ?? stages.find(isStated) ?? coveredStage(stages, entity, year, index);
}

/** The first stage that a report of some department would state; null: there is no report. */
export function coveredStage(stages: readonly Stage[], entity: Entity, year: number, index: Index): Stage | null {
  const isCovered = (stage: Stage): boolean =>
    entity.departmentIds.some((id) => index.report(id, year, stage === 'OUTTURN' ? 'FINAL_ACCOUNTS' : 'BUDGET'));
  return stages.find(isCovered) ?? null;
}

/** Of several departments' reasons the one that stands nearest to a figure. */
const REASONS: readonly MissingReason[] = [
  ...(['ZERO_BASE', 'NO_DENOMINATOR', 'NOT_APPLICABLE'] as const),
  ...(['UNREADABLE', 'NOT_PRINTED', 'NO_MAPPING', 'NOT_IN_TEMPLATE', 'NOT_COVERED'] as const),
];

export function worstReason(reasons: ReadonlySet<MissingReason | null>): MissingReason {
  return REASONS.find((reason) => reasons.has(reason)) ?? 'NOT_COVERED';
}

/** What all parts of a sum have in common; null where they have no fund, or not the same part, in common. */
export function joinScopes(scopes: readonly Scope[]): Scope | null {
  const [first, ...others] = scopes;
  // What is alike stays one object: most scopes are, and are held against each other.
  if (first && others.every((scope) => scope === first)) return first;
  if (!first || others.some(({ part }) => part !== first.part)) return null;
  const funds = first.funds.filter((fund) => others.every((scope) => scope.funds.includes(fund)));
  return funds.length === 0 && first.funds.length > 0 ? null : { ...first, funds };
}
