import type { CellStatus, MissingReason, Stage, WarningCode } from '../domain/closed-lists.js';
import type { BrokenIdentity, FactFigure, Figure } from '../domain/figure.js';
import { formatFen } from '../domain/money.js';
import type { Reference } from '../domain/reference.js';
import type { Entity, Index } from './evidence.js';
import { whole } from './exact.js';
import type { Exact } from './exact.js';
import type { Measure } from './measure.js';
import { readFigure } from './read-figure.js';
import type { Missing, Reading } from './reading.js';
import type { Scope } from './recipe.js';

export interface CellKey {
  readonly measure: Measure;
  readonly entity: Entity;
  readonly year: number;
  /** Null: the outturn where there is one, else the original budget. */
  readonly stage: Stage | null;
  readonly share: boolean;
}

/** A sentence about one cell by itself. */
export interface CellNote {
  readonly code: WarningCode;
  readonly sentence: string;
}

/** The value of one cell, exact, in fen (a share: without unit), or why there is none. */
export interface CellValue {
  readonly value: Exact | null;
  readonly missing: MissingReason | null;
  readonly status: CellStatus;
  /** Null where nothing tells: no report at all. */
  readonly stage: Stage | null;
  readonly scope: Scope | null;
  /** Departments whose figures are in it. */
  readonly departmentIds: readonly string[];
  readonly figures: readonly Figure[];
  /** Numbers of the text that are in it. */
  readonly facts: readonly FactFigure[];
  /** What was added, a department each; of a share with what it is taken of. */
  readonly parts: readonly Part[];
  readonly notes: readonly CellNote[];
}

export interface Part {
  readonly departmentId: string;
  readonly reading: Reading;
  /** Of a share: what it is taken of. */
  readonly total: Reading | null;
}

/** Reads a cell: the sum over the entity's departments that have the figure. */
export function readCell(key: CellKey, index: Index, reference: Reference): CellValue {
  const stage = key.stage ?? chooseStage(key, index, reference);
  if (stage === null) return missingCell('NOT_COVERED', null);
  const readings = key.entity.departmentIds.map((departmentId) => ({
    departmentId,
    reading: readFigure(key.measure, { departmentId, year: key.year, stage }, index, reference),
  }));
  const values = readings.flatMap(({ departmentId, reading }) => ('fen' in reading ? [{ departmentId, reading }] : []));
  if (values.length === 0) {
    const missing = worstReason(readings.map(({ reading }) => reading));
    return { ...missingCell(missing, stage), notes: missing === 'NO_MAPPING' ? noteReused(key) : [] };
  }
  if (!key.share)
    return addUp(
      key,
      stage,
      values.map((value) => ({ ...value, total: null })),
      index,
    );
  const { total } = key.measure;
  if (!total) return missingCell('NOT_APPLICABLE', stage);
  const parts = values.flatMap((value): Part[] => {
    const base = readFigure(total, { departmentId: value.departmentId, year: key.year, stage }, index, reference);
    return 'fen' in base ? [{ ...value, total: base }] : [];
  });
  return parts.length === 0 ? missingCell('NO_DENOMINATOR', stage) : addUp(key, stage, parts, index);
}

function addUp(key: CellKey, stage: Stage, parts: readonly Part[], index: Index): CellValue {
  const sum = (readings: readonly (Reading | null)[]): bigint =>
    readings.reduce((fen, reading) => fen + (reading?.fen ?? 0n), 0n);
  const readings = parts.map(({ reading }) => reading);
  const totals = parts.map(({ total }) => total);
  const den = key.share ? sum(totals) : 1n;
  const figures = [...readings, ...totals].flatMap((reading) => reading?.figures ?? []);
  const facts = [...new Set([...readings, ...totals].flatMap((reading) => reading?.facts ?? []))];
  const scope = joinScopes(readings.map((reading) => reading.scope));
  const departmentIds = parts.map(({ departmentId }) => departmentId);
  const notes = [
    ...notePartial(key, departmentIds, index),
    ...(scope ? [] : [noteScopes(key)]),
    ...[...new Map(figures.map((figure) => [figure.lineItemId, figure])).values()].flatMap((own) =>
      noteBroken(key, own),
    ),
  ];
  if (den === 0n)
    return { ...missingCell('ZERO_BASE', stage), figures, facts, parts, notes: [...notes, noteZeroTotal(key)] };
  const single = !key.share && parts.length === 1 ? readings[0]?.status : undefined;
  return {
    value: key.share ? positive(sum(readings), den) : whole(sum(readings)),
    missing: null,
    status: single ?? 'DERIVED',
    stage,
    scope: scope ?? readings[0]?.scope ?? null,
    departmentIds,
    figures: [...new Map(figures.map((figure) => [figure.lineItemId, figure])).values()],
    facts,
    parts,
    notes,
  };
}

function positive(num: bigint, den: bigint): Exact {
  return den < 0n ? { num: -num, den: -den } : { num, den };
}

