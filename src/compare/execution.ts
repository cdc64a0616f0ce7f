import type { AmountUnit, MissingReason, Stage, Verdict } from '../domain/closed-lists.js';
import type { ComparedCell, Warning } from '../domain/compared-cell.js';
import { absoluteFen } from '../domain/money.js';
import { roundRatio } from '../domain/exact.js';
import type { Cell } from './cell.js';
import type { CellValue } from './cell-value.js';
import { worstOf } from './comparability.js';
import { judgeCells, readValue } from './compare.js';
import type { Entity, Evidence } from './evidence.js';
import type { Measure } from './measure.js';
import { AS_THEY_ARE, SAME_CELL } from './question.js';
import { makeReader } from './read-cells.js';
import type { ReadCell } from './read-cells.js';

/** Budgets beside the outturn of one entity, for each year by the items of that year. */
export interface ExecutionQuestion {
  readonly entity: Entity;
  /** Budgets that the outturn may be held against: the first there is. */
  readonly bases: readonly Stage[];
  readonly unit: AmountUnit;
  readonly years: readonly { readonly year: number; readonly total: Measure; readonly items: readonly Measure[] }[];
}

export interface ExecutionRow {
  readonly measure: Measure;
  readonly original: ComparedCell;
  readonly revised: ComparedCell;
  /** Held against the base: its ratio is the rate of execution, its difference the deviation. */
  readonly outturn: ComparedCell;
}

/** How far the composition of spending is from that of the budget. */
export interface CompositionVariance {
  /** A ratio, rounded half up at 8 decimals; null: `varianceMissing` says why. */
  readonly compositionVariance: string | null;
  /** NO_DENOMINATOR: no budget of any item; NOT_APPLICABLE: fewer than two items with both sides, or nothing was budgeted for them. */
  readonly varianceMissing: MissingReason | null;
  /** The budget that it is taken on. */
  readonly varianceBase: Stage | null;
  /** Items with both sides. */
  readonly varianceItems: number;
}

export interface ExecutionYear extends CompositionVariance {
  readonly year: number;
  readonly total: ExecutionRow;
  readonly items: readonly ExecutionRow[];
}

export interface Execution {
  readonly verdict: Verdict;
  readonly warnings: readonly Warning[];
  readonly years: readonly ExecutionYear[];
}

export function holdAgainstBudget(question: ExecutionQuestion, evidence: Evidence): Execution {
  const read = makeReader(AS_THEY_ARE, evidence);
  const years = question.years.map((own) => answerYear(own, question, evidence, read));
  const warnings = years.flatMap((own) => own.warnings);
  return {
    verdict: years.length === 0 ? 'NOT_COMPARABLE' : worstOf(years.map(({ verdict }) => verdict)),
    warnings: [...new Map(warnings.map((own) => [`${own.code} ${own.message}`, own])).values()],
    years: years.map(({ own }) => own),
  };
}

function answerYear(
  { year, total, items }: ExecutionQuestion['years'][number],
  { entity, bases, unit }: ExecutionQuestion,
  evidence: Evidence,
  read: ReadCell,
) {
  const measures = [total, ...items];
  const baseline = { ...SAME_CELL, stages: bases };
  const asked = { ...AS_THEY_ARE, measures, entities: [entity], years: [year], stages: ['OUTTURN'] as const };
  const { answer, judged } = judgeCells({ ...asked, baseline, unit }, evidence, read);
  const { verdict, warnings, cells } = answer;
  const rows = measures.map((measure, at): ExecutionRow => {
    const readStage = (stage: Stage): ComparedCell => readValue({ measure, entity, year, stage, unit }, read);
    const [original, revised] = [readStage('ORIGINAL_BUDGET'), readStage('REVISED_BUDGET')];
    return { measure, original, revised, outturn: cells[at] as ComparedCell };
  });
  const [first, ...others] = rows as [ExecutionRow, ...ExecutionRow[]];
  const variance = varianceOf(judged.slice(1), bases);
  return { verdict, warnings, own: { year, total: first, items: others, ...variance } };
}

/** More items than these are one, as the framework has it. */
const MOST_ITEMS = 20;

/**
 * PEFA 2016, PI-2 (expenditure composition outturn): Σ |a - d| / Σ d over the items, where a is the outturn and d the budget times the
 * outturn of all items over the budget of all; the twenty greatest budgets by themselves, the rest as one. On the first of the bases that
 * some item has, of the items that have both sides, over the departments that have both: who publishes no budget is no deviation from it.
 */
function varianceOf(cells: readonly Cell[], bases: readonly Stage[]): CompositionVariance {
  const held = cells.flatMap(({ value, baseline }) =>
    value.value && baseline?.value.value ? [{ outturn: value, budget: baseline.value }] : [],
  );
  const base = bases.find((stage) => held.some(({ budget }) => budget.stage === stage)) ?? null;
  const items = ofSameDepartments(held.filter(({ budget }) => budget.stage === base));
  const own = { varianceBase: base, varianceItems: items.length };
  const none = (varianceMissing: MissingReason) => ({ compositionVariance: null, varianceMissing, ...own });
  if (base === null) return none('NO_DENOMINATOR');
  const [outturns, budgets] = [sumOf(items, 'outturn'), sumOf(items, 'budget')];
  if (items.length < 2 || budgets <= 0n || outturns <= 0n) return none('NOT_APPLICABLE');
  // |a - b A / B| / A, over the common denominator B.
  const gaps = joinLeast(items).map(({ outturn, budget }) => absoluteFen(outturn * budgets - budget * outturns));
  const num = gaps.reduce((sum, gap) => sum + gap, 0n);
  return { compositionVariance: roundRatio({ num, den: budgets * outturns }), varianceMissing: null, ...own };
}

/** Both sides of each item, of the departments that have an outturn of some item and a budget of some item. */
function ofSameDepartments(held: readonly Readonly<Record<keyof BothSides, CellValue>>[]): BothSides[] {
  const idsOf = (side: keyof BothSides) => new Set(held.flatMap((item) => item[side].departmentIds));
  const [spending, budgeting] = [idsOf('outturn'), idsOf('budget')];
  const addUp = ({ parts }: CellValue): bigint | null => {
    const own = parts.filter(({ departmentId: id }) => spending.has(id) && budgeting.has(id));
    return own.length === 0 ? null : own.reduce((sum, { reading }) => sum + reading.fen, 0n);
  };
  return held.flatMap((item) => {
    const [outturn, budget] = [addUp(item.outturn), addUp(item.budget)];
    return outturn === null || budget === null ? [] : [{ outturn, budget }];
  });
}

interface BothSides {
  readonly outturn: bigint;
  readonly budget: bigint;
}

function joinLeast(items: readonly BothSides[]): readonly BothSides[] {
  const sorted = [...items].sort((a, b) => (a.budget < b.budget ? 1 : a.budget > b.budget ? -1 : 0));
  const rest = sorted.slice(MOST_ITEMS);
  if (rest.length === 0) return sorted;
  return [...sorted.slice(0, MOST_ITEMS), { outturn: sumOf(rest, 'outturn'), budget: sumOf(rest, 'budget') }];
}

function sumOf(items: readonly BothSides[], side: keyof BothSides): bigint {
  return items.reduce((sum, own) => sum + own[side], 0n);
}
