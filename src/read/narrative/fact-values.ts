import type { FactBase, ReportKind, Stage } from '../../domain/closed-lists.js';
import type { LineItem } from '../../domain/report.js';
import type { Subject } from './find-subject.js';
import type { NamedBase, NamedStage } from './vocabulary.js';

/** What tells the stage that 预算 alone means. */
export interface StageContext {
  readonly kind: ReportKind;
  /** Stage of the budget columns of the table of the three official expenses; null where it has none, or several. */
  readonly threeBudget: Stage | null;
}

const THREE = new Set([
  'THREE_OFFICIAL_EXPENSES',
  'TRAVEL_ABROAD',
  'VEHICLE_EXPENSES',
  'VEHICLE_PURCHASE',
  'VEHICLE_RUNNING',
  'HOSPITALITY',
]);

/** The one stage of budget columns in the table of the three official expenses. */
export function threeBudgetOf(lineItems: readonly LineItem[]): Stage | null {
  const stages = new Set(
    lineItems
      .filter(({ statement, stage }) => statement === 'THREE_OFFICIAL_EXPENSES' && stage !== 'OUTTURN')
      .map(({ stage }) => stage),
  );
  const [stage = null] = stages;
  return stages.size === 1 ? stage : null;
}

/** The stage that a clause names of a subject; 预算 alone is the report's own in a budget, else as in the table that it stands in. */
export function stageOf(named: NamedStage | null, subject: Subject, context: StageContext): Stage | null {
  if (subject.unit === 'COUNT' || subject.asset) return null;
  const own = context.kind === 'BUDGET' ? 'ORIGINAL_BUDGET' : 'OUTTURN';
  if (named === null) return own;
  if (named !== 'BUDGET') return named;
  return context.kind === 'BUDGET' ? own : threeStage(subject, context);
}

/** What a change or rate is held against; null where the text does not tell, undefined where it tells something that is no base. */
export function baseOf(
  named: NamedBase | null,
  subject: Subject,
  year: number,
  context: StageContext,
): FactBase | null | undefined {
  if (named === null) return undefined;
  if (typeof named === 'object') return named.year === year - 1 ? 'PREVIOUS_YEAR' : undefined;
  if (named !== 'BUDGET') return named;
  const stage = context.kind === 'BUDGET' ? null : threeStage(subject, context);
  return stage === 'OUTTURN' ? null : stage;
}

function threeStage({ metrics }: Subject, { threeBudget }: StageContext): Stage | null {
  return metrics.some((metric) => metric !== null && THREE.has(metric)) ? threeBudget : null;
}
