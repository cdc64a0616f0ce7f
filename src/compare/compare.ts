import type { AmountUnit, Stage, Verdict } from '../domain/closed-lists.js';
import type { ComparedCell, Warning } from '../domain/compared-cell.js';
import { formatFen } from '../domain/money.js';
import { noteAnnotations } from './annotations.js';
import { judgeBases } from './budget-basis.js';
import type { Cell } from './cell.js';
import { partsOf } from './cell-parts.js';
import { readCell } from './cell-value.js';
import type { CellValue } from './cell-value.js';
import { judge } from './comparability.js';
import { indexEvidence } from './evidence.js';
import type { Entity, Evidence } from './evidence.js';
import { divide, roundRatio, subtract } from './exact.js';
import type { Exact } from './exact.js';
import type { Measure } from './measure.js';
import { rankValues } from './rank.js';
import type { Standing } from './standing.js';
import { collectWarnings } from './warnings.js';
import type { Reason } from './warnings.js';

export type { ComparedCell };

/** The same cell with these coordinates replaced. */
export interface Baseline {
  readonly entity: Entity | null;
  readonly year: number | null;
  readonly previousYear: boolean;
  /** The first of them that has a value; null: the cell's own. */
  readonly stages?: readonly Stage[] | null;
  /** The measures of the question, in its order, read as of another year; null: as those of the cells. */
  readonly measures: readonly Measure[] | null;
}

/** A comparison with all defaults settled. */
export interface Question {
  readonly measures: readonly Measure[];
  readonly entities: readonly Entity[];
  readonly years: readonly number[];
  /** Null: for each cell the outturn where there is one, else the original budget. */
  readonly stages: readonly Stage[] | null;
  /** Shares of the measure's total instead of amounts. */
  readonly share: boolean;
  readonly baseline: Baseline | null;
  readonly unit: AmountUnit;
}

export interface Answer {
  readonly verdict: Verdict;
  readonly warnings: readonly Warning[];
  /** Measure x entity x year x stage as asked for. */
  readonly cells: readonly ComparedCell[];
}

/** How many cells the answer will have. */
export function countCells({ measures, entities, years, stages }: Question): number {
  return measures.length * entities.length * years.length * (stages?.length ?? 1);
}

/** Answers a question from the evidence: values, differences to the baseline, ranks, and whether they may be compared. */
export function compare(question: Question, evidence: Evidence): Answer {
  const cells = readCells(question, evidence);
  const reasons = findReasons(cells, question, evidence);
  const { verdict, warnings, warningsOf } = collectWarnings(reasons);
  const ranks = rankValues(
    cells.map(({ place, measure, year, value }) => ({
      group: [question.measures.indexOf(measure), year, value.stage].join(' '),
      value: value.value,
      place,
    })),
    question.share,
  );
  const write = (cell: Cell): ComparedCell => ({
    ...describeCell(cell, question),
    rank: ranks.get(cell.place) ?? null,
    warnings: warningsOf(cell.place),
  });
  // Nothing side by side is not alike either.
  return { verdict: cells.length === 0 ? 'NOT_COMPARABLE' : verdict, warnings, cells: cells.map(write) };
}

function readCells({ measures, entities, years, stages, share, baseline }: Question, evidence: Evidence): Cell[] {
  const index = indexEvidence(evidence);
  const read = (measure: Measure, entity: Entity, year: number, stage: Stage | null): CellValue =>
    readCell({ measure, entity, year, stage, share }, index, evidence.reference);
  const readBaseline = (asked: Measure, own: Entity, ownYear: number, value: CellValue): Cell['baseline'] => {
    if (!baseline) return null;
    const measure = baseline.measures?.[measures.indexOf(asked)] ?? asked;
    const entity = baseline.entity ?? own;
    const year = baseline.previousYear ? ownYear - 1 : (baseline.year ?? ownYear);
    if (baseline.stages) {
      const found = baseline.stages.map((stage) => read(measure, entity, year, stage));
      const first = found.find((own) => own.value) ?? (found[0] as CellValue);
      return { measure, entity, year, value: first };
    }
    const alike = read(measure, entity, year, value.stage);
    return { measure, entity, year, value: alike.value || stages ? alike : read(measure, entity, year, null) };
  };
  const keys = measures.flatMap((measure) =>
    entities.flatMap((entity) =>
      years.flatMap((year) => (stages ?? [null]).map((stage) => ({ measure, entity, year, stage }))),
    ),
  );
  return keys.map(({ measure, entity, year, stage }, place) => {
    const value = read(measure, entity, year, stage);
    return { place, measure, entity, year, value, baseline: readBaseline(measure, entity, year, value) };
  });
}

/** One value to be read by itself. */
export interface ValueKey {
  readonly measure: Measure;
  readonly entity: Entity;
  readonly year: number;
  readonly stage: Stage | null;
  readonly unit: AmountUnit;
}

