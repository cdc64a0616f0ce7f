import type {
  FactBase,
  FactKind,
  Flow,
  Fund,
  MetricKey,
  Part,
  ReportKind,
  RuleKind,
  Side,
  Stage,
  Statement,
} from './closed-lists.js';

/**
 * Which printed cell of a report a metric or an account stands in. Absent fields don't matter; the account is given by
 * classification and code, or by the key of an account without a code.
 */
export interface CellSelector {
  readonly statement: Statement;
  readonly flow?: Flow;
  readonly side?: Side;
  readonly fund?: Fund;
  readonly part?: Part;
  readonly accountCode?: string;
  readonly classification?: 'FUNCTIONAL' | 'ECONOMIC';
  readonly accountKey?: string;
  /** Rows of all units only (the default everywhere: unitName is null). */
}

/** A figure that a comparison works with: one line item of a current, department-wide report. */
export interface Figure {
  readonly lineItemId: string;
  readonly departmentId: string;
  readonly districtCode: string;
  readonly reportId: string;
  readonly year: number;
  readonly kind: ReportKind;
  readonly statement: Statement;
  readonly flow: Flow | null;
  readonly side: Side | null;
  readonly stage: Stage;
  readonly fund: Fund | null;
  readonly part: Part | null;
  readonly accountId: string;
  readonly accountKey: string;
  readonly accountCode: string | null;
  readonly classification: 'FUNCTIONAL' | 'ECONOMIC' | 'REVENUE' | 'BALANCE';
  readonly edition: number;
  readonly label: string;
  readonly fen: bigint;
  /** The identities that it takes part in and that do not hold. */
  readonly broken: readonly BrokenIdentity[];
}

/** An identity that does not hold, as seen from one of its figures. */
export interface BrokenIdentity {
  readonly kind: RuleKind;
  readonly rule: string;
  /** Whether the figure is the whole that the others should add up to. */
  readonly isWhole: boolean;
  /** In 万元, the parts less the printed whole. */
  readonly difference: string;
}

/** A number of the text that a comparison works with. */
export interface FactFigure {
  readonly factId: string;
  readonly departmentId: string;
  /** That it is about. */
  readonly year: number;
  /** Of the document that states it. */
  readonly reportKind: ReportKind;
  readonly metric: MetricKey | null;
  readonly accountCode: string | null;
  readonly kind: FactKind;
  readonly base: FactBase | null;
  readonly stage: Stage | null;
  readonly label: string;
  readonly value: string;
  readonly valueUnit: string;
}

/** The indicators of one report that can be judged, added up. */
export interface IndicatorTotals {
  readonly departmentId: string;
  readonly year: number;
  readonly kind: ReportKind;
  readonly count: number;
  readonly met: number;
  /** Exact decimal text, in points; null where none of them prints it. */
  readonly weight: string | null;
  readonly score: string | null;
}
