import type {
  AccountLevel,
  Classification,
  Confidence,
  EvaluationScope,
  Evaluator,
  FactBase,
  FactKind,
  Flow,
  Fund,
  MetricKey,
  Part,
  PrintedUnit,
  ReportKind,
  ReportStatus,
  RuleKind,
  Side,
  Stage,
  Statement,
  UnitBasis,
} from './closed-lists.js';
import type { Finding } from './finding.js';
import type { Money } from './money.js';
import type { IndicatorMeasures } from './performance-measures.js';
import type { EvaluationAmount, Source, StatementReading } from './report.js';

/**
 * What the store keeps, as it travels between rooms. Ids are opaque, URL-safe and deterministic; those of reports and of
 * everything inside a report begin with the department's id.
 */
export interface District {
  /** Six-digit division code. */
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly parentCode: string | null;
}

export interface Department {
  readonly id: string;
  readonly districtCode: string;
  readonly name: string;
  /** The name without its place: equal for peers. */
  readonly body: string;
  readonly formerNames: readonly string[];
}

/** A statement's reading as it is stored; null what an earlier reader did not record. */
export interface StoredReading extends Pick<
  StatementReading,
  'statement' | 'title' | 'recognisedBy' | 'rowsSeen' | 'rowsRead'
> {
  readonly unit: PrintedUnit | null;
  readonly unitBasis: UnitBasis | null;
  readonly confidence: Confidence | null;
}

export interface StoredReport {
  readonly id: string;
  readonly departmentId: string;
  readonly kind: ReportKind;
  readonly year: number;
  readonly unitScope: string;
  readonly title: string;
  readonly sha256: string;
  readonly placeInDocument: number;
  readonly readerVersion: number;
  /** From 1, in order of publication for this department, year, kind and unit scope. */
  readonly revision: number;
  readonly status: ReportStatus;
  readonly supersedesId: string | null;
  readonly importedAt: Date;
  readonly statements: readonly StoredReading[];
}

export interface Account {
  readonly id: string;
  readonly classification: Classification;
  readonly code: string | null;
  readonly key: string;
  readonly name: string;
  readonly variants: readonly string[];
  readonly level: AccountLevel | null;
  readonly edition: number;
  readonly lastYear: number | null;
  readonly parentId: string | null;
}

export interface StoredSource extends Source {
  readonly reportId: string;
}

export interface StoredLineItem {
  readonly id: string;
  readonly departmentId: string;
  readonly reportId: string;
  readonly accountId: string;
  readonly year: number;
  readonly statement: Statement;
  readonly side: Side | null;
  readonly flow: Flow | null;
  readonly stage: Stage;
  readonly fund: Fund | null;
  readonly part: Part | null;
  readonly column: number;
  readonly columnLabel: string;
  readonly label: string;
  readonly labelUncertain: boolean;
  readonly leaf: boolean;
  readonly unitName: string | null;
  readonly amount: Money;
  readonly source: StoredSource;
}

export interface StoredIssue {
  readonly id: string;
  readonly reportId: string;
  readonly message: string;
  readonly statement: Statement | null;
  readonly source: StoredSource;
}

export interface StoredEvaluation {
  readonly id: string;
  readonly reportId: string;
  readonly scope: EvaluationScope;
  readonly name: string | null;
  readonly evaluator: Evaluator | null;
  readonly weight: string | null;
  readonly score: string | null;
  readonly amounts: readonly EvaluationAmount[];
  readonly executionBase: Stage | null;
  readonly source: StoredSource;
}

export interface StoredIndicator extends IndicatorMeasures {
  readonly id: string;
  readonly reportId: string;
  readonly evaluationId: string;
  readonly level1: string | null;
  readonly level2: string | null;
  readonly name: string | null;
  readonly inferredName: string | null;
  readonly target: string | null;
  readonly actual: string | null;
  readonly weight: string | null;
  readonly score: string | null;
  readonly source: StoredSource;
}

export interface StoredFact {
  readonly id: string;
  readonly reportId: string;
  readonly metric: MetricKey | null;
  readonly accountId: string | null;
  readonly label: string;
  readonly kind: FactKind;
  readonly base: FactBase | null;
  readonly stage: Stage | null;
  /** That the number is about. */
  readonly year: number;
  /** Exact decimal text. */
  readonly value: string;
  readonly valueUnit: string;
  readonly source: StoredSource;
}

export interface StoredFinding extends Pick<
  Finding,
  'outcome' | 'message' | 'expected' | 'actual' | 'difference' | 'tolerance' | 'unit'
> {
  readonly id: string;
  readonly reportId: string;
  /** Id of the rule. */
  readonly rule: string;
  readonly kind: RuleKind;
  readonly lineItemIds: readonly string[];
  readonly factIds: readonly string[];
  readonly source: StoredSource;
}

/** A figure that one release has otherwise than the one before it: ids of line items. */
export interface Change {
  /** Null: a new figure. */
  readonly beforeId: string | null;
  /** Null: a withdrawn one. */
  readonly afterId: string | null;
}

/** What answers are computed from. `id` is a digest of what is stored: it changes exactly when the stored data change. */
export interface Release {
  readonly id: string;
  /** In order of time, from 0. */
  readonly number: number;
  readonly createdAt: Date;
  readonly reports: number;
  readonly lineItems: number;
  /** Whether the rows of all its reports are still as they were. */
  readonly kept: boolean;
  /** Whether the release before it is kept; null: there was none. */
  readonly lastKept: boolean | null;
}
