import type { FindingOutcome, RuleKind, Statement, Unit } from './closed-lists.js';
import type { LineItem, ReportedFact, Source } from './report.js';

/** What a report is checked by. */
export interface Rule {
  /** Stable: what clients filter by. */
  readonly id: string;
  readonly kind: RuleKind;
  /** The identity in the words of the statements. */
  readonly title: string;
  /** The same, all in Chinese. */
  readonly titleZh: string;
  /** The statement that it is about; of those that it joins, the one whose figure is held against the others. Null: the text. */
  readonly statement: Statement | null;
}

/** One place of a report at which a rule was applied, or could not be. */
export interface Finding {
  readonly rule: Rule;
  readonly outcome: FindingOutcome;
  readonly message: string;
  /** Computed; exact decimal text in `unit`, as are the other three; null where the rule could not be evaluated. */
  readonly expected: string | null;
  /** Printed. */
  readonly actual: string | null;
  /** expected - actual: the parts less the printed whole. */
  readonly difference: string | null;
  readonly tolerance: string | null;
  readonly unit: Unit;
  /** The whole first, then its parts as printed. */
  readonly lineItems: readonly LineItem[];
  readonly facts: readonly ReportedFact[];
  /** Where it shows. */
  readonly source: Source;
}

/** What a rule that could not be evaluated leaves open. */
export const NOT_EVALUATED = {
  ...{ outcome: 'NOT_EVALUABLE', expected: null, actual: null, difference: null, tolerance: null },
} as const satisfies Partial<Finding>;
