import type { AccountRef } from './account.js';
import type {
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
  Recognition,
  ReportKind,
  Side,
  Stage,
  Statement,
  UnitBasis,
} from './closed-lists.js';
import type { Money } from './money.js';

/** Where something stands in a document. `line` counts from 1; `text` holds all printed lines of the row, joined by a line feed. */
export interface Source {
  /** Title of the table as printed with its number; null in the narrative. */
  readonly table: string | null;
  /** Heading of the narrative section; null in tables. */
  readonly section: string | null;
  readonly line: number;
  readonly page: number | null;
  readonly text: string;
}

/** One printed figure of a statement, in the coordinates of the API contract. */
export interface LineItem {
  readonly statement: Statement;
  /** Side or lane of a table that has two; null elsewhere. */
  readonly side: Side | null;
  /** Place of the printed row in its statement, from 0; figures of one row (and side) share it. */
  readonly row: number;
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
  readonly account: AccountRef;
  readonly amount: Money;
  readonly source: Source;
}

/** Something that was seen and could not be read, or was read only after settling a contradiction. */
export interface Issue {
  readonly message: string;
  readonly statement: Statement | null;
  readonly source: Source;
}

/** One row of a performance table, as printed; unknown parts are null. */
export interface PerformanceIndicator {
  readonly level1: string | null;
  readonly level2: string | null;
  /** Null where the page lost it. */
  readonly name: string | null;
  /** What another text says the lost name is; null where a name is printed, or none can be told. */
  readonly inferredName: string | null;
  readonly target: string | null;
  readonly actual: string | null;
  /** Printed points, exact decimal text. */
  readonly weight: string | null;
  readonly score: string | null;
  readonly source: Source;
}

/** The money of a department, project or task, as its evaluation prints it. */
export interface EvaluationAmount {
  readonly stage: Stage;
  /** Exact decimal text in `unit`. */
  readonly decimal: string;
  readonly unit: PrintedUnit;
}

/** A self-assessment (or goals not assessed yet: `evaluator` null) of a department, project or task. */
export interface Evaluation {
  readonly scope: EvaluationScope;
  readonly name: string | null;
  readonly evaluator: Evaluator | null;
  /** Printed totals in points, exact decimal text. */
  readonly weight: string | null;
  readonly score: string | null;
  /** One a stage at most. */
  readonly amounts: readonly EvaluationAmount[];
  /** The budget that the text holds its spending against; null: it holds it against none. */
  readonly executionBase: Stage | null;
  readonly indicators: readonly PerformanceIndicator[];
  readonly source: Source;
}

/** One number that the narrative prints. */
export interface ReportedFact {
  /** What it is about: of metric, account and label those that can be told; the label as the text names it. */
  readonly metric: MetricKey | null;
  readonly account: AccountRef | null;
  readonly label: string;
  readonly kind: FactKind;
  readonly base: FactBase | null;
  readonly stage: Stage | null;
  /** Fiscal year that the number is about. */
  readonly year: number;
  /** Exact decimal text in `valueUnit`; a decrease is negative. */
  readonly value: string;
  /** As printed: 万元, 元, %, 人次, 辆 …. */
  readonly valueUnit: string;
  /** `text` is the clause that names the number and the number, never longer. */
  readonly source: Source;
}

/** How a statement was recognised and what was read of it. */
export interface StatementReading {
  readonly statement: Statement;
  /** Title as printed; null where it is lost. */
  readonly title: string | null;
  readonly recognisedBy: Recognition;
  readonly unit: PrintedUnit;
  readonly unitBasis: UnitBasis;
  /** Of a title, heads as in the template and a unit that is stated or proven: HIGH all three, MEDIUM two, LOW fewer. */
  readonly confidence: Confidence;
  readonly rowsSeen: number;
  readonly rowsRead: number;
}

/**
 * A document's report, the one form that leaves the reader. Its identity is (sha256, placeInDocument, readerVersion).
 * Order of line items is the printed one.
 */
export interface Report {
  /** Of the document's bytes, lower-case hex. */
  readonly sha256: string;
  /** 0 for the first or only report of a document. */
  readonly placeInDocument: number;
  readonly readerVersion: number;
  readonly kind: ReportKind;
  readonly title: string;
  /** The department as the document names it. */
  readonly department: string;
  /** Six-digit division code; 000000 where the name can't be placed. */
  readonly district: string;
  readonly year: number;
  /** DEPARTMENT, PROPER (本级) or UNIT:<name>. */
  readonly unitScope: string;
  readonly statements: readonly StatementReading[];
  readonly lineItems: readonly LineItem[];
  readonly evaluations: readonly Evaluation[];
  /** In printed order. */
  readonly reportedFacts: readonly ReportedFact[];
  /** Clauses in which the narrative still shows what its template left to be filled in or chosen (XX万元, 增加（减少）). */
  readonly templateTexts: readonly Source[];
  readonly issues: readonly Issue[];
}
