import type {
  AccountLevel,
  AggregateOrder,
  Classification,
  Dimension,
  Flow,
  Fund,
  Part,
  ReportKind,
  Stage,
  Statement,
  WarningCode,
} from './closed-lists.js';
import type { SumColumn } from './column-width.js';
import type { DecimalFilter, LineItemFilter } from './filters.js';
import type { Annotation, DepartmentRename } from './reference-tables.js';

/** Which sums are asked for. */
export interface SumQuestion {
  readonly where: LineItemFilter;
  /** Each once, in the order of the list. */
  readonly groupBy: readonly Dimension[];
  readonly level: AccountLevel | null;
  /** On the sums, in 万元. */
  readonly having: DecimalFilter | null;
  readonly orderBy: AggregateOrder;
}

/** One kind of row that a filter leaves. */
export interface RowShape {
  readonly statement: Statement;
  readonly flow: Flow | null;
  readonly classification: Classification;
  readonly level: AccountLevel | null;
  readonly leaf: boolean;
  /** Whether it prints the total of its statement. */
  readonly isTotal: boolean;
  /** Whether it is a unit's own row. */
  readonly isUnit: boolean;
}

/** The columns that some report has side by side. */
export interface ColumnSet {
  readonly statement: Statement;
  readonly flow: Flow | null;
  readonly stage: Stage;
  readonly columns: readonly SumColumn[];
}

/** What a filter leaves that could overlap; each once, however many reports have it. */
export interface SumProfile {
  readonly shapes: readonly RowShape[];
  readonly columnSets: readonly ColumnSet[];
  /** What one department and year has: statements, each with a stage. */
  readonly stageSets: readonly (readonly { readonly statement: Statement; readonly stage: Stage }[])[];
  /** The reports of one department and year. */
  readonly reportSets: readonly (readonly { readonly kind: ReportKind; readonly unitScope: string }[])[];
}

/** The rows that are added: of one level, so that no money is in two of them. */
export type SumRows =
  { readonly of: 'TOTALS' | 'UNITS' | 'LEAVES' } | { readonly of: 'LEVEL'; readonly level: AccountLevel };

/** How sums are made without adding what overlaps. */
export interface SumPlan {
  readonly groupBy: readonly Dimension[];
  readonly rows: SumRows;
  readonly tables: readonly { readonly statement: Statement; readonly flow: Flow | null }[];
  /** Stages that are added as they are; null: of a department and year the outturn where there is one, else the original budget. */
  readonly stages: readonly Stage[] | null;
  /** Which reports, statements and columns. */
  readonly cells: LineItemFilter;
  /** Which of their rows; null: all. */
  readonly rowFilter: LineItemFilter | null;
  /** Whether rows of different groups overlap, so that they have no total. */
  readonly isOverlapping: boolean;
}

/** One row of sums, in fen; what it is not grouped by is null. */
export interface SumRow {
  readonly districtCode: string | null;
  readonly departmentId: string | null;
  readonly year: number | null;
  readonly stage: Stage | null;
  readonly statement: Statement | null;
  readonly accountId: string | null;
  readonly label: string | null;
  readonly flow: Flow | null;
  readonly fund: Fund | null;
  readonly part: Part | null;
  readonly unitName: string | null;
  readonly fen: bigint;
  /** Line items added; of a residual row the printed wholes that have a rest. */
  readonly count: number;
  /** The printed totals of the row's reports, in fen; null where one of them prints none. */
  readonly totalFen: bigint | null;
  readonly residual: boolean;
}

/** Figures of one class that are added to figures of another. */
export interface MixedClass {
  readonly code: WarningCode;
  readonly className: string;
  /** The first of them. */
  readonly places: readonly { readonly districtCode: string; readonly year: number }[];
  readonly count: number;
}

/** A printed whole that is not what is printed below it, or a figure of another identity that does not hold. */
export interface Flaw {
  readonly code: WarningCode;
  readonly districtCode: string;
  readonly year: number;
  /** Code and label of the row. */
  readonly called: string;
  readonly fen: bigint;
  /** The whole less its parts, in fen; null of other identities. */
  readonly gap: bigint | null;
  /** The identity and by how much it does not hold, in its unit; null of a residual row. */
  readonly rule: string | null;
  readonly difference: string | null;
  /** How many have this code. */
  readonly count: number;
}

/** A code of which figures of several years are added. */
export interface AddedCode {
  readonly classification: Classification;
  readonly code: string;
  readonly firstYear: number;
  readonly lastYear: number;
  readonly firstEdition: number;
  readonly lastEdition: number;
}

/** What is known of figures beyond their reports; departments by the names that they bear now. */
export interface KnownOfFigures {
  readonly annotations: readonly Annotation[];
  readonly renames: readonly DepartmentRename[];
}

/** What the figures of all rows are, as far as adding them is concerned. */
export interface SumStanding {
  readonly districtCodes: readonly string[];
  readonly years: readonly number[];
  readonly kinds: readonly ReportKind[];
  readonly mixed: readonly MixedClass[];
  readonly flaws: readonly Flaw[];
  readonly codes: readonly AddedCode[];
  /** Annotations of which figures are in a row of their account, by their place in what is known. */
  readonly annotated: readonly number[];
  /** Renames before and after which figures of one department are in one row, likewise. */
  readonly renamed: readonly number[];
}

/** How many departments of a district have a report of a year. */
export interface CoveredDepartments {
  readonly districtCode: string;
  readonly year: number;
  readonly departments: number;
  readonly covered: number;
}