/** Values by themselves, in the order of the keys: nothing is set side by side. */
export function readValues(keys: readonly ValueKey[], evidence: Evidence): ComparedCell[] {
  const index = indexEvidence(evidence);
  return keys.map(({ measure, entity, year, stage, unit }, place) => {
    const value = readCell({ measure, entity, year, stage, share: false }, index, evidence.reference);
    const warnings = value.notes.map(({ code, sentence }) => ({ code, message: sentence }));
    const cell = { place, measure, entity, year, value, baseline: null };
    return { ...describeCell(cell, { unit, share: false }), rank: null, warnings };
  });
}

/** What is unlike among the cells of each measure and between each cell and its baseline, and what is to be said of a cell itself. */
function findReasons(cells: readonly Cell[], question: Question, evidence: Evidence): Reason[] {
  const standings = new Map<Standing, number>();
  const stand = (
    place: number,
    { measure, entity, year, value }: Omit<Cell, 'place' | 'baseline'>,
  ): Standing | null => {
    if (!value.value || !value.stage || !value.scope) return null;
    const { stage, scope, departmentIds } = value;
    const standing = { measure, entity, year, stage, scope, departmentIds };
    standings.set(standing, place);
    return standing;
  };
  const own = new Map(cells.map((cell) => [cell, stand(cell.place, cell)]));
  const among = [...new Set(cells.map(({ measure }) => measure))].flatMap((measure) => {
    const group = cells.flatMap((cell) => (cell.measure === measure ? (own.get(cell) ?? []) : []));
    return judge(group, evidence).map(({ standings: unlike, ...judgement }) => ({
      ...judgement,
      measure: measure.name,
      places: unlike.flatMap((standing) => standings.get(standing) ?? []),
    }));
  });
  const against = cells.flatMap((cell): Reason[] => {
    const standing = own.get(cell);
    const base = cell.baseline && stand(cell.place, cell.baseline);
    const judgements = standing && base && cell.value !== cell.baseline?.value ? judge([standing, base], evidence) : [];
    // A budget is what an outturn is held against: that is no mismatch.
    const kept = judgements.filter(({ code }) => !(question.baseline?.stages && code === 'STAGE_MISMATCH'));
    return kept.map(({ standings: _, ...judgement }) => ({
      ...judgement,
      measure: cell.measure.name,
      places: [cell.place],
    }));
  });
  return [
    ...among,
    ...against,
    ...cells.flatMap(noteReasons),
    ...(question.baseline?.stages ? judgeBases(cells) : []),
    ...cells.flatMap((cell) => noteAnnotations(cell, evidence)),
  ];
}

function noteReasons({ measure, place, value, baseline, entity, year }: Cell): Reason[] {
  const notes = [...value.notes, ...(baseline?.value.notes ?? [])];
  const isZero = value.value !== null && baseline?.value.value?.num === 0n;
  const zero = `${entity.name} ${year}: the baseline, ${baseline?.entity.name} ${baseline?.year}, is zero, a rate on it is none`;
  return [...notes, ...(isZero ? [{ code: 'ZERO_BASE' as const, sentence: zero }] : [])].map((note) => ({
    ...note,
    measure: measure.name,
    places: [place],
  }));
}

/** Millionths as plain decimal text, without trailing zeros (`9`, `99.84`). */
function formatCount(millionths: bigint): string {
  return formatFen(millionths, 'WAN_YUAN').replace(/\.?0+$/, '');
}

function describeCell(
  { measure, entity, year, value, baseline }: Cell,
  { unit, share }: Pick<Question, 'unit' | 'share'>,
): Omit<ComparedCell, 'rank' | 'warnings'> {
  const format = (exact: Exact | null): string | null =>
    exact && (share ? roundRatio(exact) : measure.unit ? formatCount(exact.num) : formatFen(exact.num, unit));
  const base = baseline?.value.value ?? null;
  const difference = value.value && base && subtract(value.value, base);
  const ratioOf = (exact: Exact | null): string | null => {
    const quotient = exact && base && divide(exact, base);
    return quotient && roundRatio(quotient);
  };
  return {
    metric: measure.name,
    districtCode: entity.districtCode,
    departmentId: entity.departmentId,
    year,
    stage: value.stage,
    value: format(value.value),
    unit: share ? 'RATIO' : (measure.unit ?? unit),
    status: value.status,
    missing: value.missing,
    baseline: format(base),
    baselineStage: baseline?.value.stage ?? null,
    baselineMissing: baseline?.value.missing ?? null,
    difference: format(difference),
    ratio: ratioOf(value.value),
    changeRate: ratioOf(difference),
    lineItemIds: value.figures.map(({ lineItemId }) => lineItemId),
    factIds: value.facts.map(({ factId }) => factId),
    parts: partsOf(value, year),
    baselineParts: baseline ? partsOf(baseline.value, baseline.year) : [],
  };
}