function missingCell(missing: MissingReason, stage: Stage | null): CellValue {
  const nothing = { scope: null, departmentIds: [], figures: [], facts: [], parts: [], notes: [] };
  return { value: null, missing, status: 'MISSING', stage, ...nothing };
}

/** The outturn where some department has one, else the original budget; without a figure the stage that a report would state. */
function chooseStage({ measure, entity, year }: CellKey, index: Index, reference: Reference): Stage | null {
  const stages = ['OUTTURN', 'ORIGINAL_BUDGET'] as const;
  const isStated = (stage: Stage): boolean =>
    entity.departmentIds.some(
      (departmentId) => 'fen' in readFigure(measure, { departmentId, year, stage }, index, reference),
    );
  const isCovered = (stage: Stage): boolean =>
    entity.departmentIds.some((id) => index.report(id, year, stage === 'OUTTURN' ? 'FINAL_ACCOUNTS' : 'BUDGET'));
  return stages.find(isStated) ?? stages.find(isCovered) ?? null;
}

/** Of several departments' reasons the one that stands nearest to a figure. */
const REASONS: readonly MissingReason[] = ['UNREADABLE', 'NOT_PRINTED', 'NO_MAPPING', 'NOT_IN_TEMPLATE', 'NOT_COVERED'];

function worstReason(readings: readonly (Reading | Missing)[]): MissingReason {
  const found = new Set(readings.flatMap((reading) => ('missing' in reading ? [reading.missing] : [])));
  return REASONS.find((reason) => found.has(reason)) ?? 'NOT_COVERED';
}

/** What all parts of a sum have in common; null where they have no fund, or not the same part, in common. */
function joinScopes(scopes: readonly Scope[]): Scope | null {
  const [first, ...others] = scopes;
  if (!first || others.some(({ part }) => part !== first.part)) return null;
  const funds = first.funds.filter((fund) => others.every((scope) => scope.funds.includes(fund)));
  return funds.length === 0 && first.funds.length > 0 ? null : { ...first, funds };
}

function notePartial({ entity, year }: CellKey, present: readonly string[], index: Index): CellNote[] {
  const absent = entity.departmentIds.filter((id) => !present.includes(id));
  if (absent.length === 0 || entity.departmentIds.length === 1) return [];
  const covered = (id: string): boolean =>
    [index.report(id, year, 'FINAL_ACCOUNTS'), index.report(id, year, 'BUDGET')].some(Boolean);
  const silent = absent.filter(covered).length;
  const reasons = [
    ...(absent.length > silent ? [`${absent.length - silent} without a report of that year`] : []),
    ...(silent > 0 ? [`${silent} without this figure`] : []),
  ];
  const sentence = `${entity.name} ${year} is a sum over ${present.length} of ${entity.departmentIds.length} departments: ${reasons.join(', ')}`;
  return [{ code: 'PARTIAL_COVERAGE', sentence }];
}

/** That the code is there and means something else: what is missing is not what is printed. */
function noteReused({ measure, entity, year }: CellKey): CellNote[] {
  const reading = measure.readings.get(year);
  if (reading?.alignment !== 'REUSED') return [];
  return [{ code: 'CODE_REUSED', sentence: `${entity.name} ${year}: ${reading.sentence}` }];
}

/** A whole that is more than what is printed below it keeps a rest undisclosed; any other identity that fails is said as such. */
function noteBroken({ entity, year }: CellKey, { broken, label, fen }: Figure): CellNote[] {
  const isResidual = ({ kind, rule, isWhole, difference }: BrokenIdentity): boolean =>
    isWhole && difference.startsWith('-') && (kind === 'TREE' || rule.endsWith('.UNIT'));
  const residual = broken.find(isResidual);
  const failed = broken.find((own) => !isResidual(own));
  const figure = `${entity.name} ${year}: ${label} ${formatFen(fen, 'WAN_YUAN')}万元`;
  const more = residual?.difference.replace('-', '');
  return [
    ...(residual
      ? [
          {
            code: 'UNDISCLOSED_RESIDUAL' as const,
            sentence: `${figure} is ${more}万元 more than what is printed below it`,
          },
        ]
      : []),
    ...(failed
      ? [
          {
            code: 'RECONCILIATION_FAILED' as const,
            sentence: `${figure} takes part in an identity that does not hold, ${failed.rule}, by ${failed.difference.replace('-', '')}`,
          },
        ]
      : []),
  ];
}

function noteScopes({ entity, year }: CellKey): CellNote {
  const sentence = `${entity.name} ${year} is a sum over departments whose figures are not about the same fund`;
  return { code: 'SCOPE_MISMATCH', sentence };
}

function noteZeroTotal({ entity, year, measure }: CellKey): CellNote {
  return {
    code: 'ZERO_BASE',
    sentence: `${entity.name} ${year}: ${measure.total?.name ?? 'the total'} is zero, a share of it is none`,
  };
}
